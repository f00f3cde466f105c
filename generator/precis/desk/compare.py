"""A record and another version of it: the corrections in United Nations wording, and what changed as tracked text.

The other version is a delegation's Word file with tracked changes, any file that is read as a record, or a source of
corrections that were asked for already. The corrections are those of `precis correct`, their words those of the
memorandum, the tracked text that of the marked copy.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from precis.assets import Assets
from precis.corrections import correct
from precis.corrections.eye import settled
from precis.corrections.instruction import Correction, InsertBlocks, Side, Split
from precis.corrections.location import Location, locations
from precis.corrections.plan import block_of
from precis.corrections.source import Corrected, print_item
from precis.desk.tracked import Tracked, fragment, tracked_blocks
from precis.desk.worded import Words, said_in
from precis.documents.memorandum import last_day, memorandum
from precis.language import load_wording
from precis.model import Fault, FileSpan, Finding, PrecisError, Record
from precis.reading.files import read_bytes, read_file
from precis.source.kinds import Form
from precis.tasks.correct import computed, corrected_record, marked_view, read_corrected
from precis.tasks.housed import housed
from precis.tasks.made import kind_of_file
from precis.tasks.rendering import Settings, with_marks
from precis.writers.page import make_page

__all__ = ["Comparison", "Group", "Item", "compared", "compared_with"]

_TOLD = ("repaired", "missing", "unread")
_TRACKED = "change-left-out"
_WORD = (".docx", ".docm")
_LONGEST_NAME = 100
"""Characters of the name of a file that is sent, which count from its end."""
_PUT_AFTER = (InsertBlocks, Split)


@dataclass(frozen=True, slots=True)
class Item:
    """A correction: its place and what is to be done there in United Nations wording (HTML), the words it takes away
    and puts in, and how a source of corrections writes it. `tracked` is False where the other version is a Word file
    with tracked changes, and this change is none of them.
    """

    id: str
    place: str
    said: str
    old: str
    new: str
    source: str
    tracked: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """The corrections of one block of the record, and that block as tracked text (HTML)."""

    html: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two versions differ in. `by` are who tracked changes, or who asks; dates are as 2024-12-20, "" for none.

    `tracked` says that the other version has tracked changes; `alike` counts the texts that differ in letters which
    look equal. `language` is that of the record.
    """

    symbol: str
    language: str
    issued: str
    last_day: str
    by: tuple[str, ...]
    asked: str
    tracked: bool
    groups: tuple[Group, ...]
    alike: int = 0
    told: tuple[Finding, ...] = ()


def compared(old: str, new: str, settings: Settings) -> Comparison:
    """What the file `new` makes different of the record of the file `old`.

    Raises PrecisError as `precis correct` does, and where a source of corrections does not fit the record.
    """
    assets = settings.assets
    if kind_of_file(new, assets).form is Form.CORRECTIONS:
        return _Comparing(_asked(old, new, assets), settings).done()
    found, by = computed(old, new, Path(old).parent, assets, None, None), _who_changed(new, assets)
    silent = () if by is None else _silent(found.record, new, assets)
    corrected = Corrected(found.record, found.source, old)
    told = tuple(each for each in found.findings if each.kind in _TOLD and each.code != _TRACKED)
    return replace(_Comparing(corrected, settings, by, silent).done(), alike=found.alike, told=told)


def _asked(old: str, new: str, assets: Assets) -> Corrected:
    """The corrections of a source, which must be to the record of the file `old`."""
    corrected = read_corrected(new, assets)
    record = read_file(old, assets).record
    if corrected.record != record:
        message = f"corrects {corrected.source.record}, not this record; open that one"
        raise PrecisError.one("other-record", message, FileSpan(new))
    return corrected


def _who_changed(file: str, assets: Assets) -> tuple[str, ...] | None:
    """Who made the tracked changes of a Word file; None for a file without any."""
    if Path(file).suffix.lower() not in _WORD:
        return None
    from precis.reading.forms.docx import who_changed

    return who_changed(read_bytes(file), file, assets)


def _silent(record: Record, file: str, assets: Assets) -> tuple[Correction, ...]:
    """What a file with tracked changes has different of the record although it is not tracked."""
    before = settled(record, read_file(file, assets, rejected=True).record).record
    return correct(record, before, load_wording(record.language, assets).small_words)


@dataclass
class _Comparing:
    """Puts together what is shown of corrections: `by` made tracked changes, and `silent` are none of them."""

    corrected: Corrected
    settings: Settings
    by: tuple[str, ...] | None = None
    silent: tuple[Correction, ...] = ()

    def done(self) -> Comparison:
        """What is shown."""
        record, source = self.corrected.record, self.corrected.source
        asks = (source.requested_by,) if source.requested_by else ()
        return Comparison(
            symbol=str(record.symbol or ""),
            language=record.language,
            issued=str(record.issued or ""),
            last_day="" if record.issued is None else str(last_day(record.issued)),
            by=asks if self.by is None else self.by,
            asked=str(source.requested_on or ""),
            tracked=self.by is not None,
            groups=tuple(self._groups()) if source.corrections else (),
        )

    def _groups(self) -> Iterator[Group]:
        """The items in order, those of one block together."""
        record, source = self.corrected.record, self.corrected.source
        first, tracked = self._tracked()
        at = {place: number for number, place in enumerate(locations(record.blocks))}
        pairs = zip(source.corrections, self._items(), strict=True)
        for _, group in groupby(pairs, key=lambda pair: _together(pair[0].location, at)):
            together = tuple(group)
            block = at.get(block_of(together[0][0].location))
            items = tuple(item for _, item in together)
            elements = [] if block is None else _elements(block, [each for each, _ in together], first, tracked)
            yield Group("".join(map(fragment, elements)) or "".join(map(_words, items)), items)

    def _tracked(self) -> tuple[list[Any], list[Tracked]]:
        record = self.corrected.record
        after = corrected_record(self.corrected, self.settings.assets)
        style, assets = housed(record, self.settings.house, self.settings.assets)
        view = marked_view(self.corrected, after, style, assets)
        assert view.marking is not None, "a marked copy has a marking"
        before = make_page(view.marking.before, style, assets)
        marked = with_marks(make_page(view, style, assets), view, style, assets)
        return tracked_blocks(before, marked, record.blocks)

    def _items(self) -> Iterator[Item]:
        record, source = self.corrected.record, self.corrected.source
        style, assets = housed(record, self.settings.house, self.settings.assets)
        said = said_in(make_page(memorandum(self.corrected, assets), style, assets))
        words = Words(record, load_wording(record.language, assets).small_words)
        for number, (each, (place, what)) in enumerate(zip(source.corrections, said, strict=True), 1):
            old, new = words.of(each)
            yield Item(f"c{number}", place, what, old, new, print_item(each), each not in self.silent)


def _together(location: Location, blocks: Container[Location]) -> Location:
    """What the corrections that are shown together have in common: the block, or the part of the cover."""
    block = block_of(location)
    return block if block in blocks else replace(location, sentence=None)


def _elements(block: int, corrections: Sequence[Correction], first: list[Any], tracked: Sequence[Tracked]) -> list[Any]:
    """The elements that show the corrections of a block: what it became, and what is put in before and after it."""
    own = tracked[block]
    shown = [own.element] if own.changed else []
    if any(map(_is_before, corrections)):
        shown = [*(tracked[block - 1].after if block else first), *shown]
    if any(isinstance(each.instruction, _PUT_AFTER) and not _is_before(each) for each in corrections):
        shown = [*shown, *own.after]
    return shown


def _is_before(correction: Correction) -> bool:
    return isinstance(correction.instruction, InsertBlocks) and correction.instruction.side is Side.BEFORE


def _words(item: Item) -> str:
    """The words of a correction that no block shows: of the cover, a note, the numbers."""
    parts = [f"<{name}>{escape(text)}</{name}>" for name, text in (("del", item.old), ("ins", item.new)) if text]
    return f"<p>{' '.join(parts)}</p>" if parts else ""


def compared_with(old: str, name: str, data: bytes, settings: Settings) -> Comparison:
    """The same with what a file of that `name` holds, which stands nowhere."""
    with TemporaryDirectory() as place:
        file = Path(place, name.replace("\0", "").lstrip(".")[-_LONGEST_NAME:] or "version")
        file.write_bytes(data)
        try:
            return compared(old, str(file), settings)
        except PrecisError as error:
            raise PrecisError([_of_file(fault, str(file), name) for fault in error.faults]) from error


def _of_file(fault: Fault, file: str, name: str) -> Fault:
    span = replace(fault.span, file=name) if fault.span.file == file else fault.span
    return replace(fault, span=span, message=fault.message.replace(file, name))
