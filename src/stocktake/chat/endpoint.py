"""Where a language model is asked."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from stocktake.errors import SettingsError

PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address such as ``https://models.example/v1`` and the *model* to ask there.

    *seconds* bound one exchange from first to last byte, *answer_bytes* what is read of it.
    *insecure* allows http to other machines than this one.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0
    answer_bytes: int = 1024 * 1024
    insecure: bool = False

    def parts(self) -> SplitResult:
        """The address taken apart; SettingsError if nothing may be sent there."""
        try:
            parts = urlsplit(self.url)
            named, _ = parts.hostname, parts.port
        except ValueError as error:
            raise self._wrong(f"is no address ({error})") from error
        if parts.scheme not in {"http", "https"} or not named:
            raise self._wrong("is no address of a web service")
        if parts.username or parts.password or parts.query or parts.fragment:
            raise self._wrong("holds more than scheme, host, port and path")
        if parts.scheme == "http" and not (self.insecure or is_this_machine(named)):
            raise self._wrong(
                "would send texts unencrypted to another machine",
                "Use https, or write insecure = true if you know the network.",
            )
        return parts

    @property
    def host(self) -> str:
        """The machine that hears what is asked."""
        return self.parts().netloc

    @property
    def path(self) -> str:
        path = self.parts().path.rstrip("/")
        return path if path.endswith(PATH) else path + PATH

    def _wrong(self, what: str, remedy: str = "") -> SettingsError:
        example = 'Write it as url = "https://models.example/v1".'
        return SettingsError(f"{self.url!r} {what}.", remedy=remedy or example)


def is_this_machine(host: str) -> bool:
    """Whether *host* is the loopback."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
