"""Small Word files made from the XML of their parts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

__all__ = ["docx", "packed", "parts_of"]

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
OFFICE = NAMESPACES["r"]
ROOTS = {"header": "hdr", "footer": "ftr"}
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{key}"{more}><w:name w:val="{name}"/>{inside}</w:style>'
    for kind, key, name, more, inside in (
        ("paragraph", "Normal", "Normal", ' w:default="1"', ""),
        ("paragraph", "HChG", "_ H _Ch_G", "", "<w:rPr><w:b/></w:rPr>"),
        ("paragraph", "H1G", "_ H_1_G", "", "<w:rPr><w:b/></w:rPr>"),
        ("paragraph", "H23G", "_ H_2/3_G", "", "<w:rPr><w:b/></w:rPr>"),
        ("paragraph", "H4G", "_ H_4_G", "", "<w:rPr><w:i/></w:rPr>"),
        ("paragraph", "SingleTxtG", "_ Single Txt_G", "", ""),
        ("paragraph", "Heading2", "heading 2", "", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("paragraph", "FootnoteText", "footnote text", "", ""),
        ("paragraph", "Loud", "Loud", "", "<w:rPr><w:b/></w:rPr>"),
        ("paragraph", "Quiet", "Quiet", "", '<w:basedOn w:val="Loud"/><w:rPr><w:b w:val="0"/></w:rPr>'),
        ("paragraph", "Louder", "Louder", "", '<w:basedOn w:val="Loud"/>'),
        ("character", "Strong", "Strong", "", "<w:rPr><w:b/></w:rPr>"),
        (
            "character",
            "FootnoteReference",
            "footnote reference",
            "",
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
        ),
    )
)


def docx(body: str, **parts: str) -> bytes:
    """A Word file with this body. `parts` are the insides of other parts: "styles", "footnotes", "header1" and so on.

    The body refers to a head or foot as `r:id="header1"`.
    """
    return packed(parts_of(body, **parts))


def parts_of(body: str, **parts: str) -> dict[str, str]:
    """The members of such a file, by name."""
    parts = {"styles": STYLES, **parts}
    members = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations({name: (_kind(name), f"{name}.xml") for name in parts}),
    }
    members.update(
        {f"word/{name}.xml": _part(ROOTS.get(_kind(name), _kind(name)), inside) for name, inside in parts.items()}
    )
    return members


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """The members as a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _kind(name: str) -> str:
    return re.sub(r"\d", "", name)


def _part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {DECLARED}>{inside}</w:{root}>'


def _relations(entries: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in entries.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def _types(parts: Mapping[str, str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    entries = {"document": "document.main", **{name: _kind(name) for name in parts}}
    inside = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>' for name, kind in entries.items()
    )
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{default}{inside}</Types>'
