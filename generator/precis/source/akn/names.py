"""The names of Akoma Ntoso that the profile uses, and how its elements are made."""

from __future__ import annotations

from typing import Any

from lxml import etree

__all__ = ["AKN", "OWN", "SOURCE", "add", "add_text", "element", "local", "tag"]

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of the standard (OASIS, Akoma Ntoso Version 1.0, 2018)."""
OWN = "https://precis.example/akn/1"
"""The namespace of the one element of ours, which holds what the standard has no place for."""

SOURCE = "source"
"""The class of the line below a table that says where its figures are from."""


def tag(name: str) -> str:
    """A name of the standard as lxml writes it."""
    return f"{{{AKN}}}{name}"


def local(node: Any) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def element(kind: str, text: str | None = None, /, **attributes: str) -> Any:
    """An element of the standard. An underscore behind the name of an attribute is left out: `as_`."""
    spaces: Any = {None: AKN}
    made = etree.Element(tag(kind), {key.rstrip("_"): value for key, value in attributes.items()}, nsmap=spaces)
    made.text = text
    return made


def add(parent: Any, kind: str, text: str | None = None, /, **attributes: str) -> Any:
    """An element at the end of another."""
    made = element(kind, text, **attributes)
    parent.append(made)
    return made


def add_text(parent: Any, text: str) -> None:
    """Text at the end of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
