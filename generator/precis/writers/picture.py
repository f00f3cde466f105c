"""The emblem that a user gives: what it must be, for every writer that sets it."""

from __future__ import annotations

import io

from precis.model import PrecisError

__all__ = ["checked_picture"]

# The modes of a picture that stand in a file as they are: the others, such as CMYK, are not of its colour space.
_MODES = {"1", "L", "LA", "P", "RGB", "RGBA"}


def checked_picture(data: bytes) -> tuple[str, bytes]:
    """The media type and bytes of a picture that can be set; PrecisError unless it is PNG or JPEG, and whole."""
    from PIL import Image, ImageFile, UnidentifiedImageError

    # WeasyPrint has Pillow read what there is of a broken file; a broken emblem must be told.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        message = "the emblem is not a picture that can be set; give it as PNG or JPEG"
        raise PrecisError.one("emblem-form", message) from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    if image.mode in _MODES:
        return f"image/{str(image.format).lower()}", data
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG")
    return "image/png", out.getvalue()
