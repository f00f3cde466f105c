"""Pictures: the emblem in the line, the QR code at its place (ECMA-376 Part 1, clause 20.4.2)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from precis.model import PrecisError
from precis.writers.bars import bars_png
from precis.writers.docx.markup import escaped, w
from precis.writers.qr import qr_png
from precis.writers.style import HouseStyle

__all__ = ["Picture", "bar_code_picture", "drawing", "emblem_picture", "qr_picture"]

_EMU = 635
"""English Metric Units in a twip."""
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file, the size at which it stands and its place on the page if it is not in the line, in twips."""

    name: str
    content_type: str
    blob: bytes
    width: int
    height: int
    place: tuple[int, int] | None = None


def emblem_picture(emblem: bytes, style: HouseStyle) -> Picture:
    """The emblem, as large as its place allows; PrecisError for bytes that are not a picture Word can show."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        image = Image.from_blob(emblem)
        wide, high = image.px_width, image.px_height
        width, height = style.masthead["emblem"]
        scale = min(width / wide, height / high)
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ArithmeticError,
        LookupError,
        ValueError,
        struct.error,
    ) as error:
        message = "the emblem is not a picture that Word can show; give it as PNG or JPEG"
        raise PrecisError.one("emblem-form", message) from error
    name = f"/word/media/emblem.{image.ext}"
    return Picture(name, image.content_type, emblem, round(wide * scale), round(high * scale))


def qr_picture(address: str, style: HouseStyle) -> Picture:
    """The QR code of an address."""
    foot = style.first_foot
    place = foot["qr_x"], foot["qr_y"]
    return Picture("/word/media/qr.png", "image/png", qr_png(address, style), foot["qr"], foot["qr"], place)


def bar_code_picture(code: str, style: HouseStyle) -> Picture:
    """The bar code of a job number, in a house that has one."""
    at, above, width, height = style.first_foot["bar_code"]
    return Picture("/word/media/bar-code.png", "image/png", bars_png(code), width, height, (at, above))


def drawing(picture: Picture, relation: str, identifier: int, alternative: str) -> str:
    """A picture; `relation` is the `r:id` of its file. One with a place stands there, over the page, others in line."""
    size = f'cx="{picture.width * _EMU}" cy="{picture.height * _EMU}"'
    words = f'id="{identifier}" name="{escaped(picture.name.rpartition("/")[2])}" descr="{escaped(alternative)}"'
    content = (
        f'<wp:docPr {words}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr {words}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )
    none = 'distT="0" distB="0" distL="0" distR="0"'
    if picture.place is None:
        return w("drawing", f"<wp:inline {none}><wp:extent {size}/>{content}</wp:inline>")
    position = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{offset * _EMU}</wp:posOffset></wp:position{axis}>'
        for axis, offset in zip("HV", picture.place, strict=True)
    )
    return w(
        "drawing",
        f'<wp:anchor {none} simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/>{position}<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" '
        f'b="0"/><wp:wrapNone/>{content}</wp:anchor>',
    )
