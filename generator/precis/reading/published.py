"""The text of a published record, Markdown or plain, as a record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from precis.assets import Assets
from precis.model import Reading
from precis.reading.forms.text import lines_of_text
from precis.reading.line import FileText
from precis.reading.recognise import recognise

__all__ = ["read_published"]

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def read_published(text: str, file: str, assets: Assets, given: Mapping[str, Any] = _NOTHING) -> Reading:
    """Read the text of a published record: plain or Markdown is seen from its looks.

    `file` is the name that findings tell. `given` are values of fields of Record, which win over the text and serve
    what is inferred from it. Nothing of the text is lost: what is not in the record stands in a finding.
    """
    return recognise(FileText(lines_of_text(text)), file, assets, given)
