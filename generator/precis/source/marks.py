"""The marks inside a line of a source: read and written.

`*` begins and ends italic, `**` bold, `***` both, `^` raised text; `[^1]` calls footnote 1; `[[…]]` is a gap; a
backslash takes the meaning from the character after it, and one at the end of a line breaks the line there.

A mark toggles wherever it stands. CommonMark's rules of what may open and close would leave some runs, such as bold
that ends in a blank, without a way to be written; here every text has one.
"""

from __future__ import annotations

import re

from precis.model import Call, Gap, Inline, Inlines, Run, joined

__all__ = ["MarkError", "inlines", "marked"]

_TOKEN = re.compile(
    r"\\(?P<escaped>.)"
    r"|(?P<stars>\*+)"
    r"|(?P<raised>\^)"
    r"|\[\^(?P<call>[^\]\s]+)\]"
    r"|\[\[(?P<gap>[^\]]+)\]\]",
    re.DOTALL,
)
_SPECIAL = re.compile(r"[\\*^\[]")


class MarkError(ValueError):
    """A mark that is opened and never closed, or more asterisks than there are marks."""


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


def _read(text: str) -> Inlines:
    out: list[Inline] = []
    bold = italic = raised = False

    def say(words: str) -> None:
        out.append(Run(words, bold, italic, raised))

    end = 0
    for token in _TOKEN.finditer(text):
        say(text[end : token.start()])
        end = token.end()
        if token["escaped"]:
            say(token["escaped"])
        elif token["stars"]:
            count = len(token["stars"])
            if count > 3:
                raise MarkError(f"'{token['stars']}' is no mark; write \\* for an asterisk")
            italic ^= count != 2
            bold ^= count != 1
        elif token["raised"]:
            raised = not raised
        elif token["call"]:
            out.append(Call(token["call"]))
        else:
            out.append(Gap(token["gap"]))
    say(text[end:])
    for opened, mark in ((bold, "**"), (italic, "*"), (raised, "^")):
        if opened:
            raise MarkError(f"'{mark}' is opened and not closed; close it, or write \\{mark[0]} for the character")
    return joined(out)


def marked(items: Inlines) -> str:
    """The line of a source that reads as `items`. White space at its ends is escaped, so that it stays."""
    out: list[str] = []
    bold = italic = raised = False
    for item in items:
        if not isinstance(item, Run):
            out.append(f"[^{item.label}]" if isinstance(item, Call) else f"[[{item.lacks}]]")
            continue
        # What is raised closes before what is around it opens: the marks need not nest, but read better so.
        stars = "*" * ((italic != item.italic) + 2 * (bold != item.bold))
        caret = "^" if raised != item.superscript else ""
        out.append(caret + stars if raised else stars + caret)
        bold, italic, raised = item.bold, item.italic, item.superscript
        out.append(_SPECIAL.sub(r"\\\g<0>", item.text).replace("\n", "\\\n"))
    if raised:
        out.append("^")
    out.append("*" * (italic + 2 * bold))
    return _keep_ends("".join(out))


def _keep_ends(text: str) -> str:
    text = re.sub(r"^[ \t]", r"\\\g<0>", text)
    # A blank after an escape is already kept; one that ends the line is not.
    if re.search(r"[ \t]$", text) and not re.search(r"(?<!\\)(?:\\\\)*\\[ \t]$", text):
        text = f"{text[:-1]}\\{text[-1]}"
    return text
