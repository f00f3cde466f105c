"""A small valid Word file from parts of its text, for findings on what Word files hold and python-docx cannot write."""

import zipfile
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHANGE = 'w:author="Editor" w:date="2024-01-01T00:00:00Z"'
_PARTS = ("styles", "numbering", "footnotes")


def run(text: str) -> str:
    """Plain words."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, number: int = 0, mark: str = "") -> str:
    """A paragraph; with the number of a list, and with a tracked change ("ins" or "del") of its paragraph mark."""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    changed = f'<w:rPr><w:{mark} w:id="900" {_CHANGE}/></w:rPr>' if mark else ""
    return f"<w:p><w:pPr>{listed}{changed}</w:pPr>{content}</w:p>"


def change(kind: str, content: str, key: int = 1) -> str:
    """A tracked change: ins, del, moveFrom or moveTo."""
    if kind == "del":
        content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f'<w:{kind} w:id="{key}" {_CHANGE}>{content}</w:{kind}>'


def call(note: int, mark: str = "") -> str:
    """The call of a note; with a mark of its own instead of a number."""
    follows, own = (' w:customMarkFollows="1"', f"<w:t>{mark}</w:t>") if mark else ("", "")
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:footnoteReference w:id="{note}"{follows}/>{own}</w:r>'


def note(key: int, text: str, mark: str = "") -> str:
    """A footnote; with a mark of its own instead of a number."""
    label = f"<w:t>{mark}</w:t>" if mark else "<w:footnoteRef/>"
    return f'<w:footnote w:id="{key}"><w:p><w:r>{label}</w:r>{run(" " + text)}</w:p></w:footnote>'


def write(path: str, body: str, notes: str = "") -> None:
    """The file; list 1 counts "1.", "2." and so on."""
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    content = {
        "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        "numbering": f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "footnotes": '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        f"</w:footnote>{notes}",
    }
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((name, name) for name in _PARTS)]
    )
    ties = "".join(
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for place, name in enumerate(_PARTS, 1)
    )
    ends = ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default{ends}/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        file.writestr(
            "word/_rels/document.xml.rels",
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{ties}</Relationships>',
        )
        file.writestr(
            "word/document.xml", f"{_HEAD}<w:document {_SPACE}><w:body>{body}<w:sectPr/></w:body></w:document>"
        )
        for name in _PARTS:
            file.writestr(f"word/{name}.xml", f"{_HEAD}<w:{name} {_SPACE}>{content[name]}</w:{name}>")
