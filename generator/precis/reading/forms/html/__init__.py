"""Web pages as lines: those of this project by their classes, others by their elements."""

from precis.reading.forms.html.read import read_html

__all__ = ["read_html"]
