"""The source of a digest as it is edited: every sentence with its references, and what stands now where they lead."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from precis.assets import Assets
from precis.desk.actions import Done, done
from precis.desk.findings import Shown, Units, of_message
from precis.desk.folder import SOURCE, Folder, OutsideError
from precis.documents.session.check import Followed, followed, without_reference
from precis.documents.session.paper import Cited, Paper
from precis.documents.session.references import short_meetings
from precis.documents.session.source import PaperSource, print_note, read_paper
from precis.documents.session.standing import Standing
from precis.model import Block, Call, Inlines, List, Paragraph, PrecisError, Quotation, Run, Table, plain
from precis.source.kinds import Form
from precis.tasks.circumstances import circumstances
from precis.tasks.digest import digest_text
from precis.tasks.gather import Gathered, gather
from precis.tasks.kept import store_text
from precis.tasks.known import Known
from precis.tasks.made import kind_of_file
from precis.tasks.rendering import Settings

__all__ = ["digest_languages", "digest_looked", "digest_source", "digest_sources"]


def digest_languages(assets: Assets) -> tuple[str, ...]:
    """The codes of the languages in which digests are written, English first."""
    return tuple(sorted(assets.names("languages", "/digest.toml"), key=lambda code: (code != "en", code)))


def digest_sources(folder: Folder, assets: Assets) -> Iterator[str]:
    """The sources of digests and briefings in a folder, sorted."""
    for name in folder.sources():
        try:
            if kind_of_file(str(folder.path(name)), assets).form is Form.DIGEST:
                yield name
        except PrecisError:
            # The board tells what is wrong with it.
            continue


def digest_source(root: Path, path: str, settings: Settings, language: str) -> Done:
    """Write the source of the digest of a folder, as `precis digest --source` does; PrecisError if it is there."""
    folder = Folder(root)
    target = folder.path(path)
    text, told = digest_text(
        os.path.relpath(root), Path(os.path.relpath(target)), settings.house, settings.assets, language
    )
    store_text(target, text)
    return done((path,), told, folder)


def digest_looked(root: Path, path: str, text: str, settings: Settings) -> dict[str, Any]:
    """What the desk shows of the source of a digest: see `api/digest/look` in docs/desk.md.

    Where the text is such that no digest can be read of it, `sheets` is None, and `told` says why. Raises OutsideError
    if it names records outside the folder.
    """
    folder, units = Folder(root), Units(text)
    try:
        source = read_paper(text, path)
        records = _inside(folder, path, source.paper.records)
        gathered = _gathered(folder, records, settings)
    except PrecisError as error:
        told = [of_message(fault.of(path), units if fault.span.file in ("", path) else None) for fault in error.faults]
        return {"sheets": None, "references": {}, "told": [_in_folder(each, folder) for each in told]}
    found = followed(source, gathered.facts, settings.assets)
    told = [*(of_message(each, units) for each in found.faults)]
    told += [of_message(each, units) for each in without_reference(source)]
    told.sort(key=lambda each: (each["line"], each["column"]))
    return {
        "language": found.paper.language,
        "sheets": list(_sheets(source, found.paper)),
        "references": _References(folder, gathered, found, source).shown(),
        "told": told,
    }


def _inside(folder: Folder, path: str, records: str) -> str:
    """The records that a source names, as the commands name them; OutsideError if they are not in the folder."""
    place = (folder.path(path).parent / records).resolve()
    if not place.is_relative_to(folder.root):
        raise OutsideError(records)
    return os.path.relpath(place)


def _gathered(folder: Folder, records: str, settings: Settings) -> Gathered:
    """The facts of the records; those that have not changed are not read again."""
    known = Known(folder.own, circumstances(settings.assets.folders).word((settings.body,)))
    gathered = gather(records, settings.assets, known=known)
    known.write()
    return gathered


def _in_folder(shown: Shown, folder: Folder) -> Shown:
    return shown | {"path": folder.shown(shown["path"]) if shown["path"] else ""}


def _sheets(source: PaperSource, paper: Paper) -> Iterator[dict[str, Any]]:
    """The sheets, their sections and the sentences in these, each with its line and its references."""
    lines = iter(source.blocks)
    rows = source.text.split("\n")
    for sheet in paper.sheets:
        sections = []
        for section in sheet.sections:
            sentences: list[dict[str, Any]] = []
            for block in section.blocks:
                _, _, line = next(lines)
                sentences.extend(_sentences(block, line, rows))
            sections.append({"title": section.title, "aside": section.aside, "sentences": sentences})
        yield {"title": sheet.title or (paper.title if sheet is paper.sheets[0] else ""), "sections": sections}


def _sentences(block: Block, line: int, rows: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The words of a block up to each of its references, and what follows the last."""
    for text, at in _texts(block, line):
        for words, labels in _parted(text):
            calls = [f"[^{label}]" for label in labels]
            own = next((n for n, row in enumerate(rows[at - 1 :], at) if any(call in row for call in calls)), at)
            yield {"line": own, "html": _html(words), "references": labels}


def _texts(block: Block, line: int) -> Iterator[tuple[Inlines, int]]:
    """The texts of a block: of a table a row at once, with its line, and its head where that has a reference."""
    match block:
        case Table():
            if any(isinstance(item, Call) for cell in block.head for item in cell):
                yield _row(block.head), line
            for number, row in enumerate(block.rows, line + 2):
                yield _row(row), number
        case Quotation():
            for number, paragraph in enumerate(block.paragraphs):
                yield paragraph, line + 2 * number
        case List():
            for number, item in enumerate(block.items):
                yield item.inlines, line + number
        case Paragraph():
            yield block.inlines, line


_BETWEEN = " · "


def _row(cells: Iterable[Inlines]) -> Inlines:
    return tuple(item for cell in cells if cell for item in (*_before(cell), *cell))


def _before(cell: Inlines) -> Inlines:
    """What parts the words of a cell from those before it in its row."""
    return (Run(_BETWEEN),) if plain(cell).strip() else ()


def _parted(items: Inlines) -> Iterator[tuple[Inlines, list[str]]]:
    words: list[Any] = []
    labels: list[str] = []
    for item in items:
        if isinstance(item, Call):
            labels.append(item.label)
            continue
        if labels and plain((item,)).strip():
            yield tuple(words), labels
            words, labels = [], []
        words.append(item)
    if labels or plain(tuple(words)).strip():
        yield tuple(words), labels


def _html(items: Inlines) -> str:
    parts = []
    for item in items:
        said = escape(plain((item,)), quote=False)
        if isinstance(item, Run) and item.bold:
            said = f"<b>{said}</b>"
        parts.append(f"<i>{said}</i>" if isinstance(item, Run) and item.italic else said)
    return "".join(parts).strip(_BETWEEN)


class _References:
    """What is shown of the references of a digest."""

    def __init__(self, folder: Folder, gathered: Gathered, found: Followed, source: PaperSource) -> None:
        self.found, self.source, self.units = found, source, Units(source.text)
        self.short = short_meetings(each.record for each in found.paper.cited.values() if each.printed)
        files = ((each.record.symbol, each.file) for each in gathered.given)
        self.files = {str(symbol.bare): folder.shown(file) for symbol, file in files if symbol is not None}

    def shown(self) -> dict[str, Any]:
        """Each by its label."""
        return {label: self._one(label, cited) for label, cited in self.found.paper.cited.items()}

    def _one(self, label: str, cited: Cited) -> dict[str, Any]:
        now = self.found.standing[label]
        file = self.files.get(cited.record, "")
        return {
            "short": self._short(cited),
            "where": print_note(Cited(cited.record, cited.paragraph, (), cited.computed, cited.part)),
            "path": file if file.endswith(SOURCE) else "",
            "paragraph": cited.paragraph if cited.part == "text" else None,
            "holds": now.holds,
            "line": self.source.notes.get(label),
            "texts": [] if now.texts is None else [_marked(text, cited.words, now) for text in _told(cited, now)],
            "changed": [self._changed(label, old, new) for old, new in now.changed],
        }

    def _short(self, cited: Cited) -> str:
        if not cited.printed:
            return print_note(Cited(cited.record, cited.paragraph, (), cited.computed, cited.part))
        number = f"[{cited.paragraph}]" if cited.computed else cited.paragraph
        return f"{self.short.get(cited.record, cited.record)}:{number}"

    def _changed(self, label: str, old: str, new: str) -> dict[str, Any]:
        """Words that do not stand there any more, those that do, and where the note of the source has the old ones."""
        line = self.source.notes.get(label)
        begins = self.units.offset(line or 1, 1)
        at = self.source.text.find(f"“{old}”", begins) if line is not None and new else -1
        fix = None
        if at >= 0 and "\n[^" not in self.source.text[begins:at]:
            fix = {"from": self.units.units(at + 1), "to": self.units.units(at + 1 + len(old)), "insert": new}
        return {"old": old, "new": new, "fix": fix}


def _told(cited: Cited, now: Standing) -> Iterable[str]:
    """What is shown of a place: of the cover, the headings and the session's source only what is cited, as far as it
    stands there.
    """
    assert now.texts is not None
    if cited.part == "text":
        return now.texts
    words = (*cited.words, *(new for _, new in now.changed))
    return [text for text in now.texts if any(each and each in text for each in words)] or now.texts


def _marked(text: str, words: Sequence[str], now: Standing) -> str:
    """A text with the words marked that the digest uses, and those that took the place of such."""
    wanted = [each for each in (*words, *(new for _, new in now.changed)) if each]
    if not wanted:
        return escape(text, quote=False)
    found = re.split("(" + "|".join(sorted(map(re.escape, set(wanted)), key=len, reverse=True)) + ")", text)
    parts = (
        f"<mark>{escape(part, quote=False)}</mark>" if n % 2 else escape(part, quote=False)
        for n, part in enumerate(found)
    )
    return "".join(parts)
