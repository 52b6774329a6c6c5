"""Limits and settings that hold for one run; process.toml can set them."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one file may go. Sizes in bytes, time in seconds.

    ``file_bytes`` and ``unpacked_bytes`` bound what is read from disk and from archives
    (``archive_files`` their members, ``ratio`` unpacked over packed), ``pages``, ``depth`` (of
    nested elements or archives) and ``text_chars`` what it may contain, ``seconds`` and
    ``memory_bytes`` what parsing it may cost.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 400 * MEGABYTE
    archive_files: int = 20_000
    ratio: int = 200
    pages: int = 5_000
    depth: int = 400
    text_chars: int = 20_000_000
    seconds: float = 120.0
    memory_bytes: int = 1536 * MEGABYTE
    ocr_seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class NonAttribution:
    """What a report that names no actor may tell.

    *always*: every report of the process is such a one. Of fewer than *least* actors nothing is
    told apart. *wordings*: whether proposals are shown in the words of one of their statements.
    """

    always: bool = False
    least: int = 3
    wordings: bool = True


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A language model that a user set in process.toml, and what it may be asked.

    *url* and *model* name it, *key_variable* the environment variable that holds its key.
    *confidentiality* lists what inputs must be marked as for their texts to be sent
    (``unmarked``: those that bear no mark). *requests* bound one build, *seconds* and
    *answer_bytes* one answer, *passage_chars* what is sent at once. *consent* says once and for
    all that what the notice tells may be sent.
    """

    url: str
    model: str
    key_variable: str = ""
    confidentiality: tuple[str, ...] = ("public",)
    requests: int = 500
    seconds: float = 60.0
    answer_bytes: int = MEGABYTE
    passage_chars: int = 4000
    insecure: bool = False
    consent: bool = False
