"""The third paragraph: who presides, what the programme holds, who attends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stocktake.lexicon.spelling import spelling
from stocktake.model import Attribute, Fact, FactKind, Sentence
from stocktake.reports.brief.saying import is_within, proofs, quoted, when_told
from stocktake.reports.brief.scene import Scene
from stocktake.reports.patterns import Cited, claim, one_line, patterns, words


def sentences(scene: Scene) -> Iterator[Sentence]:
    yield from _chairs(scene)
    yield from _programme(scene)
    yield from attendance(scene.facts(FactKind.ATTENDANCE))


def _chairs(scene: Scene) -> Iterator[Sentence]:
    """Who presides in what role, each person once, with the fullest office told."""
    roles: dict[str, dict[str, Fact]] = {}
    for fact in scene.facts(FactKind.CHAIR):
        role, name = fact.get("role"), fact.get("name")
        if role and name:
            people = roles.setdefault(role.value, {})
            person = spelling("en").fold(name.value)
            people[person] = max(people.get(person, fact), fact, key=_office)
    for name_of_role, holders in sorted(roles.items()):
        chairs = [_person(fact) for fact in holders.values()]
        called = _role(name_of_role, len(chairs))
        yield claim("brief_chairs", role=called, n=len(chairs), chairs=chairs)


def _role(name: str, n: int) -> str:
    """A role of one or several; one that our words do not know as the lexicon calls it."""
    known = f"brief_role_{name}"
    return words(known, n=n) if known in patterns()["words"] else name


def _office(fact: Fact) -> int:
    office = fact.get("office")
    return len(office.value) if office else 0


def _person(fact: Fact) -> Cited:
    name, office = fact.get("name"), fact.get("office")
    told = one_line(name.quotation.text) if name else ""
    if office:
        told = words("brief_person", person=told, office=one_line(office.quotation.text))
    return Cited(told, proofs([fact]))


def _programme(scene: Scene) -> Iterator[Sentence]:
    """The items of the programme in their order; those by dimension together."""
    sessions = scene.facts(FactKind.SESSION)
    if not sessions:
        return
    items: dict[str, list[Fact]] = {}
    for fact in sessions:
        items.setdefault(_item(fact), []).append(fact)
    told = [_items(facts) for facts in items.values()]
    released = [fact for fact in _released(scene) if fact.get("date")]
    if released and (date := released[0].get("date")):
        yield claim(
            "brief_programme_released",
            when=when_told(date),
            items=told,
            citations=proofs(released[:1]),
        )
    else:
        yield claim("brief_programme", items=told)


def _released(scene: Scene) -> Iterator[Fact]:
    """When the programme was released, as told in a document on the meeting."""
    for fact in scene.known.facts(FactKind.ANNOUNCEMENT):
        kind = fact.get("kind")
        if kind and kind.value == "programme" and scene.is_about(fact.document_id):
            yield fact


def _item(fact: Fact) -> str:
    """What tells an item of a programme from others; items by dimension are one by format."""
    form, title = fact.get("format"), fact.get("title")
    if fact.get("dimension") and form:
        return form.value
    return title.value if title else form.value if form else ""


def _items(facts: list[Fact]) -> Cited:
    first = facts[0]
    form, title = first.get("format"), first.get("title")
    dimensions = [_dimension(fact) for fact in facts if fact.get("dimension")]
    if dimensions and form:
        once = list(dict.fromkeys(dimensions))
        return Cited(_by_dimension(form.value, once), proofs(facts))
    name = one_line(title.quotation.text) if title else form.value if form else ""
    about = list(_about(first))
    if about:
        name = words("brief_item", title=name, about="; ".join(about))
    return Cited(name, proofs(facts))


def _by_dimension(form: str, dimensions: list[str]) -> str:
    """Items of one format, one on each dimension."""
    known = f"brief_form_{form}"
    several = known in patterns()["words"]
    return words(
        "brief_groups" if several else "brief_each",
        format=words(known, n=len(dimensions)) if several else form,
        dimensions=[Cited(item) for item in dimensions],
    )


def _about(fact: Fact) -> Iterator[str]:
    """Of what formats an item is, beside its title, and what it is for or about."""
    title = fact.get("title")
    for form in fact.all("format"):
        if title and not is_within(form, title) and not _is_in_topic(form, fact):
            yield one_line(form.quotation.text)
    about = fact.get("purpose") or fact.get("topic")
    if about:
        yield quoted(about.quotation.text)


def _is_in_topic(form: Attribute, fact: Fact) -> bool:
    return any(is_within(form, one) for one in (*fact.all("purpose"), *fact.all("topic")))


def _dimension(fact: Fact) -> str:
    return "/".join(item.value for item in fact.all("dimension"))


def attendance(facts: Iterable[Fact]) -> Iterator[Sentence]:
    """Every figure told, verbatim and side by side."""
    told: dict[tuple[str, str], Cited] = {}
    for fact in facts:
        count, of = fact.get("count"), fact.get("of")
        if count and of:
            figure = words("brief_figure", count=count.quotation.text, of=of.quotation.text)
            told.setdefault((count.value, of.value), Cited(quoted(figure), proofs([fact])))
    if told:
        yield claim("brief_attendance", figures=list(told.values()))
