#!/usr/bin/env bash
# Records of a session are joined into one PDF. pikepdf, pypdf (from a clone of the first file) and PyMuPDF append the
# pages without their tags, and the file goes on to say that it is tagged and PDF/UA-1. With pikepdf the added pages
# also keep their old keys, and a reader that asks for the tags of page 2 is given those of page 1: its headings and
# cells are told for other words. Nothing is said, and a look at the metadata tells an archive that all is well.
# Seen on 30 November 2026 with pikepdf 10.18.0, pypdf 7.1.1 and PyMuPDF 2.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pikepdf==10.18.0 pypdf==7.1.1 PyMuPDF==2.0 typst==0.15.2

python - <<'END'
import pikepdf
import pymupdf
import pypdf
import typst
from finding import question, seen

for name, text in {"one": "= First\nText.", "two": "Text.\n\n- item\n\nText."}.items():
    title = f'#set document(title: "{name}")\n#set text(lang: "en")\n'
    typst.compile((title + text).encode(), output=f"{name}.pdf", pdf_standards=["ua-1"])

with pikepdf.open("one.pdf") as one, pikepdf.open("two.pdf") as two:
    one.pages.extend(two.pages)
    one.save("pikepdf.pdf")
writer = pypdf.PdfWriter(clone_from="one.pdf")
writer.append("two.pdf")
writer.write("pypdf.pdf")
with pymupdf.open("one.pdf") as one, pymupdf.open("two.pdf") as two:
    one.insert_pdf(two)
    one.save("pymupdf.pdf")


def claims(path):
    with pikepdf.open(path) as file, file.open_metadata() as data:
        return bool(file.Root.MarkInfo.Marked), data.get("pdfuaid:part")


def tags(path, page):
    """The types of the structure elements that the page's key leads to (ISO 32000-1, 14.7.4.4)."""
    with pikepdf.open(path) as file:
        key = file.pages[page].obj.get("/StructParents")
        if key is None:
            return []
        return [str(element.S) for element in pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)[int(key)]]


question(
    "Two files of PDF/UA-1, one with a heading, one with a list, are joined; what are the tags of page 2?",
    "a list and paragraphs; or, where a tool does not join tags, a file that no longer says it is PDF/UA",
)
seen("tags of the second file", tags("two.pdf", 0), ["/P", "/Lbl", "/LBody", "/P"])
for tool, found in {"pikepdf": ["/H1", "/P"], "pypdf": [], "pymupdf": []}.items():
    seen(f"{tool}, marked as tagged, and part of PDF/UA", claims(f"{tool}.pdf"), (True, "1"))
    seen(f"{tool}, tags of page 2", tags(f"{tool}.pdf", 1), found)
END
