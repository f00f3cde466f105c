"""Templates compiled once a run: every document has an environment of its own, all of them the same few templates."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

__all__ = ["COMPILED"]

_MOST = 64
"""So many templates are kept; when there are more, all are compiled anew."""


class _Compiled(BytecodeCache):
    """The code of templates by their names and texts, in memory."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of the same text under the same name."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled."""
        if len(self._kept) >= _MOST:
            self._kept.clear()
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code


COMPILED = _Compiled()
"""The templates of this process."""
