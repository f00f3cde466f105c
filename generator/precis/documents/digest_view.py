"""A digest or briefing as its template sees it: statements with the links of their references, tables, drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from precis.assets import Assets
from precis.documents.digest import MARKS, Digest, Words, load_words
from precis.documents.view import View
from precis.facts.fact import Reference
from precis.model import Block, Bullets, Call, Heading, Inlines, Paragraph, Quotation, Run, Table, plain

__all__ = ["digest_view"]

Drawings = Callable[[str], "tuple[str, str] | None"]
"""The drawing that a mark stands for, as data, and its alternative text."""

Part = dict[str, Any]


def digest_view(digest: Digest, assets: Assets, address: str, drawings: Drawings) -> View:
    """The view of a digest or briefing.

    `address` is the house style's pattern of a document's address, which references and symbols link to.
    """
    words = load_words(digest.language, assets)
    setter = _Setter(digest, words, address, drawings)
    session = words.ordinal(digest.session) if digest.session is not None else ""
    subject = words.head("subject", committee=digest.committee, session=session) if session else digest.committee
    return View(
        template="digest.html",
        stem=f"{digest.stem}-{digest.language}",
        names={
            "kind": digest.kind,
            "language": digest.language,
            "document_title": digest.title,
            "running": digest.title,
            "document_date": digest.date or "",
            "subject": subject,
            "keywords": "; ".join(
                plain(block.inlines) for block in digest.blocks if isinstance(block, Heading) and block.level == 1
            ),
            "foot": words.head("sample" if digest.sample else "foot"),
            "committee": digest.committee,
            "title": digest.title,
            "blocks": [setter.block(block) for block in digest.blocks],
        },
        notes={},
    )


class _Setter:
    """Turns blocks into what the template prints: each text is a list of parts, words or a reference."""

    def __init__(self, digest: Digest, words: Words, address: str, drawings: Drawings) -> None:
        self.digest = digest
        self.words = words
        self.address = address
        self.drawings = drawings

    def block(self, block: Block) -> Part:
        """A block by its kind."""
        match block:
            case Heading():
                return {"kind": "heading", "level": block.level, "parts": self.parts(block.inlines)}
            case Paragraph():
                return self._paragraph(block)
            case Bullets():
                return {"kind": "bullets", "items": [self.parts(item) for item in block.items]}
            case Quotation():
                return {"kind": "quotation", "paragraphs": [self.parts(each) for each in block.paragraphs]}
            case Table():
                return self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> Part:
        text = plain(paragraph.inlines)
        if text in MARKS:
            drawn = self.drawings(text)
            if drawn is not None:
                return {"kind": "drawing", "data": drawn[0], "alt": drawn[1]}
            return {"kind": "nothing"}
        return {"kind": "paragraph", "parts": self.parts(paragraph.inlines)}

    def _table(self, table: Table) -> Part:
        rows = [[self.parts(cell) for cell in row] for row in table.rows]
        texts = [[_length(cell) for cell in row] for row in (_texts(table.head), *map(self._row_texts, table.rows))]
        return {
            "kind": "table",
            "head": [self.parts(cell) for cell in table.head],
            "rows": rows,
            "widths": " ".join(str(width) for width in _widths(texts)),
        }

    def _row_texts(self, row: Sequence[Inlines]) -> list[str]:
        return ["".join(part["text"] for part in self.parts(cell)) for cell in row]

    def parts(self, inlines: Inlines) -> list[Part]:
        """The words of a text, and its references together in parentheses where they stand."""
        out: list[Part] = []
        waiting: list[Reference] = []
        for item in inlines:
            if isinstance(item, Call):
                waiting.append(self.digest.references[item.label])
                continue
            if waiting:
                out.extend(self._references(waiting, bool(out)))
                waiting = []
            if isinstance(item, Run):
                out.append({"text": item.text, "bold": item.bold, "italic": item.italic, "href": ""})
        if waiting:
            out.extend(self._references(waiting, bool(out)))
        return out

    def _references(self, references: Sequence[Reference], after_words: bool) -> Iterable[Part]:
        """References as "(SR.590, paras. 5 and 7; SR.591, cover)", each a link; without parentheses in a cell alone."""
        yield _word(" (" if after_words else "")
        groups: dict[tuple[str, str], list[Reference]] = {}
        for reference in references:
            key = "text" if reference.part == "text" else reference.part
            groups.setdefault((reference.record, key), []).append(reference)
        for number, ((record, part), group) in enumerate(groups.items()):
            if number:
                yield _word("; ")
            yield {**_word(self._told(record, part, group)), "href": self._href(record, part)}
        yield _word(")" if after_words else "")

    def _told(self, record: str, part: str, group: Sequence[Reference]) -> str:
        say, short = self.words.of, record.rpartition("/")[2]
        if part == "source":
            return say("reference", "source")
        if part == "cover":
            return say("reference", "cover").format(record=short)
        told = list(dict.fromkeys(each.number for each in sorted(group, key=lambda each: each.paragraph or 0)))
        if part == "heading":
            return say("reference", "heading").format(record=short, paragraph=told[0])
        if len(told) == 1:
            return say("reference", "para").format(record=short, paragraph=told[0])
        listed = f"{', '.join(told[:-1])} and {told[-1]}"
        return say("reference", "paras").format(record=short, paragraphs=listed)

    def _href(self, record: str, part: str) -> str:
        if part == "source" or "/SR." not in record:
            return ""
        return self.address.format(language=self.digest.language, symbol=record)


def _word(text: str) -> Part:
    return {"text": text, "bold": False, "italic": False, "href": ""}


def _texts(row: Sequence[Inlines]) -> list[str]:
    return [plain(cell) for cell in row]


def _length(text: str) -> int:
    """How much room a cell wants: its text, but at least its longest word."""
    return max(len(text), 2 * max((len(word) for word in text.split()), default=1))


def _widths(rows: Sequence[Sequence[int]]) -> list[int]:
    """Widths of columns in parts of a hundred, by the root of what they hold, so that no column starves."""
    most = [max(row[column] for row in rows) ** 0.5 for column in range(len(rows[0]))]
    whole = sum(most)
    return [round(100 * each / whole) for each in most]
