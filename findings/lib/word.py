"""A small valid Word file from parts of its text, for findings on what Word files hold and python-docx cannot write."""

import zipfile
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
# Word declares them all at the root of a part, and some readers look for them nowhere else.
_SPACE = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())
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


def _numbering(labels: tuple[tuple[str, int], ...]) -> str:
    level = '<w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/></w:lvl>'
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{level.format(first, label)}</w:abstractNum>'
        for key, (label, first) in enumerate(labels, 1)
    )
    return kinds + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in range(1, len(labels) + 1)
    )


def text_box(text: str) -> str:
    """A run with a box of one paragraph, in the two forms that Word writes of each."""
    words = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    place = "".join(
        f'<wp:position{axis} relativeFrom="{base}"><wp:posOffset>0</wp:posOffset></wp:position{axis}>'
        for axis, base in (("H", "column"), ("V", "paragraph"))
    )
    size = 'cx="1800000" cy="360000"'
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{words}</wps:txbx><wps:bodyPr/></wps:wsp>'
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{place}<wp:extent {size}/><wp:wrapSquare wrapText="bothSides"/>'
        f'<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="{_SPACES["wps"]}">{shape}</a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape "
        f'style="width:142pt;height:28pt"><v:textbox>{words}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def write(path: str, body: str, notes: str = "", labels: tuple[tuple[str, int], ...] = (("%1.", 1),)) -> None:
    """The file; each of its lists has a label, where %1 is the number, and a first number."""
    content = {
        "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        "numbering": _numbering(labels),
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
