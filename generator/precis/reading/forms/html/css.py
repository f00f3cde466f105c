"""What the style sheets of a page say of its elements, as far as it changes what is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from precis.reading.forms.insets import Inset

__all__ = ["Css", "css_of"]

_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*|\*)?(?:\.(?P<class>[\w-]+)|#(?P<id>[\w-]+))?", re.IGNORECASE)
_PROPERTIES = frozenset(
    (
        "display visibility list-style-type list-style text-decoration-line text-decoration "
        "font-weight font-style vertical-align margin margin-left margin-right font-family mso-list counter"
    ).split()
)
_EMPHASIS = ("font-weight", "font-style", "vertical-align")
_COUNTER = re.compile(r"content\s*:[^;]*\bcounters?\(\s*[\w-]+\s*(?:,\s*([\w-]+)\s*)?\)")
_BEFORE = re.compile(r"(?P<list>[^>\s:]+)\s*>?\s*(?:li(?:\.[\w-]+)?)?::?before")
_FAMILY = re.compile(r"\d(?:pt|px|em|rem|%)\S*\s+(\S.*)")
"""The fonts in the property that says the size, too."""
_BOLD = re.compile(r"bold(?:er)?|[6-9]00")
_LENGTH = re.compile(r"(\d{1,5}(?:\.\d{1,5})?)(pt|px|cm|mm|in|em|rem|pc)")
_UNITS = {"pt": 1, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72, "em": 11, "rem": 11, "pc": 12}
"""Points of a unit (CSS Values and Units 3, clause 6); those of letters for the usual size of a text."""
_MOST = 5_000
"""Rules that are looked at."""

_Declared = Mapping[str, str]


@dataclass(frozen=True)
class Css:
    """The rules of a page by the tag, the class or the id that they are of; longer selectors are passed over.

    `speaks` says that a rule, or an element itself, says something at all.
    """

    rules: Mapping[str, _Declared] = field(default_factory=dict)
    speaks: bool = False
    _known: dict[tuple[Any, ...], _Declared] = field(default_factory=dict, repr=False, compare=False)

    def hides(self, element: Any) -> bool:
        """Whether a browser does not print an element."""
        if not self.speaks:
            return False
        if element.get("hidden") is not None:
            return True
        declared = self._of(element)
        return declared.get("display") == "none" or declared.get("visibility") in ("hidden", "collapse")

    def strikes(self, element: Any) -> bool:
        """Whether a line goes through the words of an element."""
        declared = self._of(element) if self.speaks else {}
        return "line-through" in f"{declared.get('text-decoration', '')} {declared.get('text-decoration-line', '')}"

    def emphasis(self, element: Any) -> tuple[bool | None, bool | None, bool | None]:
        """Whether an element is bold, italic and raised by its style; None where that says nothing."""
        declared = self._of(element) if self.speaks else {}
        weight, slope, height = map(declared.get, _EMPHASIS)
        return (
            None if weight in (None, "inherit") else bool(_BOLD.fullmatch(weight)),
            None if slope in (None, "inherit") else slope in ("italic", "oblique"),
            None if height in (None, "inherit") else height == "super",
        )

    def inset(self, element: Any) -> Inset:
        """How far the margins of an element set it in on its sides."""
        declared = self._of(element) if self.speaks else {}
        sides = declared.get("margin", "").split()
        end = sides[1] if len(sides) > 1 else "".join(sides)
        start = sides[3] if len(sides) > 3 else end
        return _points(declared.get("margin-left", start)), _points(declared.get("margin-right", end))

    def font(self, element: Any) -> str:
        """The first font that an element asks for, in small letters; "" if it asks for none."""
        asked = self._of(element).get("font-family", "") if self.speaks else ""
        return (asked or (element.get("face") or "").lower()).partition(",")[0].strip(" \"'")

    def labels(self, element: Any) -> bool:
        """Whether an element holds the label of an item, as Word writes the lists of its pages and mails."""
        return self.speaks and self._of(element).get("mso-list") == "ignore"

    def numbers(self, element: Any) -> str:
        """The kind of numbers that a list has by its style: "lower-alpha"; "" if none says."""
        declared = self._of(element)
        if counted := declared.get("counter"):
            return counted
        return (declared.get("list-style-type") or declared.get("list-style", "").partition(" ")[0]).strip("\"'")

    def _of(self, element: Any) -> _Declared:
        key = (element.tag, element.get("class"), element.get("id"), element.get("style"))
        if key not in self._known:
            self._known[key] = self._declared(*key)
        return self._known[key]

    def _declared(self, tag: Any, classes: str | None, identifier: str | None, own: str | None) -> _Declared:
        found: dict[str, str] = {}
        if self.rules:
            name = tag if isinstance(tag, str) else ""
            keys = [name, *(f"{before}.{each}" for each in (classes or "").split() for before in ("", name))]
            for key in (*keys, f"#{identifier}"):
                found.update(self.rules.get(key, {}))
        if own:
            found.update(_declarations(own))
        return found


def css_of(root: Any) -> Css:
    """The style sheets in a page."""
    rules = _rules(tuple("".join(sheet.itertext()) for sheet in root.iter("style")))
    return Css(rules, bool(rules) or bool(root.xpath("boolean(//@style|//@hidden)")))


@lru_cache(maxsize=8)
def _rules(sheets: Sequence[str]) -> Mapping[str, _Declared]:
    """What the rules of some style sheets declare; the pages of one folder often have the same."""
    rules: dict[str, dict[str, str]] = {}
    for sheet in sheets:
        for number, rule in enumerate(_RULE.finditer(_for_reading(_COMMENT.sub(" ", sheet)))):
            if number >= _MOST:
                break
            counted = _COUNTER.search(rule[2])
            declared = _declarations(rule[2])
            for selector in rule[1].split(",") if counted else ():
                # Numbers that a style sheet counts before the items of a list are those of the list.
                if before := _BEFORE.fullmatch(selector.strip()):
                    _add(rules, before["list"], {"counter": counted[1] or "decimal"} if counted else {})
            for selector in rule[1].split(",") if declared else ():
                _add(rules, selector.strip(), declared)
    return MappingProxyType(rules)


def _add(rules: dict[str, dict[str, str]], selector: str, declared: _Declared) -> None:
    """Add what is declared of a simple selector; others are passed over."""
    simple = _SIMPLE.fullmatch(selector) if selector else None
    if simple:
        tag = (simple["tag"] or "").lower()
        key = f"{tag}.{simple['class']}" if simple["class"] else f"#{simple['id']}" if simple["id"] else tag
        rules.setdefault(key, {}).update(declared)


def _for_reading(text: str) -> str:
    """A style sheet without the rules for other media than a screen or paper, such as narrow screens and print."""
    out, depth, kept, begin = [], 0, True, 0
    for match in re.finditer(r"@[^{};]*\{|\{|\}", text):
        if match[0].startswith("@") and depth == 0:
            out.append(text[begin : match.start()])
            kept, depth, begin = False, 1, match.end()
        elif match[0] == "}":
            depth -= 1
            if depth == 0 and not kept:
                kept, begin = True, match.end()
        else:
            depth += 1
    return "".join((*out, text[begin:] if kept else ""))


def _points(length: str) -> float:
    """A length of a style sheet in points; 0 for one that is none or relative to what is not known."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _UNITS[found[2]] if found else 0


def _declarations(text: str) -> dict[str, str]:
    out = {}
    for part in text.lower().split(";"):
        name, _, value = part.partition(":")
        if name.strip() == "font" and (family := _FAMILY.search(value)):
            out["font-family"] = family[1].strip()
        if name.strip() in _PROPERTIES:
            out[name.strip()] = value.replace("!important", "").strip()
    return out
