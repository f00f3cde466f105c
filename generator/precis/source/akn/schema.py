"""Documents held to the standard's schema, and to what it lets through: references, languages, addresses, numbers.

The schema is that of OASIS, carried as it is (akomantoso30.xsd, CC BY 4.0; its notice stands in the file).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from precis.model import Faults
from precis.source.akn.names import local

__all__ = ["check", "parsed"]

_MOST = 20
"""So many faults of the schema are told."""
_ADDRESS = re.compile(r"/akn/un/\w+/\w+/un-[a-z0-9]+/\d{4}-\d{2}-\d{2}/[A-Z0-9][A-Za-z0-9.\-]*(?:/|\Z)")
_EXAMPLE = "/akn/un/debateReport/minute/un-cmw/2024-12-13/CMW-C-SR.590"
_LINKING = ("refersTo", "by", "as", "source", "outcome", "href", "src")


def parsed(data: bytes, faults: Faults) -> Any:
    """The root of a document; None for what is no XML, has a document type, or refers to anything outside.

    Nothing is loaded and no entity is replaced.
    """
    if re.search(rb"<!\s*(?:DOCTYPE|ENTITY)", data.replace(b"\0", b"")):
        faults.add(
            "akn-dtd", "has a document type or entities, which no document of Akoma Ntoso needs; take them out", 1
        )
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        faults.add("akn-form", f"is no XML: {error.msg}", error.lineno)
        return None


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(Path(__file__).parent / "akomantoso30.xsd")))


def check(root: Any, codes: Sequence[str], faults: Faults) -> None:
    """Note what the schema refuses in a document, and what it lets through though it is wrong.

    `codes` are those of the languages that there are, in ISO 639-3.
    """
    schema = _schema()
    schema.validate(root)
    log: Any = schema.error_log
    for error in list(log)[:_MOST]:
        words = re.sub(r"\{[^{}]*\}", "", error.message)
        faults.add("akn-schema", f"the schema of Akoma Ntoso refuses it: {words}", error.line)
    _check_references(root, faults)
    _check_languages(root, codes, faults)
    _check_addresses(root, faults)
    _check_numbers(root, faults)


def _check_references(root: Any, faults: Faults) -> None:
    known = {node.get("eId") for node in root.iter() if node.get("eId")}
    for node in root.iter():
        for name in _LINKING:
            for target in (node.get(name) or "").split():
                if target.startswith("#") and target[1:] not in known:
                    faults.add(
                        "akn-reference",
                        f'{name}="{target}" leads to nothing; name an eId of the document',
                        node.sourceline,
                    )
            if node.get(name) == "":
                faults.add("akn-reference", f"{name} is empty; name what is meant, or leave it out", node.sourceline)


def _check_languages(root: Any, codes: Sequence[str], faults: Faults) -> None:
    for node in root.iter():
        name = {"FRBRlanguage": "language", "FRBRtranslation": "fromLanguage"}.get(local(node), "")
        if name and node.get(name) not in codes:
            message = f"'{node.get(name)}' is no language that there is a wording in; write one of: {', '.join(codes)}"
            faults.add("akn-language", message, node.sourceline)
        if local(node) == "FRBRcountry" and node.get("value") != "un":
            faults.add("akn-address", f"'{node.get('value')}' is not the United Nations; write un", node.sourceline)


def _check_addresses(root: Any, faults: Faults) -> None:
    for node in root.iter():
        if local(node) in ("FRBRthis", "FRBRuri") and _ADDRESS.match(node.get("value", "")) is None:
            message = f"'{node.get('value')}' is no address of a record; write {_EXAMPLE}"
            faults.add("akn-address", message, node.sourceline)
        if local(node) == "FRBRnumber" and node.get("value") != (node.get("showAs") or "").replace("/", "-"):
            message = f"the number '{node.get('value')}' is not the symbol '{node.get('showAs')}' with hyphens"
            faults.add("akn-address", message, node.sourceline)


def _check_numbers(root: Any, faults: Faults) -> None:
    for node in root.iter():
        match = re.fullmatch(r"para_(\d+)(?:_\d+)?", node.get("eId") or "")
        number = node[0] if match and len(node) else None
        if match and (number is None or local(number) != "num" or (number.text or "").strip() != f"{match[1]}."):
            faults.add(
                "akn-number",
                f"{node.get('eId')} has not the number {match[1]}.; put one of them right",
                node.sourceline,
            )
