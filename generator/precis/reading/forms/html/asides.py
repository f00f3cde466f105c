"""What of a page is no text of it: hidden words, what stands about the text, changes, pictures. It is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from precis.model import FileSpan, Finding
from precis.reading.forms.html.css import Css
from precis.reading.forms.html.notes import BLOCKS, Notes
from precis.reading.search.letters import letters

__all__ = ["Asides", "folded"]

_ABOUT = ("footer", "nav", "dialog")
"""What a page has about its text. Notes may stand in its foot."""
_ABOUT_ROLES = ("contentinfo", "navigation", "dialog")
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def folded(text: str) -> str:
    """The text with one blank for any run of them, as browsers print it."""
    return _BLANKS.sub(" ", text)


@dataclass
class Asides:
    """Tells what of a page is no text of it, by the place of its element."""

    file: str
    notes: Notes
    css: Css
    findings: list[Finding] = field(default_factory=list)

    def stands_apart(self, element: Any, tag: str) -> bool:
        """Whether an element is no text of the page: hidden, or what the page has about its text; it is told."""
        if self.css.hides(element):
            self.tell("hidden-left-out", "words that the page hides", element)
        elif self._is_about(element, tag):
            self.tell("web-page", f"what the page has about its text ({tag})", element)
        elif element in self.notes.comments:
            self.tell("comment-left-out", "a comment", element)
        else:
            return False
        return True

    def tell_unread(self, element: Any, tag: str) -> None:
        """Tell words in elements that are not printed, and what a picture says that it shows."""
        if tag in ("template", "noscript", "textarea", "select", "object", "iframe"):
            self.tell("hidden-left-out", f"words that the page does not print ({tag})", element)
        elif tag == "svg":
            self.tell("picture-unread", f"a drawing ({tag}), which no record has", element)
        elif tag == "img" and letters(element.get("alt") or ""):
            place = FileSpan(self.file, element.sourceline)
            reason = "a picture, which no record has; what it shows is not read"
            self.findings.append(Finding("picture-unread", place, "text", reason, element.get("alt", "")))
        elif tag == "input" and letters(element.get("value") or "") and element.get("type", "text") != "hidden":
            place = FileSpan(self.file, element.sourceline)
            self.findings.append(
                Finding("hidden-left-out", place, "text", "a field of a form", element.get("value", ""))
            )

    def tell_linear(self, words: str, element: Any) -> None:
        """Tell a formula that stood on several lines."""
        place, reason = FileSpan(self.file, element.sourceline), "a formula, which stands on one line now"
        self.findings.append(Finding("formula-linear", place, "text", reason, words))

    def _is_about(self, element: Any, tag: str) -> bool:
        """Whether an element is what a page has about its text, and holds no note of it."""
        about = tag in _ABOUT or (tag in BLOCKS and element.get("role") in _ABOUT_ROLES)
        return about and not any(each in self.notes.blocks for each in element.iter())

    def tell(self, code: str, reason: str, element: Any) -> None:
        """Add a finding of the words of an element, if it has any."""
        words = folded(" ".join(element.itertext())).strip()
        if letters(words):
            self.findings.append(Finding(code, FileSpan(self.file, element.sourceline), "text", reason, words))

    def leave_out(self, element: Any, tag: str) -> None:
        """Tell words of a change that are not of the text."""
        words = folded("".join(element.itertext())).strip()
        if letters(words):
            reason = "the page has it as inserted, and changes are read as rejected"
            if tag != "ins":
                reason = "the page has it as deleted"
            place = FileSpan(self.file, element.sourceline)
            self.findings.append(Finding("change-left-out", place, "text", reason, words, ""))
