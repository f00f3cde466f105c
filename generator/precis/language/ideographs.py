"""Characters that are as wide as high, and the signs that Latin shares with them."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["IDEOGRAPH", "ideographs", "no_blank_between", "wide_signs"]

IDEOGRAPH = "[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
"""The pattern of a Chinese character, or of one of the signs that are set as wide as one."""


@lru_cache(maxsize=8)
def wide_signs(signs: str) -> re.Pattern[str]:
    """A stretch of such `signs` beside a Chinese character, which has them as wide as itself."""
    some = f"[{re.escape(signs)}]+"
    return re.compile(f"(?<={IDEOGRAPH}){some}|{some}(?={IDEOGRAPH})")


@lru_cache(maxsize=8)
def ideographs(signs: str) -> re.Pattern[str]:
    """A stretch of Chinese characters, with those of the `signs` that stand beside one."""
    return re.compile(f"(?:{IDEOGRAPH}|{wide_signs(signs).pattern})+" if signs else f"{IDEOGRAPH}+")


def no_blank_between(first: str, second: str) -> bool:
    """Whether two texts stand together without a blank, as Chinese does: one ends in its characters, one begins so."""
    return first[-1:] >= "\u2e80" and second[:1] >= "\u2e80" and bool(_BESIDE.fullmatch(first[-1:] + second[:1]))


_BESIDE = re.compile(f"{IDEOGRAPH}{{2}}")
