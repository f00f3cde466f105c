"""The parts of a Word file, taken out with care: nothing that a file says of itself is trusted (ISO/IEC 29500-2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Any, NoReturn

from precis.model import FileSpan, PrecisError
from precis.model.zipped import UNREADABLE
from precis.reading.forms.docx.xml import parsed

__all__ = ["Package", "Relation"]

MAX_MEMBERS = 2_000
"""A file of 300 pages with its pictures has about a hundred."""
MAX_DECLARED = 500_000_000
"""What the members may say they unpack to, pictures and all; only XML is in fact unpacked."""
MAX_XML = 40_000_000
"""What is unpacked of a file. A hundred pages of tables are 2 MB of XML."""
MAX_RATIO = 400
"""How much more a member may be than it was packed: 10 to 30 times is usual, 230 a text of one sentence repeated."""
RATIO_FROM = 1_000_000
"""Below this size the ratio says nothing."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MEMBER = b"PK\x01\x02"
_ENCRYPTED = 0x1
_TEXT = "officeDocument"
_OTHER_FORMS = {
    "spreadsheet": "is an Excel file",
    "ms-excel": "is an Excel file",
    "presentation": "is a PowerPoint file",
    "ms-powerpoint": "is a PowerPoint file",
}
_OTHER_STARTS = {
    b"%PDF": "is a PDF; give it the name .pdf",
    b"{\\rtf": "is in Rich Text Format; install LibreOffice, or save it as DOCX",
    b"<": "is XML or HTML, not a packed Word file; open it in Word and save it as DOCX",
}
_CONTAINER = b"\xd0\xcf\x11\xe0"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another refers to: by its identifier there, the last word of the relation's kind, and its name."""

    identifier: str
    kind: str
    target: str


class Package:
    """The parts of a DOCX by name ("word/document.xml"). Raises PrecisError for anything else."""

    def __init__(self, data: bytes, file: str) -> None:
        self.span = FileSpan(file)
        self._left = MAX_XML
        self._size = len(data)
        self._check_form(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except UNREADABLE as error:
            self._refuse_damaged(error)
        # Some programs on Windows part the names with backslashes, which Word forgives.
        self._members = {info.filename.replace("\\", "/").casefold(): info for info in self._zip.infolist()}
        self._check_members()
        self.main = self._main_part()

    def part(self, name: str) -> Any:
        """The root of the part `name`, or None if there is no such part."""
        blob = self._unpacked(name)
        return None if blob is None else parsed(blob, name, self.span)

    def relations(self, name: str, *, outside: bool = False) -> list[Relation]:
        """What the part `name` refers to inside the file, and with `outside` beyond it; for "", the file itself."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return [
            Relation(
                each.get("Id", ""),
                each.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/"),
            )
            for each in ([] if root is None else root.iterchildren("{*}Relationship"))
            if outside or each.get("TargetMode") != "External"
        ]

    def _refuse(self, code: str, message: str) -> NoReturn:
        raise PrecisError.one(code, message, self.span)

    def _refuse_damaged(self, error: Exception) -> NoReturn:
        message = "is damaged or cut off, and cannot be unpacked; get the file again, or save it again in Word"
        raise PrecisError.one("file-damaged", message, self.span) from error

    def _check_form(self, data: bytes) -> None:
        """Refuse what is no ZIP archive, with the way to a DOCX."""
        if data.startswith(_CONTAINER):
            if _ENCRYPTED_STREAM in data:
                self._refuse("file-encrypted", "has a password; open it in Word and save it without")
            if _WORD_STREAM not in data:
                # Without its list of parts no program finds the text, and to install another would be in vain.
                self._refuse(
                    "file-damaged",
                    "has no text of a Word file of before 2007 (.doc): it seems cut or damaged; get the file again",
                )
            self._refuse("file-form", "is a Word file of before 2007 (.doc); install LibreOffice, or save it as DOCX")
        for start, message in _OTHER_STARTS.items():
            if data.startswith(start):
                self._refuse("file-form", message)
        if not data.startswith(b"PK"):
            self._refuse("file-form", "is not a Word file; give a DOCX")
        if data.count(_MEMBER) > MAX_MEMBERS:
            self._refuse("file-size", f"holds more than {MAX_MEMBERS} members; no record does. Give another copy of it")

    def _check_members(self) -> None:
        """Look at what the archive says of its members, before any is unpacked."""
        declared = 0
        for info in self._zip.infolist():
            declared += info.file_size
            parts = info.orig_filename.replace("\\", "/").split("/")
            if ".." in parts or not parts[0] or ":" in parts[0]:
                message = f"holds a member with the name {info.orig_filename[:60]!r}, which leads out of the file"
                self._refuse("file-path", f"{message}; no Word file does. Get another copy of it")
            if info.flag_bits & _ENCRYPTED:
                self._refuse("file-encrypted", "is a ZIP archive with a password; unpack it and give the Word file")
        if declared > MAX_DECLARED:
            self._refuse_size(f"says that it unpacks to {declared / 1e6:,.0f} MB")

    def _refuse_size(self, what: str) -> NoReturn:
        self._refuse("file-size", f"{what}; no record does. Open it in Word and save it again, without pictures")

    def _main_part(self) -> str:
        """The name of the part with the text, by the relations of the file (ISO/IEC 29500-2, clause 9.3)."""
        mimetype = self._unpacked("mimetype") or b""
        if mimetype.startswith(b"application/vnd.oasis.opendocument"):
            self._refuse("file-form", "is an OpenDocument file (.odt); install LibreOffice, or save it as DOCX")
        main = next((each.target for each in self.relations("") if each.kind == _TEXT), None)
        types = self.part("[Content_Types].xml")
        if main is None or types is None:
            self._refuse("file-form", "is a ZIP archive, but not a Word file; give the DOCX that is in it")
        kind = _content_type(types, main)
        for word, what in _OTHER_FORMS.items():
            if word in kind:
                self._refuse("file-form", f"{what}, not a Word file; give the record as DOCX")
        if main.casefold() not in self._members:
            self._refuse("file-damaged", f"lacks its text, {main[:60]!r}; get the file again, or save it again in Word")
        return main

    def _unpacked(self, name: str) -> bytes | None:
        """The bytes of a member, or None if there is none; never more than the bounds."""
        info = self._members.get(name.casefold())
        if info is None:
            return None
        packed = min(info.compress_size, self._size)
        bound = min(self._left, max(RATIO_FROM, packed * MAX_RATIO))
        if info.file_size > bound:
            self._refuse_size(f"says that {name!r} unpacks to {info.file_size / 1e6:,.0f} MB")
        if info.compress_type not in _METHODS:
            self._refuse("file-damaged", "is packed in a way that no Word file is; save it again in Word")
        try:
            with self._zip.open(info) as member:
                blob = member.read(bound + 1)
        except UNREADABLE as error:
            self._refuse_damaged(error)
        if len(blob) > bound:
            self._refuse_size(f"unpacks to more than {bound / 1e6:,.0f} MB")
        self._left -= len(blob)
        return blob


def _content_type(types: Any, name: str) -> str:
    """The content type of a part: its own, or that of its ending (ISO/IEC 29500-2, clause 10.1.2)."""
    ending = name.rpartition(".")[2].casefold()
    for each in types.iterchildren("{*}Override"):
        if each.get("PartName", "").lstrip("/").casefold() == name.casefold():
            return str(each.get("ContentType", ""))
    defaults = {each.get("Extension", "").casefold(): each.get("ContentType", "") for each in types.iter("{*}Default")}
    return str(defaults.get(ending, ""))
