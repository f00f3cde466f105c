"""The marks inside a line of a source: read and written.

`*` begins and ends italic, `**` bold, `***` both, `^` raised text; `[words](address)` is a link, whose words may hold
such marks; `[^1]` calls footnote 1; `[[…]]` is a gap; a backslash takes the meaning from the character after it, and
one at the end of a line breaks the line there.

A mark toggles wherever it stands, but one: asterisks behind a letter or figure, with a blank or a stop after them, open
nothing, so that a symbol keeps its star ("CMW/C/97/1* and CMW/C/97/2*"). CommonMark's rules of what may open and close
would leave some runs, such as bold that ends in a blank, without a way to be written; here every text has one.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from precis.model import Call, Gap, Inline, Inlines, Link, Run, joined

__all__ = ["IN_GAP", "LABEL", "MarkError", "inlines", "marked"]

LABEL = r"[^\]\s]{1,200}"
"""The label of a footnote; a longer one is no label."""
IN_GAP = r"(?:\\.|[^\[\]\\]|\[(?!\[)|\](?!\]))+"
"""What stands between the brackets of a gap."""

_TOKEN = re.compile(
    r"\\(?P<escaped>.|\Z)"
    r"|(?P<stars>\*+)"
    r"|(?P<raised>\^)"
    rf"|\[\^(?P<call>{LABEL})\]"
    rf"|\[\[(?P<gap>{IN_GAP})\]\]"
    # Words in brackets before a parenthesis are a link only where this holds what an address is made of.
    r"|\[(?P<words>(?:\\.|[^\[\]\\])+)\]\((?P<href>(?=[a-z]+:|#|[^\s()]*[./])[^\s()]*)\)",
    re.DOTALL,
)
_PLAIN = Run("")
_CLOSING = " \t\n.,;:!?)]}’”»"
_ESCAPED = frozenset(" \t.,;:!?)]}’”»")
_UNSAFE = re.compile(r"[\s()<>|\"\\]")
_SPECIAL = re.compile(r"[\\*^\[]")
_SPECIAL_IN_LINK = re.compile(r"[\\*^\[\]]")
_SPECIAL_IN_GAP = re.compile(r"[\\\]\n]|\[(?=\[)")
_ESCAPE = r"\\\g<0>"


class MarkError(ValueError):
    """A mark that is opened and never closed, or more asterisks than there are marks; `at` is its place in the text."""

    def __init__(self, message: str, at: int) -> None:
        self.at = at
        super().__init__(message)


def inlines(text: str, *, lenient: bool = False) -> Inlines:
    """The runs of a line of a source.

    Raises MarkError for a mark without its end. With `lenient`, for texts that others wrote, such a text has no marks
    at all but its escapes: every asterisk is an asterisk.
    """
    try:
        return _read(text)
    except MarkError:
        if not lenient:
            raise
        return joined([Run(re.sub(r"\\([\\*^\[_#>+.)(-])", r"\1", text))])


def _read(text: str, look: Run = _PLAIN, *, inner: bool = False) -> Inlines:
    """The runs of a text that begins, and must end, in the look of a run."""
    out: list[Inline] = []
    bold, italic, raised = look.bold, look.italic, look.superscript
    opened: dict[str, int] = {}

    def say(words: str) -> None:
        out.append(Run(words, bold, italic, raised))

    end = 0
    for token in _TOKEN.finditer(text):
        say(text[end : token.start()])
        end = token.end()
        if token["escaped"] is not None:
            # A backslash that nothing follows breaks the last line.
            say(token["escaped"] or "\n")
        elif token["stars"]:
            count = len(token["stars"])
            if _stars_a_word(text, token, inner=inner) and not (italic and count != 2) and not (bold and count != 1):
                say(token["stars"])
                continue
            if count > 3:
                raise MarkError(f"'{token['stars']}' is no mark; write \\* for an asterisk", token.start())
            italic ^= count != 2
            bold ^= count != 1
            opened |= dict.fromkeys(("**",) * (count != 1) + ("*",) * (count != 2), token.start())
        elif token["raised"]:
            raised = not raised
            opened["^"] = token.start()
        elif token["call"]:
            out.append(Call(token["call"]))
        elif token["gap"]:
            out.append(Gap(re.sub(r"\\(.)", r"\1", token["gap"], flags=re.DOTALL)))
        else:
            words = _read(token["words"], Run("", bold, italic, raised), inner=True)
            out.append(Link(tuple(item for item in words if isinstance(item, Run)), token["href"]))
    say(text[end:])
    for stays, mark in ((bold != look.bold, "**"), (italic != look.italic, "*"), (raised != look.superscript, "^")):
        if stays:
            message = f"'{mark}' is opened and not closed; close it, or write \\{mark[0]} for the character"
            raise MarkError(message, opened.get(mark, len(text)))
    return joined(out)


def _stars_a_word(text: str, token: re.Match[str], *, inner: bool) -> bool:
    """Whether asterisks stand behind a word and before a blank, a stop or the end, where they can open nothing.

    The words of a link, which are `inner`, end in the look that they began in, and a mark at their end may say so.
    """
    before, after = text[: token.start()][-1:], text[token.end() : token.end() + 1]
    return before.isalnum() and (after in _CLOSING if after else not inner)


def marked(items: Inlines) -> str:
    """The line of a source that reads as `items`. White space at its ends and behind breaks is escaped, so it stays.

    Characters that no address holds (RFC 3986) are written in an address as it would have them: "%20".
    """
    return _keep_ends(_marked(items, _PLAIN))


def _marked(items: Inlines, begun: Run, special: re.Pattern[str] = _SPECIAL) -> str:
    """The text that reads as `items` where it begins in the look of the run `begun`, and ends in it."""
    out: list[str] = []
    now = begun
    for item in items:
        text = _escaped(item.text, special) if isinstance(item, Run) else _other(item)
        if isinstance(item, Run | Link):
            first = item.runs[0] if isinstance(item, Link) else item
            turn = _turn(now, first)
            out.append(turn)
            opens = (first.italic and not now.italic) or (first.bold and not now.bold)
            # Behind a word (an item is three parts), a blank or stop is escaped, or the mark would open nothing.
            if turn and opens and "".join(out[-4:-1])[-1:].isalnum() and text[:1] in _ESCAPED:
                out.append("\\")
            now = first
        out.append(text)
    return "".join((*out, _turn(now, begun)))


def _escaped(text: str, special: re.Pattern[str]) -> str:
    return special.sub(_ESCAPE, text).replace("\n", "\\\n")


def _turn(before: Run, after: Run) -> str:
    """The marks between two looks.

    What is raised closes before what is around it opens: the marks need not nest, but read better so.
    """
    stars = "*" * ((after.italic != before.italic) + 2 * (after.bold != before.bold))
    caret = "^" if after.superscript != before.superscript else ""
    return caret + stars if before.superscript else stars + caret


def _other(item: Link | Call | Gap) -> str:
    match item:
        case Call():
            return f"[^{item.label}]"
        case Gap():
            return f"[[{_SPECIAL_IN_GAP.sub(_ESCAPE, item.lacks)}]]"
        case Link():
            # The marks of its first words stand before the bracket: "[^" would call a note.
            words = _marked(item.runs, item.runs[0], _SPECIAL_IN_LINK)
            return f"[{words}]({_UNSAFE.sub(lambda found: quote(found[0]), item.href)})"


def _keep_ends(text: str) -> str:
    text = re.sub(r"^[ \t]", _ESCAPE, text, flags=re.MULTILINE)
    # A blank after an escape is already kept; one that ends the line is not.
    if re.search(r"[ \t]$", text) and not re.search(r"(?<!\\)(?:\\\\)*\\[ \t]$", text):
        text = f"{text[:-1]}\\{text[-1]}"
    return text
