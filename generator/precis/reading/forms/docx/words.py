"""The words of a paragraph: its runs with their looks, its calls and breaks, and what stands aside from the text.

Elements that are not known are gone through, so that the words in them are read (ECMA-376 Part 1, clauses 17.3 and
17.16).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from precis.model import Call, Gap, Run
from precis.reading.forms.docx.changes import Change, Changes
from precis.reading.forms.docx.drawings import drawn_words, picture_of
from precis.reading.forms.docx.fields import FieldNumbers, chosen, is_page_in_contents, prints
from precis.reading.forms.docx.formulae import linear, set_linear
from precis.reading.forms.docx.held import (
    COUNTED,
    DRAWN,
    EMPTY_FIELD,
    FORMULA,
    HIDDEN,
    INSTRUCTION,
    PAGE,
    PAGE_END,
    READING,
    STRUCK,
    UNFILLED,
    Aside,
    Words,
)
from precis.reading.forms.docx.markup import MC, M, W, all_text, branch, named, switched, value
from precis.reading.forms.docx.notes import Notes
from precis.reading.forms.docx.signs import gaps_of, symbol_text, text_in_font
from precis.reading.forms.docx.styles import PLAIN, Look, Styles, look_of

__all__ = ["WordsReader", "asks"]

_MOST_FIELDS = 100
"""How many fields may be open at once."""
_BLANKS = str.maketrans("\t\r\n", "   ")
_BRACKETS = str.maketrans("[]", "()")
"""Brackets would end a gap."""
_UNFILLED = ()
"""The kind of words that stand for what nobody has filled in."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN_PROPERTIES, _RUN_STYLE = f"{W}rPr", f"{W}rStyle"


@dataclass(slots=True)
class WordsReader:
    """Reads the paragraphs of one story in order: a field may begin in one and end in another.

    `fields` are those that are open: whether their instruction is over. `gap_style` is the name of the style in which
    our drafts set what they lack. `unfilled` says that the words only ask for what a control is to be filled with.
    """

    styles: Styles
    notes: Notes
    changes: Changes
    gap_style: str
    unfilled: bool = False
    fields: list[bool] = field(default_factory=list)
    numbers: FieldNumbers = field(default_factory=FieldNumbers)
    _instructions: list[str] = field(default_factory=list)
    _choices: list[str | None] = field(default_factory=list)
    _words: Words = field(default_factory=Words)
    _base: Look = PLAIN
    _plain: Look = PLAIN
    _look: Look = PLAIN
    _in_gap: bool = False
    _pieces: list[str] = field(default_factory=list)
    _kind: tuple[bool, ...] | None = None
    _left_out: list[Change] = field(default_factory=list)
    _of_marks: list[Any] = field(default_factory=list)

    def read(self, paragraph: Any, base: Look) -> Words:
        """The words of a paragraph whose style gives the look `base`."""
        self._words, self._base = Words(), base
        self._look = self._plain = self.styles.look(PLAIN, None, base)
        for child in paragraph.iterchildren("*"):
            self._read(child)
        self._end_run()
        # An instruction ends with its paragraph; one that does not is damaged, and must not swallow the text.
        open_ones = [at for at, over in enumerate(self.fields) if over]
        self.fields = [True] * len(open_ones)
        self._instructions = [self._instructions[at] for at in open_ones]
        self._choices = [self._choices[at] for at in open_ones]
        return self._words

    def _read(self, element: Any) -> None:
        handler = _ELEMENTS.get(element.tag)
        if handler is None:
            for child in element.iterchildren("*"):
                self._read(child)
        else:
            handler(self, element)

    def _run(self, run: Any) -> None:
        if any(run is each for each in self._of_marks):
            return
        properties = self.changes.settled(run.find(_RUN_PROPERTIES))
        if properties is None:
            self._look, self._in_gap = self._plain, False
        else:
            style = value(properties, _RUN_STYLE)
            self._look = self.styles.look(look_of(properties), style, self._base)
            self._in_gap = style is not None and self.styles.name(style) == self.gap_style
        children = run.iterchildren("*")
        for child in children:
            if child.tag in _REFERENCES and _switched_on(child, f"{W}customMarkFollows"):
                self._call(child, self._whole_mark(run, "".join(_mark_text(each) for each in children)))
            else:
                self._read(child)

    def _whole_mark(self, run: Any, mark: str) -> str:
        """The mark of a note with the asterisks in the runs that follow: Word cuts runs at any letter."""
        for after in run.itersiblings() if set(mark.strip()) == {"*"} else ():
            more = all_text(after).strip()
            if after.tag not in _BETWEEN_RUNS and set(more) != {"*"}:
                break
            if more:
                self._of_marks.append(after)
                mark += more
        return mark

    def _text(self, element: Any) -> None:
        text = (element.text or "").translate(_BLANKS)
        self._add(text if element.get(_SPACE) == "preserve" else text.strip(" "))

    def _formula(self, element: Any) -> None:
        words = linear(element)
        if set_linear(element) and not self._left_out:
            self._words.asides.append(Aside(FORMULA, [words]))
        self._add(words)

    def _add(self, text: str) -> None:
        """Text in the look of the run; or aside, where Word does not print it."""
        look = self._look
        if self._left_out:
            self._aside(("change-left-out", self._left_out[-1].reason), text)
        elif self.fields and not all(self.fields):
            self._aside(INSTRUCTION, text)
        elif self.fields and is_page_in_contents(self._instructions):
            self._aside(PAGE, text)
        elif look.hidden:
            self._aside(HIDDEN, text)
        elif look.struck:
            self._aside(STRUCK, text)
        else:
            text = text_in_font(text, look.font) if look.font else text
            shown: tuple[bool, ...] = (bool(look.bold), bool(look.italic), bool(look.raised))
            kind = None if self._in_gap else _UNFILLED if self.unfilled else shown
            if kind != self._kind:
                self._end_run()
                self._kind = kind
            self._pieces.append(text)

    def _end_run(self) -> None:
        """Put the pieces that look the same among the words, as one run."""
        text, kind = "".join(self._pieces), self._kind
        self._pieces.clear()
        if kind == _UNFILLED and text.strip():
            self._words.inlines.append(Gap(text.translate(_BRACKETS).strip()))
            self._words.asides.append(Aside(UNFILLED, [text]))
        elif text:
            self._words.inlines.extend(gaps_of(text) if kind is None else (Run(text, *kind),))

    def _aside(self, why: tuple[str, str], text: str) -> None:
        """Words aside; those that go on with the last ones are one."""
        last = self._words.asides[-1] if self._words.asides else None
        if last is not None and last.why == why:
            last.words.append(text)
        else:
            self._words.asides.append(Aside(why, [text]))

    def _tab(self, _element: Any) -> None:
        self._add("\t")

    def _break(self, element: Any) -> None:
        self._add(PAGE_END if element.get(f"{W}type") == "page" else "\n")

    def _line_end(self, _element: Any) -> None:
        self._add("\n")

    def _hyphen(self, _element: Any) -> None:
        self._add("\u2011")

    def _symbol(self, element: Any) -> None:
        self._add(symbol_text(element))

    def _instruction(self, element: Any) -> None:
        """An instruction is no text, wherever it stands."""
        if self._instructions and self.fields and not self.fields[-1]:
            self._instructions[-1] += element.text or ""

    def _field(self, element: Any) -> None:
        """A mark of a complex field (clause 17.16.18); its result is text, its instruction is not."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and len(self.fields) < _MOST_FIELDS:
            self.fields.append(False)
            self._instructions.append("")
            self._choices.append(chosen(element))
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            over, instruction, choice = self.fields.pop(), self._instructions.pop(), self._choices.pop()
            if choice is not None:
                self._add(choice)
            elif not over:
                self._without_result(instruction)

    def _simple_field(self, element: Any) -> None:
        """A field in one element; what is in it is its result."""
        if next(element.iter(f"{W}t", f"{W}sym"), None) is None:
            self._without_result(element.get(f"{W}instr", ""))
        for child in element.iterchildren("*"):
            self._read(child)

    def _without_result(self, instruction: str) -> None:
        """A field that has no result in the file: what Word would print, where that can be counted."""
        printed = self.numbers.printed(instruction)
        if printed is not None:
            if not self._left_out:
                self._words.asides.append(Aside(COUNTED, [printed]))
            self._add(printed)
        elif prints(instruction) and not self._left_out:
            self._words.asides.append(Aside(EMPTY_FIELD, [instruction.strip()]))

    def _picture(self, element: Any) -> None:
        """A drawing: its text boxes, what a picture in it says that it shows, and words that are drawn."""
        if not self._left_out:
            if words := drawn_words(element):
                self._words.asides.append(Aside(DRAWN, [words]))
            if picture := picture_of(element):
                self._words.pictures.append(picture)
        for child in element.iterchildren("*"):
            self._read(child)

    def _control(self, element: Any) -> None:
        """A content control; one that is not filled in shows what it asks for (clause 17.5.2.39)."""
        before, self.unfilled = self.unfilled, self.unfilled or asks(element)
        for child in element.iterchildren("*"):
            self._read(child)
        self.unfilled = before

    def _object(self, element: Any) -> None:
        """A file of another program that stands in the text."""
        if not self._left_out:
            kinds = (each.get("ProgID") or "" for each in element.iter("{*}OLEObject"))
            self._words.files.append(next((kind for kind in kinds if kind), "an object"))

    def _changed(self, element: Any) -> None:
        """Inserted, deleted or moved text: kept, or left out whole."""
        change = self.changes.left_out(element)
        if change is not None:
            self._left_out.append(change)
        for child in element.iterchildren("*"):
            self._read(child)
        if change is not None:
            self._left_out.pop()

    def _note(self, element: Any) -> None:
        self._call(element, None)

    def _call(self, element: Any, mark: str | None) -> None:
        """The call of a footnote or endnote, with a mark of its own or counted."""
        if self._left_out or self._look.hidden:
            if mark:
                self._add(mark)
            return
        key = (_REFERENCES[element.tag], element.get(f"{W}id", ""))
        label = self.notes.called(key, mark)
        if label is None:
            self._add(mark or "")
            return
        self._end_run()
        self._words.inlines.append(Call(label))
        self._words.notes.append(key)

    def _comment(self, element: Any) -> None:
        self._words.comments.append(element.get(f"{W}id", ""))

    def _alternatives(self, element: Any) -> None:
        for child in branch(element):
            self._read(child)

    def _box(self, element: Any) -> None:
        """A text box is read after the paragraph that holds it."""
        if self._left_out:
            self._aside(("change-left-out", self._left_out[-1].reason), all_text(element))
        else:
            self._words.boxes.append(element)

    def _reading(self, element: Any) -> None:
        self._words.asides.append(Aside(READING, [all_text(element)]))

    def _nothing(self, element: Any) -> None:
        """Properties have no words."""


def asks(control: Any) -> bool:
    """Whether a content control shows only what it asks for."""
    return bool(switched(control.find(named("sdtPr/showingPlcHdr"))))


def _switched_on(element: Any, attribute: str) -> bool:
    """Whether an attribute is on."""
    return element.get(attribute) in ("1", "true", "on")


def _mark_text(element: Any) -> str:
    if element.tag == f"{W}sym":
        return symbol_text(element)
    return all_text(element)


_BETWEEN_RUNS = frozenset(f"{W}{name}" for name in ("proofErr", "bookmarkStart", "bookmarkEnd"))
_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_HANDLERS: Mapping[str, Callable[[WordsReader, Any], None]] = {
    **dict.fromkeys(("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr"), WordsReader._nothing),
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), WordsReader._changed),
    **dict.fromkeys(("instrText", "delInstrText"), WordsReader._instruction),
    **dict.fromkeys(("t", "delText"), WordsReader._text),
    **dict.fromkeys(("tab", "ptab"), WordsReader._tab),
    **dict.fromkeys(("drawing", "pict"), WordsReader._picture),
    **dict.fromkeys(("footnoteReference", "endnoteReference"), WordsReader._note),
    "r": WordsReader._run,
    "br": WordsReader._break,
    "cr": WordsReader._line_end,
    "noBreakHyphen": WordsReader._hyphen,
    "sym": WordsReader._symbol,
    "fldChar": WordsReader._field,
    "commentReference": WordsReader._comment,
    "txbxContent": WordsReader._box,
    "rt": WordsReader._reading,
    "fldSimple": WordsReader._simple_field,
    "object": WordsReader._object,
    "sdt": WordsReader._control,
}
_ELEMENTS = {
    **{f"{W}{name}": handler for name, handler in _HANDLERS.items()},
    f"{MC}AlternateContent": WordsReader._alternatives,
    f"{M}oMath": WordsReader._formula,
}
