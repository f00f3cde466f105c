"""An HTML file as lines."""

from __future__ import annotations

import re
from typing import Any

from precis.model import FileSpan, PrecisError
from precis.reading.forms.html.css import css_of
from precis.reading.forms.html.notes import find_notes
from precis.reading.forms.html.walk import Walk
from precis.reading.line import FileText

__all__ = ["read_html"]

_DECLARED = re.compile(rb"<meta[^>]+charset|<\?xml[^>]+encoding", re.IGNORECASE)
_ENDS = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_HEAD = 4096
"""A file says how it is encoded in its first bytes (HTML standard, 13.2.3.2: the first 1,024; older pages, later)."""

_DEEPEST = 200
"""Pages of records have a dozen elements one in the other; a parser drops without a word what is too deep for it."""


def read_html(data: bytes, file: str, *, rejected: bool = False) -> FileText:
    """The lines of a web page. Changes marked with <ins> and <del> are read as accepted, or as `rejected`.

    Raises PrecisError for a file without text, and for one whose elements stand one in another beyond reason.
    """
    body = _body(data, file)
    walk = Walk(file, find_notes(body), own=_is_own(body), rejected=rejected, css=css_of(body.getroottree()))
    return FileText(walk.lines(body), walk.asides.findings)


def _body(data: bytes, file: str) -> Any:
    from lxml import etree, html

    # What stands behind the ends of the body and of the page is of the body to a browser; the parser would lose it.
    data = _ENDS.sub(b"", data)
    parser = html.HTMLParser(encoding=_encoding(data), huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except etree.LxmlError as error:
        raise PrecisError.one("file-html", "has no text; give the page of a record", FileSpan(file)) from error
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST or any("depth" in entry.message for entry in parser.error_log):
        message = f"has elements in more than {_DEEPEST} others, which no record has; save the page again, or its text"
        raise PrecisError.one("file-html", message, FileSpan(file))
    body = root.find("body")
    return root if body is None else body


def _encoding(data: bytes) -> str | None:
    """The encoding of a page that does not declare one: UTF-8, or what browsers take for older pages."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or _DECLARED.search(data[:_HEAD]):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _is_own(body: Any) -> bool:
    """Whether the page is a summary record that this project wrote (templates/pages/summary-record.html)."""
    return body.get("class") == "summary-record" and body.find("header[@class='masthead']") is not None
