#!/usr/bin/env bash
# An OpenDocument text keeps dates, the title and values of the file (a document's symbol, say) as fields, each with the
# text last shown. pandoc reads cross-references, and drops most other fields with their text: a masthead, or the
# sentence "held on", comes out with holes.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17).
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17

python - <<'END'
import opendocument
import pypandoc
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question(
    "What is left of a sentence with a fixed date, a title, two values of the user's and a cross-reference?",
    "all of it: the text of a field is its presentation, in the file",
)
opendocument.write(
    "record.odt",
    '<text:p>Held on <text:date text:fixed="true" text:date-value="2025-04-04">4 April 2025</text:date> as '
    "<text:title>590th meeting</text:title>, in "
    '<text:user-defined text:name="symbol">CMW/C/SR.590</text:user-defined>, by '
    '<text:user-field-get text:name="body">the Committee</text:user-field-get>; see '
    '<text:bookmark-ref text:reference-format="text" text:ref-name="p3">paragraph 3</text:bookmark-ref>.</text:p>',
)
seen("text", pypandoc.convert_file("record.odt", "plain", extra_args=["--wrap=none"]).strip(),
     "Held on as , in , by ; see paragraph 3.")
END
