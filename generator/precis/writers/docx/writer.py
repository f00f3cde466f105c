"""What a file collects while its page is written: runs, notes, pictures, links and the places they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import count, groupby
from typing import Any

from precis.model import PrecisError
from precis.writers.bars import code_of
from precis.writers.direction import ARABIC, LATIN
from precis.writers.docx.inline import Change, Look, Piece, pieces_of
from precis.writers.docx.markup import for_word, half_points, text, w
from precis.writers.docx.numbering import Numbering
from precis.writers.docx.package import Story
from precis.writers.docx.pictures import Picture, bar_code_picture, drawing, emblem_picture, qr_picture
from precis.writers.docx.scripted import scripted
from precis.writers.docx.styles import StyleSheet
from precis.writers.docx.vocabulary import misplaced
from precis.writers.page import Page
from precis.writers.style import HouseStyle, PageClass

__all__ = ["Writer"]

_LONGEST_NAME = 40
"""Characters Word allows in the name of a bookmark."""


_KINDS = {"reference": "Reference", "aside": "Aside"}
"""The character styles of pieces of a kind."""


@dataclass(slots=True)
class Writer:
    """The state of one file. `break_pending` says that the next paragraph begins a page.

    Of sheets: `step` is the leading of the one that is written; `boxed` says whether a box is, `above` how much
    stands above the next paragraph, if not what its style says, and `ends_column` that a column ends before it;
    `part_of_width` is how wide its column is, in parts of the width that its tables were measured for.

    `letters` are the `w:numId` and the `w:ilvl` of items of lists that have a letter.
    """

    page: Page
    style: HouseStyle
    sheet: StyleSheet
    numbering: Numbering
    emblem: bytes | None = None
    main: Story = field(default_factory=Story)
    notes: Story = field(default_factory=Story)
    first_foot: Story = field(default_factory=Story)
    footnotes: list[str] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    break_pending: bool = False
    step: int = 0
    boxed: bool = False
    above: int | None = None
    ends_column: bool = False
    part_of_width: Fraction = Fraction(1)
    letters: dict[Any, tuple[int, int]] = field(default_factory=dict)
    _counted: int = 0
    _identifiers: Iterator[int] = field(default_factory=lambda: count(1))
    _names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = _bookmark_names(self.page.body)

    def page_class(self, element: Any) -> PageClass:
        """The class of the house style that a block is set in."""
        found = self.style.classes.get(element.get("class", ""))
        if found is None:
            raise misplaced(element)
        return found

    def paragraph_style(self, identifier: str) -> str:
        """The reference to one of our paragraph styles; none is needed for that of plain text."""
        return "" if identifier == "Normal" else w("pStyle", val=self.sheet.ids[identifier])

    def direction(self, element: Any) -> str:
        """That a paragraph runs from the left, in a page that runs from the right: it has no Arabic letter."""
        if not self.style.rtl or element is None:
            return ""
        words = "".join(element.itertext())
        return w("bidi", val=0) if LATIN.search(words) and not ARABIC.search(words) else ""

    def runs(self, pieces: Iterable[Piece], story: Story) -> str:
        """The runs of a paragraph, inside their links and tracked changes."""
        return "".join(
            self._linked(link, list(group), story) for link, group in groupby(pieces, lambda piece: piece.look.link)
        )

    def anchored(self, element: Any, content: str) -> str:
        """`content` inside the bookmark by which links find `element`, if it has an `id`."""
        name = self._names.get(element.get("id", ""))
        if name is None:
            return content
        identifier = next(self._identifiers)
        return w("bookmarkStart", id=identifier, name=name) + content + w("bookmarkEnd", id=identifier)

    def tracked(self, change: Change, *content: str) -> str:
        """`content` as inserted or deleted; without content, the mark of an inserted or deleted paragraph."""
        when = change.date if "T" in change.date else f"{change.date}T00:00:00Z"
        return w(change.kind, *content, id=next(self._identifiers), author=change.author, date=when)

    def image(self, element: Any, story: Story) -> str:
        """The picture that `img` names, in a run; without an emblem its place stays empty."""
        source = element.get("src")
        if source != "emblem:":
            picture = qr_picture(source.removeprefix("qr:"), self.style)
        elif self.emblem is not None:
            picture = emblem_picture(self.emblem, self.style)
        else:
            return ""
        return self._drawn(picture, story, element.get("alt", ""))

    def bar_code(self, story: Story) -> str:
        """The bar code of the job number, in a run; nothing in a house that has none."""
        code = code_of(self.page.body, self.style)
        return self._drawn(bar_code_picture(code, self.style), story, "") if code else ""

    def _drawn(self, picture: Picture, story: Story, alternative: str) -> str:
        self.pictures[picture.name] = picture
        relation = story.relate("image", picture.name)
        return w("r", drawing(picture, relation, next(self._identifiers), alternative))

    def _linked(self, link: str, pieces: list[Piece], story: Story) -> str:
        content = "".join(
            self._changed(change, list(group), story)
            for change, group in groupby(pieces, lambda piece: piece.look.change)
        )
        if not link:
            return content
        if link.startswith("#"):
            return w("hyperlink", content, anchor=self._names[link[1:]])
        return w("hyperlink", content, r_id=story.relate("hyperlink", link, external=True))

    def _changed(self, change: Change | None, pieces: list[Piece], story: Story) -> str:
        if self.style.script is not None:
            pieces = list(scripted(pieces, self.style.script))
        content = "".join(self._run(piece, story) for piece in pieces)
        return content if change is None else self.tracked(change, content)

    def _run(self, piece: Piece, story: Story) -> str:
        if piece.kind == "note":
            return self._call(piece, story)
        if piece.kind == "image":
            return self.image(piece.element, story)
        if piece.kind == "text":
            deleted = piece.look.change is not None and piece.look.change.kind == "del"
            inside = _text(piece.text, "delText" if deleted else "t")
        else:
            inside = w("br" if piece.kind == "break" else "tab")
        return w("r", self._look(piece.look), inside)

    def _look(self, look: Look) -> str:
        style = (_KINDS.get(look.kind) if self.style.reference else "") or (
            "GapG" if look.gap else "Hyperlink" if look.link else ""
        )
        points = self.style.masthead["symbol_initial"] if look.initial else look.size
        size = "" if points is None else half_points(points)
        if look.kind == "reference" and look.in_cell:
            size = look.in_cell
        inside = "".join(
            (
                w("rStyle", val=self.sheet.ids[style]) if style else "",
                self._fonts(look),
                w("b") + w("bCs") if look.bold else "",
                w("i") + w("iCs") if look.italic else "",
                w("color", val=look.colour) if look.colour else "",
                w("sz", val=size) + w("szCs", val=size) if size else "",
                w("vertAlign", val="superscript") if look.raised or (look.kind and not self.style.reference) else "",
                w("rtl") if look.script == "rtl" else "",
                w("lang", val=look.language, eastAsia=look.language, bidi=look.language) if look.language else "",
            )
        )
        return w("rPr", inside) if inside else ""

    def _fonts(self, look: Look) -> str:
        """The font of what is in that of the script, though it need not be."""
        if look.script not in ("wide", "emphasis") or self.style.script is None:
            return ""
        emphasis = self.style.script.emphasis_font if look.script == "emphasis" else None
        return w("rFonts", eastAsia=emphasis, hint="eastAsia")

    def _call(self, piece: Piece, story: Story) -> str:
        """The call of a note, whose text goes to the notes (ECMA-376 Part 1, clause 17.11).

        A number that follows the last one is counted by Word; any other mark is a custom one, written out.
        """
        if story is not self.main:
            raise PrecisError.one("page-place", "a note cannot be called inside a note or at the foot of a page")
        mark = piece.element.get("data-mark", "")
        counted = mark == str(self._counted + 1)
        self._counted += counted
        identifier = len(self.footnotes) + 1
        self.footnotes.append(self._note(piece, identifier, "" if counted else mark))
        properties = self._mark(mark)
        if counted:
            return w("r", properties, w("footnoteReference", id=identifier))
        deleted = piece.look.change is not None and piece.look.change.kind == "del"
        # LibreOffice 7 takes one text for the mark and prints what is left of it again; of a text a star it takes all.
        printed = "".join(text(character, "delText" if deleted else "t") for character in mark)
        return w("r", properties, w("footnoteReference", customMarkFollows=1, id=identifier), printed)

    def _mark(self, mark: str) -> str:
        """A mark is raised; an asterisk, high by itself, stands on the line in the size of plain text."""
        size = half_points(self.style.styles["Normal"].size)
        level = w("sz", val=size) + w("szCs", val=size) + w("vertAlign", val="baseline")
        style = w("rStyle", val=self.sheet.ids["FootnoteReference"])
        return w("rPr", style, level if set(mark) == {"*"} else "")

    def _note(self, piece: Piece, identifier: int, mark: str) -> str:
        """A note: tab, mark, tab, text, as the Geneva template has it."""
        change = piece.look.change
        inside = Look(change=change)
        # LibreOffice sets a custom mark itself, and would print it twice.
        printed = for_word(text(mark)) if mark else w("footnoteRef")
        head = w("r", w("tab")) + w("r", self._mark(mark), printed) + w("r", w("tab"))
        page_class = self.style.classes["note"]
        content = self.runs(pieces_of(piece.element, inside), self.notes)
        properties = w("pPr", self.paragraph_style(page_class.style.id))
        return w("footnote", w("p", properties, head, content), id=identifier)


def _text(words: str, tag: str) -> str:
    """Words in a run. Word keeps a hyphen whole by a sign of its own, and needs no word joiners."""
    parts = (part.replace("\u2060", "") for part in words.split("-\u2060"))
    return w("noBreakHyphen").join(text(part, tag) if part else "" for part in parts)


def _bookmark_names(body: Any) -> dict[str, str]:
    """A bookmark's name for each `id`: letters, digits and low lines, a letter first, no two alike but for case.

    ECMA-376 Part 1, clause 17.13.6.2.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for identifier in filter(None, (element.get("id") for element in body.iter())):
        stem = re.sub(r"[^A-Za-z0-9_]", "_", identifier)
        stem = stem if stem[:1].isalpha() else f"p_{stem}"
        ends = (f"_{number}" if number else "" for number in count())
        name = next(name for end in ends if (name := stem[: _LONGEST_NAME - len(end)] + end).casefold() not in taken)
        names[identifier] = name
        taken.add(name.casefold())
    return names
