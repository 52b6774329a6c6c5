"""Words by which organisations are known that no list names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stocktake.lexicon.files import word_lists
from stocktake.model import ActorKind

_KEYS = (
    "civil_society",
    "academia",
    "private_sector",
    "other",
    "united_nations",
    "inner_words",
    "apart",
    "apart_before",
    "adding",
    "never_first",
    "ends_a_name",
)


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """Words by which the name of an organisation is known, from ``organisation_words.toml``.

    *kinds*: what kind of organisation a word such as "Network" tells of. *united_nations*: first
    words of names of UN bodies. *inner*: small words that may stand within a name; *apart*: what
    of such words sets two names apart (*apart_before* the known word), *adding* what may add a
    second. *never_first*: words that begin a sentence, not a name. *ends*: words over which no name
    reaches, such as titles, in small letters.
    """

    kinds: dict[str, ActorKind]
    united_nations: tuple[str, ...]
    inner: frozenset[str]
    apart: frozenset[str]
    apart_before: frozenset[str]
    adding: frozenset[str]
    never_first: frozenset[str]
    ends: frozenset[str]


def load_organisation_words(folder: Path | None = None) -> OrganisationWords:
    """Read the words; SettingsError names the file, the list and what to do."""
    lists = word_lists("actors/organisation_words.toml", _KEYS, folder)
    kinds = {
        word: ActorKind[key.upper()]
        for key in ("other", "private_sector", "academia", "civil_society")
        for word in lists[key]
    }
    return OrganisationWords(
        kinds,
        lists["united_nations"],
        frozenset(lists["inner_words"]),
        frozenset(lists["apart"]),
        frozenset((*lists["apart"], *lists["apart_before"])),
        frozenset({"", *lists["adding"]}),
        frozenset(lists["never_first"]),
        frozenset(word.lower() for word in lists["ends_a_name"]),
    )
