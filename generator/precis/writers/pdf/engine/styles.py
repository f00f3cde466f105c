"""Computed styles kept from one document to the next.

WeasyPrint computes each property of each style when it is first asked for, in each document anew. What comes out
depends on the declarations that hold for the element and on the style of its parent: where both are as they were, so is
the value. The values that were computed are kept as a tree; a style that is made begins with those of its place in it.
A style of an earlier document is taken as it is, unless somebody has set a value of it since it was made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Known", "made_alike", "made_of", "replaced", "tidy"]

_MOST = 700
"""Styles that are kept, at most; then all are forgotten. A record of ours has some 400, and brings four of its own."""
_OF_TEXT = (
    *("direction", "lang", "white_space", "word_break", "overflow_wrap", "hyphens", "letter_spacing", "word_spacing"),
    *("line_height", "text_decoration_line", "font_size", "font_family", "font_style", "font_stretch", "font_weight"),
    *("font_kerning", "font_feature_settings", "font_variation_settings", "font_language_override"),
    *(f"font_variant_{each}" for each in ("alternates", "caps", "east_asian", "ligatures", "numeric", "position")),
)
"""The properties on which the letters of a text and their places hang."""
_SPECIFIED = ("position", "float", "display")
"""Properties whose specified value is kept beside the computed one."""


@dataclass(slots=True, eq=False)
class Known:
    """What is known of a style: its computed values, those specified, what else was made of it, the styles below.

    `style` is the first of them, as long as nobody has `changed` one.
    """

    values: dict[str, Any] = field(default_factory=dict)
    specified: dict[str, Any] = field(default_factory=dict)
    below: dict[Any, Known] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)
    style: Any = None
    changed: bool = False


def tidy(fonts: Any) -> None:
    """Forget the styles that were set with these fonts, if they have become many."""
    if vars(fonts).get("known_count", 0) > _MOST:
        del fonts.known, fonts.known_count
        vars(fonts).pop("alike", None)
        vars(fonts).pop("frozen", None)


def _place(fonts: Any, parent: Any, key: Any) -> Known | None:
    """The place of a style in the tree; None below a style that was changed."""
    above = fonts.__dict__.setdefault("known", Known()) if parent is None else parent.__dict__.get("known")
    if above is None:
        return None
    try:
        found: Known | None = above.below.get(key)
    except TypeError:
        frozen = fonts.__dict__.setdefault("frozen", {})
        pseudo, base, declared = key
        key = tuple([(name, _known_frozen(value, frozen), _frozen(weight)) for name, (value, weight) in declared])
        key = pseudo, base, key
        found = above.below.get(key)
    if found is None:
        fonts.__dict__["known_count"] = fonts.__dict__.get("known_count", 0) + 1
        found = above.below[key] = Known()
    return found


def _known_frozen(value: Any, frozen: dict[int, tuple[Any, Any]]) -> Any:
    """A value of a style sheet that can be looked for, made once for the value, which is kept with it."""
    found = frozen.get(id(value))
    if found is None:
        found = frozen[id(value)] = value, _frozen(value)
    return found[1]


def _frozen(value: Any) -> Any:
    """A value that can be looked for: with tuples in the place of its lists, and sets that do not change."""
    if isinstance(value, set):
        return frozenset(value)
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value


def _alone(copy: Any) -> None:
    """Take from a copied style what belongs to the one it was copied from: it will be changed."""
    copy.__dict__.pop("anonymous_style", None)
    copy.__dict__.pop("made", None)
    copy.known = None


def made_of(style: Any) -> dict[str, Any]:
    """What was made of a style: of all styles in its place in the tree, or of a changed one by itself."""
    known: Known | None = style.__dict__.get("known")
    return style.__dict__.setdefault("made", {}) if known is None else known.made


def made_alike(style: Any) -> dict[str, Any]:
    """What was made of any of the styles in which a text is set as in this one: a page has a dozen such kinds."""
    made = made_of(style)
    found: dict[str, Any] | None = made.get("alike")
    if found is None:
        key = _frozen([style[name] for name in _OF_TEXT])
        found = made["alike"] = style.font_config.__dict__.setdefault("alike", {}).setdefault(key, {})
    return found


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The methods that keep and find values, by the class and name of those that they stand for."""
    from weasyprint import css
    from weasyprint.css import AnonymousStyle, ComputedStyle

    begin, begin_anonymous = ComputedStyle.__init__, AnonymousStyle.__init__
    missing, missing_anonymous = ComputedStyle.__missing__, AnonymousStyle.__missing__

    def style_of(parent: Any, cascaded: Any, pseudo: Any, root: Any, base: Any, fonts: Any, sizes: Any) -> Any:
        """The style in that place of the tree that an earlier document has left, or a new one."""
        known = _place(fonts, parent, (pseudo, base, tuple(cascaded.items())))
        if known is None:
            return ComputedStyle(parent, cascaded, pseudo, root, base, fonts, sizes)
        style = known.style
        if style is not None and not known.changed and style.initial_page_sizes is not sizes:
            return style
        style = ComputedStyle(parent, cascaded, pseudo, root, base, fonts, sizes)
        style.known = known
        dict.update(style, known.values)
        style.specified.update(known.specified)
        if known.style is None:
            known.style = style
        return style

    def begin_quickly(self: Any, *arguments: Any) -> None:
        begin(self, *arguments)
        self.known, self.computing = None, False

    def copied(self: Any) -> Any:
        copy = ComputedStyle.__new__(ComputedStyle)
        copy.__dict__.update(self.__dict__)
        _alone(copy)
        copy.update(self)
        copy.specified = self.specified.copy()
        return copy

    def missing_quickly(self: Any, key: str) -> Any:
        before, self.computing = self.computing, True
        value = missing(self, key)
        self.computing = before
        if (known := self.known) is not None:
            known.values[key] = value
            if key in _SPECIFIED:
                known.specified.update(self.specified)
        return value

    def changed(self: Any, key: str, value: Any) -> None:
        dict.__setitem__(self, key, value)
        if (known := self.known) is not None and not self.computing:
            known.changed = True
            if self.specified is self:  # an anonymous style, which belongs to its parent
                above: Known | None = self.parent_style.__dict__.get("known")
                if above is not None:
                    above.changed = True

    def begin_below(self: Any, parent: Any) -> None:
        self.known, self.computing = None, False
        begin_anonymous(self, parent)
        known = self.known = _place(parent.font_config, parent, None)
        if known is not None:
            self.update(known.values)

    def copied_anonymous(self: Any) -> Any:
        copy = AnonymousStyle.__new__(AnonymousStyle)
        copy.__dict__.update(self.__dict__)
        _alone(copy)
        copy.update(self)
        copy.specified = copy
        return copy

    def missing_below(self: Any, key: str) -> Any:
        before, self.computing = self.computing, True
        value = missing_anonymous(self, key)
        self.computing = before
        if (known := self.known) is not None:
            known.values[key] = value
        return value

    return {
        (ComputedStyle, "__init__"): begin_quickly,
        (ComputedStyle, "copy"): copied,
        (ComputedStyle, "__missing__"): missing_quickly,
        (AnonymousStyle, "__init__"): begin_below,
        (ComputedStyle, "__setitem__"): changed,
        (AnonymousStyle, "__setitem__"): changed,
        (css, "ComputedStyle"): style_of,
        (AnonymousStyle, "copy"): copied_anonymous,
        (AnonymousStyle, "__missing__"): missing_below,
    }
