#!/usr/bin/env bash
# WeasyPrint writes PDF/UA on request. The language of the whole document is in the file; that of a quotation or of a
# paragraph in another language is not, though lang is in the HTML and changes the hyphens. A screen reader reads the
# Spanish words of a record with English sounds; PDF/UA-1 asks for each change of language to be declared.
# Seen on 30 November 2026 with WeasyPrint 70.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages weasyprint==70.0 pikepdf==10.18.0

python - <<'END'
import pikepdf
import weasyprint
from finding import question, seen

question(
    "An English page has a French quotation and a Spanish paragraph: which languages does the PDF/UA file declare?",
    "en, fr and es: on structure elements or on marked content",
)
weasyprint.HTML(
    string='<html lang="en"><title>Record</title><p>She said <q lang="fr">la séance est levée</q> and left.</p>'
    '<p lang="es">Se levanta la sesión.</p></html>'
).write_pdf("record.pdf", pdf_variant="pdf/ua-1")
with pikepdf.open("record.pdf") as file:
    declared = [str(part.Lang) for part in file.objects if isinstance(part, pikepdf.Dictionary) and "/Lang" in part]
    for operands, _ in pikepdf.parse_content_stream(file.pages[0]):
        declared += [str(part.Lang) for part in operands if isinstance(part, pikepdf.Dictionary) and "/Lang" in part]
    with file.open_metadata() as data:
        seen("PDF/UA", data.get("pdfuaid:part"), "1")
seen("languages", declared, ["en"])
END
