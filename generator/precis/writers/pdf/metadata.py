"""The metadata of the file: PDF/A-2a and PDF/UA-1 in one packet (ISO 19005-2 clause 6.6, ISO 14289-1 clause 5)."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

__all__ = ["packet"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
_FOOT = b'\n</x:xmpmeta>\n<?xpacket end="r"?>'

# PDF/A knows only the schemas of XMP; that of PDF/UA is described in the packet itself (ISO 19005-2, 6.6.2.3.3).
_ACCESSIBLE = f"""<rdf:RDF xmlns:rdf="{_RDF}" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Description rdf:about="" pdfuaid:part="1"/>
<rdf:Description rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def packet(metadata: Any) -> bytes:
    """The XMP packet of WeasyPrint's `metadata`, which says the same as the file's information dictionary."""
    for prefix, uri in (
        ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
        ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
        ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
        ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    ):
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.fromstring(metadata.generate_rdf_metadata("a", 2, "A"))
    root.extend(ElementTree.fromstring(_ACCESSIBLE))
    content: bytes = ElementTree.tostring(root, encoding="utf-8")
    return _HEAD + content + _FOOT
