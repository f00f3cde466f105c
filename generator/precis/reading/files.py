"""Files as users name them: looked at before they are read, and sent to the reader of their form."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from stat import S_ISDIR
from types import MappingProxyType
from typing import Any

from precis.assets import Assets
from precis.model import Faults, FileSpan, Finding, PrecisError, Reading
from precis.reading.encodings import decoded
from precis.reading.line import MOST_CHARACTERS, FileText, composed
from precis.reading.office import as_docx, office_form
from precis.source.field import typed_values
from precis.source.fields import FIELDS, model_fields, record_of
from precis.source.front import FrontMatter, begins_with_front, check_keys, lacks_first_line
from precis.source.json_form import read_json
from precis.source.record import read_source

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "STANDARD_INPUT",
    "load_readers",
    "read_bytes",
    "read_file",
    "read_text",
    "sent",
    "set_values",
    "typed_fields",
]

_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How Word files begin: today's, and those of other times, which the reader of Word files knows to refuse."""

_PDF = b"%PDF-"
_HEAD = 1024
"""A PDF begins somewhere in its first 1,024 bytes (ISO 32000-1, annex H.3.4.1)."""

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)

_AKN = re.compile(rb"[^<]{0,4}<(?s:.{0,2000}?)[<:]akomaNtoso\b|[^<]{0,4}<(?:\w+:)?akomaNtoso\b")
"""How a file of Akoma Ntoso begins: an XML declaration, or none, and its outermost element."""

_HEAD_OF_MARKUP = 4096
_OFFICE_TEXTS = (
    ("<pkg:package", "is a Word file saved as XML (flat OPC)"),
    ("schemas.microsoft.com/office/word/2003", "is a Word file saved as XML (Word 2003)"),
    ('progid="Word.Document"', "is a Word file saved as XML"),
    ("urn:oasis:names:tc:opendocument", "is an OpenDocument file saved as XML (.fodt)"),
    ("multipart/related", "is a web page in a single file (MHTML)"),
)
"""What stands near the beginning of files of office programs that are text, and what these are."""

_WORD_ENDINGS = (".docx", ".docm", ".doc", ".odt", ".rtf")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
ENDINGS = (".md", ".txt", ".json", *_PAGE_ENDINGS, ".pdf", *_WORD_ENDINGS, ".xml", ".fodt", ".mht", ".mhtml")
"""How the names of files end that may hold a record; the readers refuse some of them, with what to do."""

STANDARD_INPUT = "-"
"""The name by which a user gives what stands on standard input."""

MAX_BYTES = 20_000_000
"""The largest input that is read; the longest records are below one hundredth of it."""


def read_file(
    path: str | os.PathLike[str],
    assets: Assets,
    given: Mapping[str, Any] | None = None,
    *,
    rejected: bool = False,
    encoding: str | None = None,
) -> Reading:
    """The record of a file: our own source or JSON, or a published record as text, web page, Word file or PDF.

    `given` are values of the front matter, typed (see `set_values`), that win over what the file says. Tracked
    changes are read as accepted, or as `rejected`. `encoding` is that of a text file which does not say its own. All
    letters are composed (NFC), so that what looks equal is equal. A file that does not tell its treaty body has that of
    the `assets`. Raises PrecisError for a file that cannot be read, and for a source of ours that is wrong.
    """
    name = os.fspath(path)
    given = given or {}
    data = read_bytes(path)
    reading = _read(data, name, assets, given, rejected=rejected, encoding=encoding)
    if reading.record.body is None and assets.body is not None:
        # It is read again, since its symbol can follow from the body.
        reading = _read(data, name, assets, {"body": assets.body, **given}, rejected=rejected, encoding=encoding)
    return reading


def _read(
    data: bytes, name: str, assets: Assets, given: Mapping[str, Any], *, rejected: bool, encoding: str | None
) -> Reading:
    text, words = _other_form(data, name, assets, rejected=rejected), ""
    if text is None:
        if Path(name).suffix.lower() == ".json":
            return read_json(decoded(data, name).text, name, assets, given)
        if _AKN.match(data[:_HEAD_OF_MARKUP].replace(b"\0", b"")):
            from precis.source.akn.read import read_akn

            return read_akn(data, name, assets, rejected=rejected)
        found = decoded(data, name, guess=not data.startswith(b"---"), encoding=encoding)
        words = found.text
        if begins_with_front(words):
            return read_source(words, name, assets, given)
        if lacks_first_line(words):
            message = "the front matter begins with a line of ---; write one above the first field"
            raise PrecisError.one("front-matter", message, FileSpan(name, 1))
        _refuse_markup(words, name)
        from precis.reading.forms.text import lines_of_text

        if len(words) > MOST_CHARACTERS:
            message = (
                f"has {len(words):,} characters; a record has fewer than {MOST_CHARACTERS:,}; give the text of one"
            )
            raise PrecisError.one("file-long", message, FileSpan(name))
        text = FileText(lines_of_text(words), _told(found.guessed, name))
    else:
        text = composed(text)
    from precis.reading.recognise import recognise

    reading = recognise(text, name, assets, _model_values(given) if given else {})
    if not words:
        return reading
    lines = words.split("\n")
    return replace(reading, findings=tuple(_in_columns(each, lines) for each in reading.findings))


def load_readers(assets: Assets, endings: Set[str]) -> None:
    """Load the readers of files with these endings, and our first language: processes begun later share all this."""
    import precis.reading.forms.text
    import precis.reading.recognise
    from precis.language.states import load_states
    from precis.language.wording import languages, load_wording

    if not endings.isdisjoint(_WORD_ENDINGS):
        import precis.reading.forms.docx
    if not endings.isdisjoint(_PAGE_ENDINGS):
        import precis.reading.forms.html  # noqa: F401 - it is only loaded
    load_states(assets)
    load_wording(languages(assets)[0], assets)


def _model_values(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the model that the fields of a front matter set, with their values."""
    record = record_of(given)
    return {field: getattr(record, field) for field in model_fields(given)}


def _in_columns(finding: Finding, lines: Sequence[str]) -> Finding:
    """A finding of a text with the columns of the words that stood there, where its line has them once."""
    span, words = finding.span, finding.old
    line = lines[span.line - 1] if words and span.line and span.line <= len(lines) else ""
    start = line.find(words) if line else -1
    if start < 0 or line.find(words, start + 1) >= 0:
        return finding
    columns = FileSpan(span.file, span.line, span.unit, (start + 1, start + len(words)))
    return Finding(finding.code, columns, finding.field, finding.reason, words, finding.new)


def _other_form(data: bytes, name: str, assets: Assets, *, rejected: bool) -> FileText | None:
    """The lines of a file that is no text; None if it is one. Its first bytes tell, and then its name."""
    ending = Path(name).suffix.lower()
    if data.startswith(_WORD) or (ending in _WORD_ENDINGS and _PDF not in data[:_HEAD]):
        from precis.reading.forms.docx import read_docx

        if office_form(data) is not None:
            data = as_docx(data, name) or data
        return read_docx(data, name, assets, rejected=rejected)
    if _PDF in data[:_HEAD] or ending == ".pdf":
        from precis.reading.forms.pdf import read_pdf

        return read_pdf(data, name)
    if ending in _PAGE_ENDINGS or _PAGE.match(data):
        from precis.reading.forms.html import read_html

        return read_html(data, name, rejected=rejected)
    return None


def set_values(settings: tuple[str, ...], where: str = "--set") -> dict[str, Any]:
    """The typed values of "field=value" settings; PrecisError with all that are wrong.

    A field that is set twice is a list: two Chairs, in sequence. `where` stands before the words of each fault.
    """
    faults = Faults(where)
    values: dict[str, Any] = {}
    known = {field.key for field in FIELDS}
    for setting in settings:
        key, equals, value = setting.partition("=")
        key = key.strip()
        if not equals or key not in known:
            fields = ", ".join(field.key for field in FIELDS)
            faults.add("unknown-field", f"'{setting}' sets no field; write field=value, with a field of: {fields}")
        elif key in values:
            values[key] = [*(values[key] if isinstance(values[key], list) else [values[key]]), value]
        else:
            values[key] = value
    typed = typed_values(FrontMatter(values), FIELDS, faults)
    faults.check()
    return typed


def typed_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    """The typed values of fields that are written as in a source; PrecisError with all that are wrong."""
    faults = Faults()
    front = FrontMatter(values)
    check_keys(front, [field.key for field in FIELDS], faults)
    typed = typed_values(front, FIELDS, faults)
    faults.check()
    return typed


def read_bytes(path: str | os.PathLike[str], limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file; PrecisError if it is not there, empty, larger than `limit`, or no file."""
    name = os.fspath(path)
    place = FileSpan(name)
    if name in _sent.get():
        return _sent.get()[name]
    if name == STANDARD_INPUT:
        data = _standard_input()
        if not data.strip():
            raise PrecisError.one("file-empty", "is empty; give a record", place)
        return data
    try:
        file = Path(path)
        status = file.stat()
        if S_ISDIR(status.st_mode):
            raise PrecisError.one("file-folder", "is a folder; name a file", place)
        if status.st_size > limit:
            message = f"has {status.st_size / 1e6:.0f} MB; a record has less than {limit / 1e6:.0f} MB"
            raise PrecisError.one("file-large", message, place)
        data = file.read_bytes()
    except OSError as error:
        raise PrecisError.one("file-read", _unread(name, error), place) from error
    if not data.strip():
        raise PrecisError.one("file-empty", "is empty; give a record", place)
    return data


_sent: ContextVar[Mapping[str, bytes]] = ContextVar("sent", default=MappingProxyType({}))


@contextmanager
def sent(files: Mapping[str, bytes]) -> Iterator[None]:
    """Meanwhile, the files of these names hold what `read_bytes` gave of them on the machine that sent it."""
    before = _sent.set(files)
    try:
        yield
    finally:
        _sent.reset(before)


def _unread(name: str, error: OSError) -> str:
    """Why a file cannot be read, and what its name may be if there is none of that name."""
    if not isinstance(error, FileNotFoundError):
        return f"cannot be read: {error.strerror or error}"
    folder = Path(name).parent
    if not folder.is_dir():
        return f"is not there, nor is the folder {folder}; put the name right"
    near = get_close_matches(Path(name).name, sorted(each.name for each in folder.iterdir()), 1, 0.75)
    return f"is not there; did you mean {folder / near[0]}?" if near else "is not there; put the name right"


@cache
def _standard_input() -> bytes:
    """What stands on standard input, which can be read once."""
    return sys.stdin.buffer.read()


def read_text(path: str | os.PathLike[str]) -> str:
    """The text of a source, with line ends as "\\n" and in composed letters; PrecisError if the file is none."""
    return decoded(read_bytes(path), os.fspath(path)).text


def _told(guessed: str, name: str) -> tuple[Finding, ...]:
    """The finding of an encoding that a text does not say itself."""
    if not guessed:
        return ()
    return (Finding("encoding-read", FileSpan(name), "text", f"the file is not in UTF-8; it was read as {guessed}"),)


def _refuse_markup(text: str, name: str) -> None:
    """Refuse a file of an office program that is written as text, with the way to a form that is read."""
    head = text[:_HEAD_OF_MARKUP].lstrip("\ufeff \t\n")
    for sign, what in _OFFICE_TEXTS:
        if head.startswith(("<", "MIME-Version:", "From:")) and sign in head:
            raise PrecisError.one("file-form", f"{what}; open it there and save it as DOCX", FileSpan(name))
    if head.startswith("<?xml"):
        message = "is XML of another kind, not the text of a record; give Markdown, plain text, HTML, DOCX, PDF or JSON"
        raise PrecisError.one("file-form", message, FileSpan(name))
