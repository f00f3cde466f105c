"""A record from the lines of a published text, through the wording files; whatever form the lines came from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Any

from precis.assets import Assets
from precis.language.bodies import Body, bodies
from precis.language.states import States, load_states
from precis.language.wording import Wording, languages, load_wording
from precis.model import ContentsItem, Coverage, Heading, Paragraph, Reading, plain
from precis.proceedings.contents import contents_of
from precis.reading.cover.agreement import with_sound_blanks
from precis.reading.cover.chairs import read_chairs
from precis.reading.cover.columns import by_columns
from precis.reading.cover.contents import read_contents, read_contents_label, read_unlabelled_contents
from precis.reading.cover.contradictions import check_given, settle_contradictions
from precis.reading.cover.corrections import read_corrections
from precis.reading.cover.cover import Cover
from precis.reading.cover.footnotes import read_footnotes, settle_footnotes
from precis.reading.cover.furniture import read_furniture, without_furniture
from precis.reading.cover.infer import infer, tell_missing
from precis.reading.cover.masthead import (
    read_distribution,
    read_issued,
    read_language,
    read_session,
    read_symbol,
)
from precis.reading.cover.names import read_names
from precis.reading.cover.notes import NOTES, keep_notes, read_notes, read_other_notes
from precis.reading.cover.parts import read_before_opening, settle_line, sort_lines
from precis.reading.cover.title import TITLES, check_meeting, read_held, read_title
from precis.reading.draft import CoverDraft
from precis.reading.line import FileText, LineLook, Role, TextLine, at_breaks, with_marks
from precis.reading.mend.blanks import take_blanks
from precis.reading.mend.characters import in_order, without_unprintable
from precis.reading.mend.directions import in_reading_order
from precis.reading.mend.divided_words import with_whole_words
from precis.reading.mend.figure_calls import with_starred_calls
from precis.reading.mend.mending import with_parted_letters
from precis.reading.mend.repair import repair
from precis.reading.mend.torn_symbols import with_latin_symbols
from precis.reading.ours.cover import read_placed_cover
from precis.reading.ours.text import read_placed_text, sort_placed
from precis.reading.search.letters import letters
from precis.reading.search.tolerant import same_words
from precis.reading.search.zone import Zone
from precis.reading.text.body import Body as Text
from precis.reading.text.body import read_body
from precis.reading.text.items import contents_form, contents_items, parted
from precis.reading.text.named import with_named_notes
from precis.reading.text.numbers import with_found_numbers
from precis.reading.text.paragraphs import paragraph_lines
from precis.reading.text.raised import with_raised_notes

__all__ = ["recognise"]

_RULES: Mapping[Callable[[Cover], None], Role | None] = {
    read_corrections: Role.CORRECTIONS,
    read_notes: Role.TITLE,
    read_title: Role.TITLE,
    read_held: Role.HELD,
    read_symbol: Role.SYMBOL,
    check_meeting: Role.TITLE,
    read_contents_label: Role.CONTENTS_TITLE,
    read_distribution: Role.DISTRIBUTION,
    read_language: Role.LANGUAGE,
    read_names: Role.COMMITTEE,
    read_session: Role.SESSION,
    read_before_opening: None,
    read_chairs: Role.CHAIR,
    read_issued: Role.ISSUED,
    read_other_notes: Role.TITLE,
    read_furniture: None,
    read_contents: Role.CONTENTS_TITLE,
}
"""The rules of a cover in their order: what has the most words of its own comes first.

Each has the place that it is not needed for where that was read already.
"""

_TELLING = (
    *reversed(TITLES),
    *("meeting_opening", "meeting_closing", "discussion_opening", "part_opening", "public_part_opening", "held"),
)
"""The formulae that tell the language of a text."""


_ALEF = "\u0627"
"""The letter that no Arabic text is without."""


class _Known:
    """The wordings, the bodies and the States by which a text is read.

    A wording is loaded when a text is first asked for its words, and kept: most runs read texts of one language.
    """

    def __init__(self, assets: Assets) -> None:
        self.bodies: Sequence[Body] = bodies(assets)
        self.states: States = load_states(assets)
        self._languages = languages(assets)
        self.wording = cache(partial(load_wording, assets=assets))

    @property
    def wordings(self) -> Iterator[Wording]:
        """The wordings of all languages, ours first."""
        return map(self.wording, self._languages)


def recognise(source: FileText, file: str, assets: Assets, given: Mapping[str, Any]) -> Reading:
    """The record that the lines of a file are, with the findings. `given` are fields that the user supplied."""
    source.check_length(file)
    known = _known(assets)
    draft = CoverDraft(file, source.unit, given, findings=list(source.findings))
    check_given(draft, assets)
    lines = with_latin_symbols(without_unprintable(source.lines, draft), draft)
    placed = any(line.role is not None for line in lines)
    text = (_placed if placed else _loose)(lines, known, draft)
    assert draft.language.value is not None, "a text without a language is read as the first"
    settle_contradictions(draft, known.wording(draft.language.value))
    tell_missing(draft, known.bodies)
    record = draft.record(tuple(text.blocks), tuple(text.footnotes))
    return Reading(record, tuple(sorted(draft.findings, key=lambda each: each.span.line or 0)))


def _loose(lines: Sequence[TextLine], known: _Known, draft: CoverDraft) -> Text:
    """The text of a record whose lines only their words tell apart. All that the cover says goes to the draft."""
    notes = {with_marks(line) for line in lines if line.look is LineLook.FOOTNOTE}
    lines = with_named_notes(with_raised_notes(with_parted_letters([with_marks(line) for line in lines], draft)))
    zone = Zone(lines)
    if _is_turned(zone, known):
        lines = in_order(lines, draft)
        zone = Zone(lines)
    wording = _wording(zone, known, draft)
    draft.language.value = wording.language
    whole = with_whole_words(lines, wording, draft)
    if whole is not lines:
        zone = Zone(whole)
    parts = sort_lines(zone, wording, draft)
    # A note stands below the line that calls it, where the cover goes on: it is set behind the cover, as on paper.
    own = [line for line in parts.cover if line not in notes] if notes else parts.cover
    own = with_starred_calls(own, TITLES, NOTES, wording, draft)
    below = [line for line in parts.cover if line in notes] if notes else []
    cover = _cover(own, [*below, *parts.tail], wording, known, draft)
    read_unlabelled_contents(cover, parts.text)
    partial = draft.coverage.value is Coverage.PARTIAL or any(note.name == "rest_unrecorded" for note in cover.notes)
    for line in parts.ends:
        settle_line(line, partial, wording, draft)
    text = _read_text([*cover.before_opening, *parts.text], cover)
    read_footnotes(cover, text)
    settle_footnotes(text, draft)
    take_blanks(text, wording, draft)
    _finish(cover, text)
    keep_notes(cover)
    return text


def _placed(lines: Sequence[TextLine], known: _Known, draft: CoverDraft) -> Text:
    """The text of a record whose lines have their places. What is left of its cover is read by its words."""
    sorted_lines = sort_placed(lines)
    wording = _wording_of_labels(sorted_lines.cover, known) or _wording(Zone(sorted_lines.cover), known, draft)
    draft.language.value = wording.language
    read = read_placed_cover(sorted_lines.cover, sorted_lines.notes, wording, known.bodies, draft)
    text = read_placed_text(sorted_lines.text, wording, draft)
    settle_footnotes(text, draft)
    cover = _cover([with_marks(line) for line in read.rest], (), wording, known, draft, read.read)
    text.blocks[:0] = [Paragraph(None, line.inlines) for line in cover.before_opening]
    items = read.contents
    if items is None and cover.contents:
        items = contents_items(cover.contents, sorted_lines.text, wording, known.states)
    if items is not None and items != contents_of(_headings(text), wording):
        draft.contents_as_printed.read(items, None)
    _finish(cover, text)
    if Role.TITLE not in read.read:
        keep_notes(cover)
    return text


def _cover(
    lines: Sequence[TextLine],
    tail: Sequence[TextLine],
    wording: Wording,
    known: _Known,
    draft: CoverDraft,
    read: Collection[Role] = (),
) -> Cover:
    """The cover, read by its words, those places aside that were `read`; what follows the text is read with it."""
    cover_lines = [part for line in by_columns(lines) for part in at_breaks(line)]
    zone = Zone([*cover_lines, *tail])
    tail_start = zone.starts[len(cover_lines)] if tail else len(zone.text)
    cover = Cover(zone, wording, known.bodies, known.states, draft, tail_start)
    for rule, place in _RULES.items():
        if place not in read:
            rule(cover)
    return cover


def _finish(cover: Cover, text: Text) -> None:
    """Tell what no rule has read, and infer what the text does not say."""
    for piece in cover.zone.rest():
        if letters(piece.text):
            cover.draft.tell("cover-unread", "cover", "no known part of a cover", piece.line.at, old=piece.said)
    infer(text, cover.notes, cover.bodies, cover.wording, cover.draft)


@lru_cache(maxsize=4)
def _known(assets: Assets) -> _Known:
    """What is known of the house, loaded once: a folder of records is read with the same."""
    return _Known(assets)


def _wording(zone: Zone, known: _Known, draft: CoverDraft) -> Wording:
    """The wording of the language that the text is in: the first that has its title, opening or closing line."""
    given = draft.language.value if draft.language.given else None
    if given is not None:
        return known.wording(given)
    return _speaks(zone.short, known) or _speaks(zone, known) or next(known.wordings)


def _is_turned(zone: Zone, known: _Known) -> bool:
    """Whether Arabic words tell no language as they stand, and one when they are turned about."""
    if _ALEF not in zone.text or _speaks(zone, known) is not None:
        return False
    return _speaks(Zone([in_reading_order(line) for line in zone.lines]), known) is not None


def _speaks(zone: Zone, known: _Known) -> Wording | None:
    """The first wording that has one of the telling formulae in a zone."""
    return next(
        (wording for wording in known.wordings if any(zone.has(name, wording.forms(name)) for name in _TELLING)),
        None,
    )


def _wording_of_labels(lines: Sequence[TextLine], known: _Known) -> Wording | None:
    """The wording of the language whose word for the contents stands above these."""
    above = [line.text for line in lines if line.role is Role.CONTENTS_TITLE]
    return next((wording for wording in known.wordings if wording.labels["contents"] in above), None)


def _read_text(lines: Sequence[TextLine], cover: Cover) -> Text:
    """The blocks of the text; and the contents as printed, if they are not what follows from the headings."""
    wording, draft = cover.wording, cover.draft
    lines = with_found_numbers(without_furniture(lines, wording, draft))
    lines = [part for line in lines for part in parted(line, wording, draft)]
    items = contents_items(cover.contents, lines, wording, cover.states)
    levels = {contents_form(item.inlines, wording): item.level for item in items}
    text = read_body(paragraph_lines(lines, levels, wording, draft), levels, wording, draft)
    repair(text, wording, draft)
    items = with_sound_blanks(items, text, cover)
    derived = contents_of(_headings(text), wording)
    if items and [_printed(item) for item in items] != [_printed(item) for item in derived]:
        draft.contents_as_printed.read(items, cover.contents[0].at)
    return text


def _headings(text: Text) -> list[Heading]:
    return [block for block in text.blocks if isinstance(block, Heading)]


def _printed(item: ContentsItem) -> tuple[int, str]:
    return item.level, same_words(plain(item.inlines))
