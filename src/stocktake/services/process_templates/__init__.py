"""A process.toml to start with: a general one, or one for a kind of process.

In: a title and a kind. Out: the text of a commented process.toml. May import: errors.
To add a kind: a file here, with {title}, and without the settings of the workspace, which follow.
"""

from __future__ import annotations

from pathlib import Path

from stocktake.errors import UsageError

HERE = Path(__file__).parent
GENERAL = HERE.parent / "process_template.toml"
SETTINGS = "# ---- Settings of the workspace ----"


def kinds() -> list[str]:
    """The kinds of process for which there is a template."""
    return sorted(path.stem for path in HERE.glob("*.toml"))


def template(title: str, kind: str | None = None) -> str:
    """A commented process.toml for a process called *title*.

    UsageError lists the kinds if *kind* is none of them; None: the general one.
    """
    if kind is not None and kind not in kinds():
        raise UsageError(f"there is no template {kind!r}.", remedy=f"One of: {', '.join(kinds())}.")
    escaped = title.replace("\\", "\\\\").replace('"', '\\"')
    return _text(kind).replace("{title}", escaped)


def _text(kind: str | None) -> str:
    general = GENERAL.read_text(encoding="utf-8")
    if kind is None:
        return general
    own = (HERE / f"{kind}.toml").read_text(encoding="utf-8")
    _, mark, settings = general.partition(SETTINGS)
    return f"{own}\n{mark}{settings}"
