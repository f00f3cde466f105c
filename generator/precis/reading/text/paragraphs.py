"""Lines that a converter broke or ran together, made one line a paragraph again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from precis.language.ideographs import no_blank_between
from precis.language.wording import Wording
from precis.model import Call, Inlines, Run, joined
from precis.proceedings.headings import ends_as_heading, is_end_of_heading
from precis.proceedings.procedure import stands_alone, takes_chair
from precis.reading.draft import CoverDraft
from precis.reading.line import LineLook, TextLine, is_suspended
from precis.reading.search.letters import form_of
from precis.reading.text.items import contents_form
from precis.reading.text.signs import BEGINS, NUMBER, PART, SECTION, STARTS, has_end, may_go_on

__all__ = ["between", "is_line", "paragraph_lines", "with_glue"]


_SENTENCE_END = re.compile(rf"[.!?]['\"”’»)\]]*\s+(?=[{STARTS}(\d])|[。！？][”’」』）]*(?=\S)")
_WORD_END = re.compile(r"\s+(?=[A-Z(])|$")
_PARENTHESES = re.compile(r"(?:\s*\([^()]*\))+")
_NO_SYMBOL = r"(?<!/[A-Z]\.)(?<!/[A-Z]{3}\.)(?<!/[A-Z][a-z]{2}\.)(?<!/[A-Z][a-z]{3}\.)"
"""No number stands so behind the letters of a symbol: CMW/C/98/L.2."""
_LONGEST_HEADING = 400
_LONGEST_LINE = 200


def paragraph_lines(
    lines: Sequence[TextLine], contents: Collection[str], wording: Wording, draft: CoverDraft
) -> list[TextLine]:
    """The lines as paragraphs and headings. `contents` are the letters of each item of the contents."""
    ends = tuple(form_of(word) for word in wording.reading["continued"])
    items = {*contents, *(item.removesuffix(end) for item in contents for end in ends)}
    whole = _with_whole_headings(_with_numbers(lines), items, wording)
    if _is_wrapped(whole):
        alone = (line.after_gap or is_line(line.text, wording) for line in whole)
        whole = [replace(line, after_gap=gap) for line, gap in zip(whole, alone, strict=True)]
        whole = _unwrapped(whole, contents, wording, draft)
    numbers = [int(match[1]) if (match := NUMBER.match(line.text)) else None for line in whole]
    known = {*numbers}
    return [
        part
        for line, number in zip(whole, numbers, strict=True)
        for part in _split(line, number, known, contents, draft)
    ]


def is_line(text: str, wording: Wording) -> bool:
    """Whether a line is one that may stand without a number among numbered paragraphs."""
    if len(text) > _LONGEST_LINE:
        return False
    return stands_alone(text, wording) or takes_chair(text, wording)


def _with_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, with a number that stands on a line of its own before the words of the next."""
    out: list[TextLine] = []
    for line in lines:
        last = out[-1] if out else None
        number = last is not None and last.look is LineLook.TEXT and NUMBER.fullmatch(last.text)
        if last is not None and number and line.look is LineLook.TEXT and not NUMBER.match(line.text):
            out[-1] = _together(last, line)
        else:
            out.append(line)
    return out


def _is_wrapped(lines: Sequence[TextLine]) -> bool:
    """Whether lines end where the paper did: many go on with a small letter on the next line."""
    pairs = [(first, second) for first, second in pairwise(lines) if not second.after_gap]
    going_on = sum(may_go_on(second.text) and not has_end(first.text) for first, second in pairs)
    return going_on >= 3 and 4 * going_on >= len(pairs)


def _unwrapped(
    lines: Sequence[TextLine], contents: Collection[str], wording: Wording, draft: CoverDraft
) -> list[TextLine]:
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 3 // 4]
    out: list[TextLine] = []
    count = 0
    for before, line, after in zip((None, *lines), lines, (*lines[1:], None), strict=False):
        if before is not None and _goes_on(before, line, after, width, contents, wording):
            out[-1] = _together(out[-1], line)
            count += 1
        else:
            out.append(line)
    if count:
        reason = f"lines end where the paper did; {count} were joined to those before them"
        draft.tell("lines-joined", "text", reason, lines[0].at)
    return out


def _with_whole_headings(lines: Sequence[TextLine], contents: Collection[str], wording: Wording) -> list[TextLine]:
    """The lines, with those together that are one heading."""
    out: list[TextLine] = []
    for line in lines:
        if out and _heading_goes_on(out[-1], line, contents, wording):
            out[-1] = _together(out[-1], line)
        else:
            out.append(line)
    return out


def _heading_goes_on(heading: TextLine, line: TextLine, contents: Collection[str], wording: Wording) -> bool:
    """Whether a line goes on with the heading before it: with the rest of its item, or with a parenthesis."""
    if line.look is not LineLook.TEXT or NUMBER.match(line.text) or NUMBER.match(heading.text):
        return False
    if line.text.startswith("(") and is_end_of_heading(line.text, wording) and not has_end(heading.text):
        return len(heading.text) <= _LONGEST_HEADING
    if SECTION.match(heading.text) and line.text[:1].islower() and not has_end(heading.text) and not has_end(line.text):
        return True
    so_far = form_of(heading.text)
    if so_far not in contents and any(item.startswith(so_far) for item in contents):
        whole = contents_form(_together(heading, line).inlines, wording)
        return any(item.startswith(whole) for item in contents)
    if not any(so_far.startswith(item) for item in contents):
        return False
    if heading.text.count("(") > heading.text.count(")"):
        return len(heading.text) <= _LONGEST_HEADING
    symbols = _PARENTHESES.match(line.text)
    if line.after_gap:
        return symbols is not None and "/" in symbols[0]
    return line.text.startswith("(") and not PART.match(line.text)


def _goes_on(
    before: TextLine,
    line: TextLine,
    after: TextLine | None,
    width: int,
    contents: Collection[str],
    wording: Wording,
) -> bool:
    """Whether a line goes on with the paragraph of the line before it. `width` is the length of a full line."""
    if line.after_gap or line.look is not LineLook.TEXT or NUMBER.match(line.text):
        return False
    if before.look in (LineLook.HEADING, LineLook.ROW):
        return False
    if before.text.count("(") > before.text.count(")") or _last_word(before.text) in wording.reading["unfinished"]:
        return True
    is_heading = not NUMBER.match(before.text) and form_of(before.text).startswith(tuple(contents))
    if form_of(line.text) in contents or is_heading:
        return False
    if line.text[:1].isupper() and ends_as_heading(before.text, wording):
        return False
    if not has_end(before.text):
        goes_on = may_go_on(line.text) or (line.text.startswith("(") and not PART.match(line.text))
        return goes_on or NUMBER.match(before.text) is not None or 10 * len(before.text) > 6 * width
    heading = after is not None and NUMBER.match(after.text) and not has_end(line.text)
    return 4 * len(before.text) > 3 * width and not heading


def _last_word(text: str) -> str:
    return "".join(text.rsplit(maxsplit=1)[-1:]).lower()


def _together(first: TextLine, second: TextLine) -> TextLine:
    """Two lines as one; a hyphen or solidus at the end of the first stays, a soft hyphen goes."""
    text = first.text
    if text.endswith("\u00ad"):
        return replace(first, inlines=joined((*first.part(0, len(text) - 1).inlines, *second.inlines)))
    return replace(first, inlines=with_glue(first.inlines, between(text, second.text), second.inlines))


def between(above: str, below: str) -> str:
    """What stands between two lines of one paragraph: a blank, but not inside a word, a symbol or Chinese text."""
    cut_off = re.search(r"\w[-‑]$", above) and below[:1].islower() and not is_suspended(above, below)
    return "" if above.endswith("/") or cut_off or no_blank_between(above, below) else " "


def with_glue(first: Inlines, glue: str, second: Inlines) -> Inlines:
    """Two texts as one; what stands between them has the emphasis that both have."""
    before, after = first[-1] if first else None, second[0] if second else None
    between = Run(glue)
    if isinstance(before, Run) and isinstance(after, Run):
        between = Run(glue, before.bold and after.bold, before.italic and after.italic)
    return joined((*first, between, *second))


def _split(
    line: TextLine, number: int | None, known: Collection[int | None], contents: Collection[str], draft: CoverDraft
) -> Iterator[TextLine]:
    """The paragraphs of a line that holds more than one: it has a number, and the next number after a sentence.

    `number` is its own number, `known` those of all lines.
    """
    starts: list[int] = []
    if line.look is LineLook.TEXT:
        starts = [start for start in _starts(line.text, number, known, contents) if start > 0]
    if starts:
        reason = f"{len(starts) + 1} headings and paragraphs stood on one line"
        draft.tell("line-parted", "text", reason, line.at)
    yield from _pieces(line, starts) if starts else (line,)


def _pieces(line: TextLine, starts: Sequence[int]) -> list[TextLine]:
    """The line in pieces that begin at `starts`; a call between two stands behind the words that it notes."""
    pieces = [line.part(start, end) for start, end in zip((0, *starts), (*starts, None), strict=True)]
    for at, (before, after) in enumerate(pairwise(pieces)):
        calls = tuple(takewhile(lambda item: isinstance(item, Call), after.inlines))
        if calls:
            pieces[at] = replace(before, inlines=(*before.inlines, *calls))
            pieces[at + 1] = replace(after, inlines=after.inlines[len(calls) :])
    return pieces


def _starts(text: str, number: int | None, known: Collection[int | None], contents: Collection[str]) -> list[int]:
    """Where the paragraphs of a line begin, and the headings before them."""
    wanted = 1 if number is None else number + 1
    at = 0 if number is None else len(str(number)) + 1
    out: list[int] = []
    while wanted not in known:
        found = _next_start(text, at, wanted, contents)
        if found is None:
            break
        out.extend(found)
        at = found[-1] + len(str(wanted)) + 1
        wanted += 1
    if number is not None or out:
        out.extend(_heading_at_end(text, at, contents))
    return out


def _next_start(text: str, at: int, number: int, contents: Collection[str]) -> list[int] | None:
    """Where the paragraph of a number begins after `at`, and before it the headings that stand above it."""
    if f"{number}." not in text:
        return None
    for match in re.finditer(rf"{_NO_SYMBOL}(?<![\w/-])(?<!\d\.){number}\.\s*(?=[{BEGINS}])", text[at:]):
        start = at + match.start()
        sentence = at + max((end.end() for end in _SENTENCE_END.finditer(text[at:start])), default=0)
        words = text[sentence:start].rstrip()
        if not words or has_end(words):
            return [start]
        if len(words) > _LONGEST_HEADING:
            continue
        headings = _headings(words, contents)
        if headings or sentence > at or at == 0:
            return [*(sentence + place for place in headings or [0]), start]
    return None


def _headings(words: str, contents: Collection[str]) -> list[int]:
    """Where the headings in some words begin, if they are items of the contents one after the other."""
    out: list[int] = []
    if not form_of(words).startswith(tuple(contents)):
        return out
    at = 0
    while at < len(words):
        ends = [end.start() for end in _WORD_END.finditer(words) if end.start() > at]
        end = max((end for end in ends if form_of(words[at:end]) in contents), default=None)
        if end is None:
            return out
        out.append(at)
        symbols = _PARENTHESES.match(words, end)
        at = len(words[: symbols.end() if symbols else end].rstrip()) + 1
    return out


def _heading_at_end(text: str, at: int, contents: Collection[str]) -> list[int]:
    """Where a heading of the contents begins at the end of a line, after the last sentence."""
    if text.endswith("."):
        return []
    ends = [at + end.end() for end in _SENTENCE_END.finditer(text[at:])][-1:]
    return [end for end in ends if _headings(text[end:], contents)]
