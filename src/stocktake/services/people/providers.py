"""sign-in.toml: the providers of identities through which people may sign in."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from stocktake import openid
from stocktake.errors import NotFoundError
from stocktake.openid import Provider
from stocktake.services.toml import TomlTable, read_toml
from stocktake.services.workspace import Workspace

FILE = "sign-in.toml"
_KEYS = ("id", "name", "issuer", "client_id", "secret_variable", "seconds")
_ID = re.compile(r"[a-z0-9-]{1,32}")


@dataclass(frozen=True, slots=True)
class Door:
    """A provider, and our address to which it sends people *back*."""

    provider: Provider
    back: str


@dataclass(frozen=True, slots=True)
class Doors:
    """All providers, in the order of the file."""

    every: tuple[Door, ...] = ()

    def one(self, provider_id: str) -> Door:
        """The door to that provider; NotFoundError if there is none."""
        found = next((door for door in self.every if door.provider.id == provider_id), None)
        if found is None:
            raise NotFoundError("there is no such provider.")
        return found

    def name_of(self, issuer: str) -> str:
        """What readers call an issuer; its address if it is no longer in the file."""
        named = (door.provider.name for door in self.every if door.provider.issuer == issuer)
        return next(named, issuer)


def load(workspace: Workspace, environment: Mapping[str, str] = os.environ) -> Doors:
    """What the file says, with secrets from the *environment*; nothing without a file.

    SettingsError names the key and what to do, also if the library for it is not installed.
    """
    path = workspace.root / FILE
    if not path.is_file():
        return Doors()
    openid.check_library()
    table = read_toml(path).only(("address", "providers"))
    site = _address(table, "address").rstrip("/")
    found = tuple(_provider(item, environment) for item in table.tables("providers"))
    for name in ("id", "issuer"):
        _refuse_twice(table, [getattr(item, name) for item in found])
    return Doors(tuple(Door(item, f"{site}/sign-in/with/{item.id}/back") for item in found))


def _provider(table: TomlTable, environment: Mapping[str, str]) -> Provider:
    table.only(_KEYS)
    id_ = table.needed("id")
    if not _ID.fullmatch(id_):
        raise table.error("id", "is part of an address", "Use a to z, 0 to 9 and hyphens.")
    return Provider(
        id_,
        table.needed("name"),
        _address(table, "issuer"),
        table.needed("client_id"),
        _secret(table, environment),
        table.number("seconds", openid.SECONDS),
    )


def _secret(table: TomlTable, environment: Mapping[str, str]) -> str:
    """The secret that the named variable holds; none if none is named (a public client)."""
    variable = table.text("secret_variable")
    if not variable:
        return ""
    if not environment.get(variable):
        raise table.error(
            "secret_variable",
            f"names {variable}, which is not in the environment",
            "Set it where stocktake serve is started, such as in the unit of systemd.",
        )
    return environment[variable]


def _address(table: TomlTable, key: str) -> str:
    try:
        return openid.checked(table.needed(key))
    except ValueError as error:
        remedy = f'Write it as {key} = "https://…"; http is for this machine alone.'
        raise table.error(key, f"cannot be used: {error}", remedy) from error


def _refuse_twice(table: TomlTable, values: list[str]) -> None:
    if len(set(values)) < len(values):
        raise table.error("providers", "has two that are the same", "Name each of them once.")
