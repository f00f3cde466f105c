"""A small valid OpenDocument text from parts of its body."""

import zipfile

_NAME = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = (
    f'xmlns:office="{_NAME}:office:1.0" xmlns:text="{_NAME}:text:1.0" xmlns:style="{_NAME}:style:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
_STYLES = (
    '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/></text:list-style>'
)


def item(text: str, attributes: str = "") -> str:
    """An item of a list, of one paragraph."""
    return f"<text:list-item{attributes}><text:p>{text}</text:p></text:list-item>"


def listed(items: str, attributes: str = "") -> str:
    """A list that counts "1.", "2." and so on."""
    return f'<text:list text:style-name="Numbers"{attributes}>{items}</text:list>'


def write(path: str, body: str) -> None:
    """The file, with one style of list."""
    kind = "application/vnd.oasis.opendocument.text"
    files = {"/": kind, "content.xml": "text/xml", "styles.xml": "text/xml"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in files.items()
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", kind, zipfile.ZIP_STORED)
        file.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{_NAME}:manifest:1.0" manifest:version="1.3">{entries}'
            "</manifest:manifest>",
        )
        file.writestr("styles.xml", f"<office:document-styles {_SPACES}/>")
        file.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}><office:automatic-styles>{_STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
