"""The provisions while a draft is read: a tree that grows at its right edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from stocktake.model import Provision, ProvisionKind, Role, Stretch

_ABBREVIATIONS = {
    ProvisionKind.PREAMBLE: "preamble",
    ProvisionKind.FORMULA: "formula",
    ProvisionKind.RECITAL: "rec",
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chp",
    ProvisionKind.SECTION: "sec",
    ProvisionKind.ARTICLE: "art",
    ProvisionKind.PARAGRAPH: "para",
    ProvisionKind.POINT: "point",
    ProvisionKind.OPTION: "opt",
    ProvisionKind.ANNEX: "annex",
    ProvisionKind.NOTE: "fn",
    ProvisionKind.REMARK: "remark",
}
RANKS = {
    ProvisionKind.ANNEX: 1,
    ProvisionKind.PART: 1,
    ProvisionKind.CHAPTER: 2,
    ProvisionKind.SECTION: 3,
    ProvisionKind.PREAMBLE: 4,
    ProvisionKind.ARTICLE: 4,
}
"""How high the units that bear a heading stand; the others stand below all of them."""


@dataclass(slots=True)
class Node:
    """A provision that may still grow. *counts* are the styles and values its mark may stand for;
    *column* the indent of its line, *span* where it begins and, as far as read, ends."""

    kind: ProvisionKind
    span: list[int]
    label: str | None = None
    counts: tuple[tuple[str, int], ...] = ()
    column: int = 0
    heading: tuple[int, int] | None = None
    verb: tuple[int, int] | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    own: list[tuple[int, int, Role]] = field(default_factory=list)
    depth: int = 0

    @property
    def rank(self) -> int:
        return RANKS.get(self.kind, 9)

    def grow(self, end: int) -> None:
        """It reaches to *end*, and so does all around it."""
        node: Node | None = self
        while node is not None:
            node.span[1] = max(node.span[1], end)
            node = node.parent

    def add(self, child: Node) -> Node:
        child.parent = self
        child.depth = self.depth + 1
        self.children.append(child)
        self.grow(child.span[1])
        return child

    def above(self) -> Iterator[Node]:
        """It and all that stand around it, innermost first, the root last."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


def frozen(root: Node) -> tuple[tuple[Provision, ...], tuple[Stretch, ...]]:
    """The provisions in the order of the text, and the stretches that belong to one, unsorted."""
    provisions: list[Provision] = []
    stretches = [Stretch(start, end, role, None) for start, end, role in root.own]
    todo = [(child, id_) for child, id_ in reversed(_named(root, ""))]
    while todo:
        node, id_ = todo.pop()
        provisions.append(
            Provision(
                id=id_,
                kind=node.kind,
                start=node.span[0],
                end=node.span[1],
                label=node.label,
                parent=id_.rpartition("__")[0] or None,
                heading=node.heading,
                verb=node.verb,
            )
        )
        stretches += (Stretch(start, end, role, id_) for start, end, role in node.own)
        todo += reversed(_named(node, f"{id_}__"))
    return tuple(provisions), tuple(stretches)


def _named(node: Node, lead: str) -> list[tuple[Node, str]]:
    """Its children with their ids: counted where they have no label, ``-2`` for a second one."""
    seen: dict[str, int] = {}
    unlabelled: dict[ProvisionKind, int] = {}
    named = []
    for child in node.children:
        count = unlabelled[child.kind] = unlabelled.get(child.kind, 0) + (child.label is None)
        bare = _bare(child, count)
        seen[bare] = seen.get(bare, 0) + 1
        again = f"-{seen[bare]}" if seen[bare] > 1 else ""
        named.append((child, f"{lead}{bare}{again}"))
    return named


def _bare(node: Node, count: int) -> str:
    if node.kind is ProvisionKind.PREAMBLE:
        return _ABBREVIATIONS[node.kind]
    return f"{_ABBREVIATIONS[node.kind]}_{_slug(node.label) or f'u{count}'}"


def _slug(label: str | None) -> str:
    return "".join(letter for letter in label or "" if letter.isalnum() or letter == ".")
