"""Writing SVG: one element, escaped, with its attributes in the order given."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape


def element(name: str, *children: str | Markup, **attributes: str | float) -> Markup:
    """An element; ``class_`` and ``font_size`` are written ``class`` and ``font-size``."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value))
        for key, value in attributes.items()
    )
    inner = Markup("").join(escape(child) for child in children)
    return Markup("<{0}{1}>{2}</{0}>").format(name, written, inner)


def text(x: float, y: float, content: str, class_: str) -> Markup:
    return element("text", content, x=x, y=y, class_=class_)


@dataclass(frozen=True, slots=True)
class Box:
    """Where a rectangle lies, in the units of the picture."""

    x: float
    y: float
    width: float
    height: float


def rectangle(box: Box, class_: str, tip: str) -> Markup:
    """A rectangle with *tip* shown when a pointer rests on it."""
    return element(
        "rect",
        element("title", tip),
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        class_=class_,
    )


def picture(
    width: float, height: float, name: str, title: str, desc: str, *parts: Markup
) -> Markup:
    """A whole picture that scales, with its title and description for those who cannot see it."""
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", desc, id=f"{name}-desc"),
        *parts,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_="chart",
    )


def shortened(content: str, most: int) -> str:
    """At most *most* characters; an ellipsis tells that there were more."""
    return content if len(content) <= most else content[: most - 1].rstrip() + "…"


def _value(value: str | float) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
