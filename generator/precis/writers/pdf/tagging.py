"""The structure tree as PDF objects (ISO 32000-1 clause 14.7), and what belongs to no element as artifacts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from precis.writers.lettered import lettered
from precis.writers.pdf.tree import Annotation, Content, Element

__all__ = ["mark_artifacts", "tag_document"]

_PIXELS = 0.75
"""Points in a CSS pixel."""


def tag_document(pdf: Any, root: Element, page_height: float) -> None:
    """Write the tree `root` into `pdf`, with its parent tree and the identifiers of its notes."""
    import pydyf

    tree = pydyf.Dictionary({"Type": "/StructTreeRoot"})
    pdf.add_object(tree)
    writer = _Writer(pdf, page_height)
    tree["K"] = pydyf.Array([writer.element(root, tree.reference)])
    tree["ParentTree"] = writer.parent_tree()
    tree["ParentTreeNextKey"] = writer.next_key
    if writer.identifiers:
        names = pydyf.Array()
        for name in sorted(writer.identifiers):
            names.extend((pydyf.String(name), writer.identifiers[name]))
        tree["IDTree"] = _added(pdf, pydyf.Dictionary({"Names": names}))
    pdf.catalog["StructTreeRoot"] = tree.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def mark_artifacts(stream: Any, artifacts: Mapping[int, Mapping[str, str]], told: Mapping[int, str]) -> None:
    """Turn marked content of a page's `stream` into artifacts (clause 14.8.2.2), with the names each is given.

    `told` are the words of contents whose glyphs are in another order: no element can tell those of an artifact.
    """
    import pydyf

    for index, operand in enumerate(stream.stream):
        if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") in artifacts:
            names, words = artifacts[operand["MCID"]], told.get(operand["MCID"])
            stream.stream[index - 1] = "/Artifact"
            stream.stream[index] = pydyf.Dictionary(
                {
                    **{key: name for key, name in names.items() if name},
                    **({"ActualText": pydyf.String(words)} if words else {}),
                }
            )


class _Writer:
    """Writes elements, parents before their kids, and notes which element each content belongs to."""

    def __init__(self, pdf: Any, page_height: float) -> None:
        self.pdf = pdf
        self.page_height = page_height
        self.pages = pdf.page_references
        self.contents: dict[int, dict[int, Any]] = defaultdict(dict)
        self.annotations: list[Any] = []
        self.identifiers: dict[str, Any] = {}

    @property
    def next_key(self) -> int:
        """The key that the next entry of the parent tree would have."""
        return len(self.pages) + len(self.annotations)

    def element(self, element: Element, parent: Any) -> Any:
        """Write an element and all below it; its reference."""
        import pydyf

        entry = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{element.role}", "P": parent})
        self.pdf.add_object(entry)
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if home is not None:
            entry["Pg"] = self.pages[home]
        self._describe(element, entry)
        entry["K"] = pydyf.Array([self._kid(kid, entry.reference, home) for kid in element.kids])
        return entry.reference

    def _kid(self, kid: Element | Content | Annotation, parent: Any, home: int | None) -> Any:
        import pydyf

        if isinstance(kid, Element):
            return self.element(kid, parent)
        if isinstance(kid, Annotation):
            kid.annotation["StructParent"] = self.next_key
            self.annotations.append(parent)
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": self.pages[kid.page]}).data
        self.contents[kid.page][kid.mcid] = parent
        if kid.page == home:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self.pages[kid.page], "MCID": kid.mcid}).data

    def _describe(self, element: Element, entry: Any) -> None:
        """Its name, and what its role asks for: identifier, alternative text, attributes (clause 14.8.5)."""
        import pydyf

        if element.title:
            entry["T"] = pydyf.String(element.title)
        if element.role == "Span" and (tongue := _tongue_of(element.source)):
            entry["Lang"] = pydyf.String(tongue)
        if element.words:
            entry["ActualText"] = pydyf.String(element.words)
        if element.role == "Note":
            name = element.source.get("data-note")
            entry["ID"] = pydyf.String(name)
            self.identifiers[name] = entry.reference
        if element.role == "Figure":
            entry["Alt"] = pydyf.String(element.source.get("alt", ""))
        if attributes := self._attributes(element):
            entry["A"] = pydyf.Dictionary(attributes)

    def _attributes(self, element: Element) -> dict[str, Any]:
        if element.role == "Figure":
            return {"O": "/Layout", "Placement": "/Block", "BBox": self._bounds(element)}
        if element.role in ("TH", "TD"):
            return _of_cell(element)
        if element.role == "L":
            return {"O": "/List", "ListNumbering": _counting_of(element)}
        if element.title in ("inserted", "deleted"):
            line = "/LineThrough" if element.title == "deleted" else "/Underline"
            return {"O": "/Layout", "TextDecorationType": line}
        return {}

    def _bounds(self, element: Element) -> Any:
        """Where a picture stands, in points from the lower left corner of its page."""
        import pydyf

        assert element.place is not None, "a picture is made from a box"
        _, box = element.place
        left, top = box.content_box_x() * _PIXELS, self.page_height - box.content_box_y() * _PIXELS
        return pydyf.Array([left, top - box.height * _PIXELS, left + box.width * _PIXELS, top])

    def parent_tree(self) -> Any:
        """Which element each content and each annotation belongs to, by page and then by annotation."""
        import pydyf

        numbers = pydyf.Array()
        for page in range(len(self.pages)):
            owners = self.contents.get(page, {})
            entries = [owners.get(mcid, "null") for mcid in range(max(owners, default=-1) + 1)]
            numbers.extend((page, _added(self.pdf, pydyf.Array(entries))))
        for key, owner in enumerate(self.annotations, start=len(self.pages)):
            numbers.extend((key, owner))
        return _added(self.pdf, pydyf.Dictionary({"Nums": numbers}))


def _added(pdf: Any, thing: Any) -> Any:
    """The reference of an object that is now part of `pdf`."""
    pdf.add_object(thing)
    return thing.reference


def _tongue_of(source: Any) -> str:
    """The language that words of a page are marked with, where it is not that of the page (clause 14.9.2)."""
    return "" if source is None or source.tag != "span" else str(source.get("lang") or "")


def _counting_of(element: Element) -> str:
    """How the items of a list are counted (clause 14.8.5.5), as the first of them is."""
    source = next((kid.source for kid in element.kids if isinstance(kid, Element)), None)
    first = None if source is None else lettered([source])[0]
    return "/Disc" if first is None else {"lowerLetter": "/LowerAlpha", "lowerRoman": "/LowerRoman"}[first.form]


def _of_cell(element: Element) -> dict[str, Any]:
    """What a cell is a header of, and over how many columns it stands."""
    out: dict[str, Any] = {}
    if element.role == "TH":
        out["Scope"] = "/Row" if element.source.get("scope") == "row" else "/Column"
    if columns := element.source.get("colspan"):
        out["ColSpan"] = int(columns)
    return {"O": "/Table", **out} if out else {}
