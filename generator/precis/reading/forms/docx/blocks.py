"""The blocks of a story in reading order, as lines: paragraphs, tables, text boxes, and the notes they call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from precis.model import FileSpan, Finding, Gap, Run, joined
from precis.reading.forms.docx.file import WordFile
from precis.reading.forms.docx.held import PAGE_END, Picture, Words
from precis.reading.forms.docx.lines import Set, as_one, line_of
from precis.reading.forms.docx.markup import MC, R, W, all_text, branch, value
from precis.reading.forms.docx.notes import Key
from precis.reading.forms.docx.styles import inset_of
from precis.reading.forms.docx.tables import read_table
from precis.reading.forms.docx.words import WordsReader, asks
from precis.reading.forms.insets import Inset
from precis.reading.line import LineLook, TextLine, cut

__all__ = ["BlockReader"]

_PROPERTIES, _STYLE, _NUMBER = f"{W}pPr", f"{W}pStyle", f"{W}numPr"
_FRAME, _BRACKETS = f"{W}framePr", str.maketrans("[]", "()")
_SECTION, _SECTION_KIND = f"{W}sectPr", f"{W}type"
_GROUPED = (LineLook.QUOTATION, LineLook.BULLET, LineLook.ROW)
_WITHIN_PAGE = ("continuous", "nextColumn")


@dataclass
class BlockReader:
    """Reads one story of a file: its main text, a note, the head of its pages.

    `at` is the paragraph that is being read, counted in the main text alone. `lines` and `findings` are what has been
    read. `ranks` are those of its headings, without those above the first line that is in the style of the text.
    `insets` tell how far lines are set in, by their index; those in tables and in our own files are not told.
    """

    file: WordFile
    at: int | None = None
    counted: bool = False
    lines: list[TextLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    ranks: set[int] = field(default_factory=set)
    insets: dict[int, Inset] = field(default_factory=dict)
    page_ended: bool = False
    gap: bool = True
    _words: WordsReader = field(init=False)
    _waiting: Set | None = None
    _in_text: bool = False
    _notes: list[Key] = field(default_factory=list)
    _depth: int = 0
    _sections: int = 0
    _last: tuple[LineLook, str] | None = None

    def __post_init__(self) -> None:
        file = self.file
        self._words = WordsReader(file.styles, file.notes, file.changes, file.names.gap)
        if self.counted and file.sections:
            file.notes.begin_section(file.sections[0])

    def read(self, container: Any) -> None:
        """Read the blocks in an element."""
        waiting, self._waiting = self._waiting, None
        self._depth += 1
        for child in container.iterchildren("*"):
            self._block(child)
        self._end_waiting()
        self._depth -= 1
        self._waiting = waiting

    def captured(self, container: Any) -> list[TextLine]:
        """The lines of the blocks in an element, which are not added to those of the story."""
        lines, self.lines = self.lines, []
        last, self._last = self._last, None
        self.read(container)
        lines, self.lines = self.lines, lines
        self._last = last
        return lines

    def tell(self, code: str, reason: str, words: str) -> None:
        """A finding of words that no line has."""
        old = " ".join(words.split())
        if old:
            place = FileSpan(self.file.name, self.at, "paragraph")
            self.findings.append(Finding(code, place, "page", reason, old))

    def add(self, line: TextLine, of: str = "") -> None:
        """Add a line; `of` names the list or table that it belongs to."""
        kind = (line.look, of)
        begins = kind != self._last and line.look in _GROUPED
        after_page = line.after_page or self.page_ended
        if (begins, after_page, self.gap) != (line.begins, line.after_page, line.after_gap):
            line = replace(line, begins=begins, after_page=after_page, after_gap=self.gap)
        self.lines.append(line)
        self._last, self.page_ended, self.gap = kind, False, False

    def _block(self, element: Any) -> None:
        handler = _BLOCKS.get(element.tag)
        if handler is not None:
            handler(self, element)
        else:
            for child in element.iterchildren("*"):
                self._block(child)
        if self._depth == 1 and self._waiting is None:
            self._read_notes()

    def _end_waiting(self) -> None:
        """Add a paragraph whose end is left out, and that no paragraph follows."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._finish(waiting)
            if self._depth == 1:
                self._read_notes()

    def _alternatives(self, element: Any) -> None:
        for child in branch(element):
            self._block(child)

    def _control(self, element: Any) -> None:
        """A content control of whole paragraphs."""
        before, self._words.unfilled = self._words.unfilled, self._words.unfilled or asks(element)
        for child in element.iterchildren("*"):
            self._block(child)
        self._words.unfilled = before

    def _nothing(self, element: Any) -> None:
        """Properties have no words."""

    def _other_file(self, element: Any) -> None:
        """A file that Word would take in when it opens this one: of another form, or a part of a master document
        (clauses 17.17.2 and 17.17.3).
        """
        self._file_inside(self.file.targets.get(element.get(f"{R}id", ""), ""))

    def _file_inside(self, name: str) -> None:
        reason = "a file inside the file, which is not read; open the file in Word and save it again"
        place = FileSpan(self.file.name, self.at, "paragraph")
        self.findings.append(Finding("file-inside", place, "text", reason, name))

    def _paragraph(self, element: Any) -> None:
        file = self.file
        if self.counted:
            self.at = (self.at or 0) + 1
        own = element.find(_PROPERTIES)
        properties = file.changes.settled(own)
        style = file.styles.paragraph(value(properties, _STYLE))
        words = self._words.read(element, file.base_look(style))
        paragraph = Set(properties, style, words, self.at, words.empty)
        if self._waiting is not None:
            paragraph = _together(self._waiting, paragraph)
            self._waiting = None
        if file.changes.mark_left_out(own) or _is_drop_cap(properties):
            self._waiting = paragraph
        else:
            self._finish(paragraph)
        if own is not None and self.counted:
            self._end_section(own.find(_SECTION))

    def _finish(self, paragraph: Set) -> None:
        """Add the line of a paragraph, then what stands beside it and what it anchors."""
        number = None if paragraph.properties is None else paragraph.properties.find(_NUMBER)
        paragraph.printed = self.file.numbering.printed(number, paragraph.style)
        if paragraph.empty:
            self.gap = True
            # Our files part two lists or quotations by an empty line; in others it may stand between any two items.
            self._last = None if self.file.own else self._last
            self.page_ended |= any(isinstance(item, Run) and PAGE_END in item.text for item in paragraph.words.inlines)
        else:
            line = line_of(paragraph, self.file)
            if paragraph.properties is not None and paragraph.properties.find(_FRAME) is not None:
                line = replace(line, aside=True)
            self._rank(line, paragraph)
            if self._depth == 1 and not self.file.own:
                self.insets[len(self.lines)] = inset_of(paragraph.properties, paragraph.style.inset)
            # In our files the levels of a list are counted apart, and an empty line ends it.
            listed = paragraph.printed is not None and line.look is LineLook.BULLET and not self.file.own
            self.add(line, paragraph.printed.list_id if listed and paragraph.printed else "")
            last = paragraph.words.inlines[-1]
            self.page_ended = isinstance(last, Run) and PAGE_END in last.text[len(last.text.rstrip()) :]
        self._read_beside(paragraph.words)

    def _rank(self, line: TextLine, paragraph: Set) -> None:
        meaning = self.file.names.meaning(paragraph.style.names)
        if meaning is not None and meaning.body and not self._in_text:
            self._in_text = True
            self.ranks.clear()
        if line.look is LineLook.HEADING:
            self.ranks.add(line.level)

    def _read_beside(self, words: Words) -> None:
        for aside in words.asides:
            self.tell(*aside.why, "".join(aside.words))
        for identifier in words.comments:
            self._tell_comment(identifier)
        self._notes += words.notes
        for name in words.files:
            self._file_inside(name)
        for picture in words.pictures:
            self._picture(picture)
        if words.boxes:
            before = len(self.lines)
            for box in words.boxes:
                self.read(box)
            self.lines[before:] = [replace(line, aside=True) for line in self.lines[before:]]

    def _picture(self, picture: Picture) -> None:
        """Tell a picture in the text, and leave a gap where it stands; one that begins the text is an emblem.

        Words that are drawn are told wherever they stand.
        """
        drawn, shows = self.file.drawn(picture.parts), picture.shows
        apart = not self.counted or not self.lines or self._depth > 1
        if apart and not drawn:
            return
        reason = "a picture, which no record has; what it shows is not read"
        place = FileSpan(self.file.name, self.at, "paragraph")
        self.findings.append(Finding("picture-unread", place, "text", reason, " ".join((shows, drawn)).strip()))
        if apart:
            return
        last = self.lines[-1]
        if last.look is not LineLook.ROW:
            # Brackets would end the gap.
            gap = Gap(shows.translate(_BRACKETS).strip() or "picture")
            self.lines[-1] = replace(last, inlines=joined((*last.inlines, Run(" "), gap)))

    def _tell_comment(self, identifier: str) -> None:
        comment = self.file.comments.pop(identifier, None)
        if comment is not None:
            author = comment.get(f"{W}author", "").strip()[:80]
            self.tell("comment-left-out", f"a comment by {author}" if author else "a comment", all_text(comment))

    def leave_out(self, element: Any, code: str, reason: str) -> None:
        """Tell the words of an element that is not read, at the first of its paragraphs."""
        before, count = self.at or 0, sum(1 for _ in element.iter(f"{W}p"))
        self.at = before + 1 if self.counted else self.at
        self.tell(code, reason, all_text(element))
        self.at = before + count if self.counted else self.at

    def tell_rest(self) -> None:
        """Tell the comments and notes that nothing in the text refers to."""
        self.at = None
        for identifier in list(self.file.comments):
            self._tell_comment(identifier)
        for note in self.file.notes.uncalled():
            self.tell("note-left-out", "a note that no call in the text has", all_text(note))

    def _end_section(self, section: Any) -> None:
        if section is None:
            return
        self._sections += 1
        if self._sections < len(self.file.sections):
            following = self.file.sections[self._sections]
            self.file.notes.begin_section(following)
            self.page_ended |= value(following, _SECTION_KIND) not in _WITHIN_PAGE

    def _read_notes(self) -> None:
        """Add the notes that the last block called, each once."""
        keys, self._notes = self._notes, []
        for key in keys:
            note = self.file.notes.taken(key)
            if note is None:
                continue
            label, mark = self.file.notes.labels[key], self.file.notes.marks[key]
            story = BlockReader(self.file, self.at)
            story.read(note)
            self.findings += story.findings
            text = as_one(story.lines)
            printed = "".join(item.text for item in text if isinstance(item, Run))
            inlines = cut(text, len(mark)) if mark and printed.startswith(mark) else text
            self.lines.append(TextLine(inlines, self.at, LineLook.FOOTNOTE, label=label))

    def _table(self, element: Any) -> None:
        self._end_waiting()
        read_table(element, self)


def _is_drop_cap(properties: Any) -> bool:
    """Whether a paragraph is the large first letter of the next (clause 17.3.1.11)."""
    frame = None if properties is None else properties.find(_FRAME)
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"


def _together(first: Set, second: Set) -> Set:
    """Two paragraphs as one, whose end is left out between them: set as the first of them that has words."""
    kept, words = second if first.empty or _is_drop_cap(first.properties) else first, first.words
    words.add(second.words)
    return Set(kept.properties, kept.style, words, first.at, first.empty and second.empty)


_BLOCKS: Mapping[str, Callable[[BlockReader, Any], None]] = {
    f"{W}p": BlockReader._paragraph,
    f"{W}tbl": BlockReader._table,
    f"{W}altChunk": BlockReader._other_file,
    f"{W}subDoc": BlockReader._other_file,
    f"{W}sectPr": BlockReader._nothing,
    f"{W}sdt": BlockReader._control,
    f"{W}sdtPr": BlockReader._nothing,
    f"{MC}AlternateContent": BlockReader._alternatives,
}
