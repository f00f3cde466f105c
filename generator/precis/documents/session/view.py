"""A paper as its template sees it: sheets of sections side by side, their words bound, their calls made links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from precis.assets import Assets
from precis.documents.session.binding import HARD, JOINER
from precis.documents.session.paper import Cited, Look, Paper, Place, Section, Sheet
from precis.documents.session.references import calls_in, short_meetings
from precis.documents.session.words import Words, load_words
from precis.documents.view import RECORD, View
from precis.language.bodies import load_body
from precis.model import Block, Call, Inline, Inlines, Link, List, Paragraph, Run, Table, mapped
from precis.source.kinds import BRIEF_MEETING, BRIEF_SESSION, BRIEF_STATE, DIGEST

__all__ = ["paper_view"]

_BESIDE: Mapping[Place, tuple[Place, ...]] = {
    Place.MAIN: (Place.MAIN, Place.SIDE),
    Place.SIDE: (Place.MAIN, Place.SIDE),
    Place.LEFT: (Place.LEFT, Place.RIGHT),
    Place.RIGHT: (Place.LEFT, Place.RIGHT),
    Place.FIRST: (Place.FIRST, Place.SECOND, Place.THIRD),
    Place.SECOND: (Place.FIRST, Place.SECOND, Place.THIRD),
    Place.THIRD: (Place.FIRST, Place.SECOND, Place.THIRD),
}
_ARRANGEMENTS = {Place.MAIN: "main-side", Place.LEFT: "halves", Place.FIRST: "thirds"}


def paper_view(paper: Paper, assets: Assets) -> View:
    """The view of a digest or briefing."""
    words = load_words(paper.language, assets)
    setter = _Setter(paper, words)
    short = load_body(paper.body, assets).named(paper.language).short if paper.body else paper.committee
    sections = [section for sheet in paper.sheets for section in sheet.sections]
    return View(
        template="digest.html",
        stem=f"{paper.stem}-{paper.language}",
        names={
            "kind": paper.kind,
            "language": paper.language,
            "document_title": _head(paper, words, short).partition(" · ")[0],
            "document_date": paper.date or "",
            "subject": short,
            "keywords": "; ".join(dict.fromkeys(section.title for section in sections if section.title)),
            "head": _head(paper, words, short),
            "notice": words.text("unofficial"),
            "foot": _foot(paper, words, setter),
            "kind_named": words.text(f"kind_{paper.kind}"),
            "committee": paper.committee,
            "title": paper.title,
            "small": paper.kind == BRIEF_MEETING,
            "about": words.binding.bound(paper.about),
            "sheets": [setter.sheet(sheet, first=number == 0) for number, sheet in enumerate(paper.sheets)],
        },
        notes={},
        unconfirmed=tuple(sorted(words.said_unconfirmed.union(paper.unconfirmed))),
    )


def _head(paper: Paper, words: Words, short: str) -> str:
    """The running head: what the paper is, and the committee's short name."""
    own = f"head_{paper.kind}"
    if paper.kind == DIGEST and paper.session is None:
        own = "head_digest_unnumbered"
    if not words.has(own) or (paper.session is None and paper.kind in (BRIEF_SESSION, BRIEF_STATE)):
        return words.text("head_brief", kind=words.text(f"kind_{paper.kind}"), title=paper.title, committee=short)
    return words.text(own, session=paper.session or 0, committee=short, title=paper.title)


def _foot(paper: Paper, words: Words, setter: _Setter) -> str:
    calls = calls_in(section for sheet in paper.sheets for section in sheet.sections)
    cited = next((each for call in calls if (each := setter.cited(call)).printed), None)
    if cited is None:
        key = ""
    else:
        number = f"[{cited.paragraph}]" if cited.computed else str(cited.paragraph)
        short = f"{setter.short[cited.record]}:{number}"
        key = words.text("key", short=short, record=cited.record, number=str(cited.paragraph))
    return words.text("foot_sample" if paper.sample else "foot", key=key).strip()


class _Setter:
    """Turns sheets into what the template prints."""

    def __init__(self, paper: Paper, words: Words) -> None:
        self.paper = paper
        self.words = words
        self.bound = words.binding.bound
        self.short = short_meetings(each.record for each in paper.cited.values() if each.printed)

    def sheet(self, sheet: Sheet, *, first: bool) -> dict[str, Any]:
        """A sheet: its title, and its sections in groups that stand side by side or over the whole width."""
        groups = list(self._groups(sheet, first=first))
        if first or sheet.title:
            # The title has a rule below it.
            for column in groups[0]["columns"] if groups else ():
                for section in column[:1]:
                    section["first"] = True
        return {"title": sheet.title, "about": self.bound(sheet.about), "groups": groups}

    def _groups(self, sheet: Sheet, *, first: bool) -> Iterator[dict[str, Any]]:
        waiting: list[Section] = []
        for section in (*sheet.sections, None):
            beside = None if section is None else _BESIDE.get(section.place)
            if waiting and (section is None or beside != _BESIDE.get(waiting[0].place)):
                yield self._columns(waiting, first=first)
                waiting = []
            if section is None:
                return
            if beside is None:
                yield {"arrangement": "", "columns": [[self._section(section)]]}
            else:
                waiting.append(section)

    def _columns(self, sections: Sequence[Section], *, first: bool) -> dict[str, Any]:
        places = _BESIDE[sections[0].place]
        name = _ARRANGEMENTS[places[0]]
        if name == "main-side" and first and self.paper.kind == DIGEST:
            name = "first-page"
        columns = [[self._section(each) for each in sections if each.place is place] for place in places]
        return {"arrangement": name, "columns": columns}

    def _section(self, section: Section) -> dict[str, Any]:
        return {
            "look": str(section.look),
            "first": False,
            "title": self.bound(section.title),
            "aside": self.bound(section.aside),
            "blocks": [shown for block in section.blocks for shown in self._blocks(block, section.look)],
        }

    def _blocks(self, block: Block, look: Look) -> Iterator[Block]:
        """A block as it is printed; what stands above and below a table are lines of their own in a sheet."""
        if isinstance(block, Table) and block.caption:
            yield self._block(Paragraph(None, block.caption), look)
        yield self._block(block, look)
        if isinstance(block, Table) and block.source:
            yield self._block(Paragraph(None, block.source), look)

    def _block(self, block: Block, look: Look) -> Block:
        shown = mapped(block, self._shown)
        if isinstance(shown, List):
            # In the narrow columns of a sheet lists have one level.
            return List.of(item.lettered for item in shown.items)
        if isinstance(shown, Paragraph):
            words = _last_bound(shown.inlines) if look.told else shown.inlines
            return Paragraph(None, words)
        return shown

    def _shown(self, items: Inlines) -> Inlines:
        """The words of a text bound, and its calls as references where they stand."""
        out: list[Inline] = []
        waiting: list[Call] = []
        for item in items:
            if isinstance(item, Call):
                waiting.extend([item] if self.cited(item).printed else ())
                continue
            out.extend(self._reference(waiting, after=bool(out)))
            waiting = []
            out.append(
                Run(self.bound(item.text), item.bold, item.italic, item.superscript) if isinstance(item, Run) else item
            )
        out.extend(self._reference(waiting, after=bool(out)))
        return tuple(out)

    def cited(self, call: Call) -> Cited:
        """The place that a call names."""
        return self.paper.cited[call.label]

    def _reference(self, calls: Sequence[Call], *, after: bool) -> Iterator[Inline]:
        """References as one: "52:18–20", "54:5, 19", each part a link. After words they are raised, never parted."""
        groups: dict[str, dict[int, bool]] = {}
        for call in calls:
            each = self.cited(call)
            groups.setdefault(each.record, {})[each.paragraph] = each.computed
        parts: list[Inline] = []
        for record, numbers in groups.items():
            for place, (first, last) in enumerate(_spans(sorted(numbers))):
                if parts:
                    parts.append(Run(f",{HARD}" if after else ", ", superscript=after))
                shown = _number(first, numbers) + (f"–{JOINER}{_number(last, numbers)}" if last != first else "")
                text = f"{self.short[record]}:{shown}" if place == 0 else shown
                told = shown.replace(JOINER, "")
                name = "link" if last == first else "link_many"
                title = self.words.text(name, record=record, number=told)
                text = text.replace("-", f"-{JOINER}").replace(".", f".{JOINER}")
                parts.append(Link((Run(text, superscript=after),), f"{RECORD}{record}#p{first}", title))
        if parts and after:
            yield Run(JOINER)
        yield from parts


def _number(number: int, computed: Mapping[int, bool]) -> str:
    return f"[{number}]" if computed[number] else str(number)


def _spans(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _last_bound(items: Inlines) -> Inlines:
    """The words of a paragraph with its last two held together."""
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if not isinstance(item, Run) or item.superscript or not item.text.strip(JOINER):
            continue
        head, blank, tail = item.text.rstrip().rpartition(" ")
        if blank and len(tail) < _SHORT and len(head.rpartition(" ")[2]) < _SHORT:
            held = Run(f"{head}{HARD}{tail}", item.bold, item.italic)
            return (*items[:place], held, *items[place + 1 :])
        break
    return items


_SHORT = 12
"""Letters of a last word that is held to the one before it."""
