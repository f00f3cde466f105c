#!/usr/bin/env bash
# French records begin a paragraph with whoever speaks: "MM. Sow et Lee remercient la délégation." pandoc reads the
# honorific of two men as a Roman numeral, in Markdown and in reStructuredText: the paragraph is item 2000 of a list, and
# its first word is a number. In Markdown "M. Sow" is left alone, since one capital letter asks for two blanks behind it;
# in reStructuredText it is item 13, also to docutils, which says so at a level that is not shown.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17) and docutils 0.22.2.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17 docutils==0.22.2

python - <<'END'
import json

import pypandoc
from docutils.core import publish_doctree
from docutils.nodes import enumerated_list
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question("What is a paragraph that begins with MM. and a name?", "a paragraph")
TWO, ONE = "MM. Sow et Lee remercient la délégation.\n", "M. Sow remercie la délégation.\n"


def pandoc(text: str, form: str) -> str:
    block, *_ = json.loads(pypandoc.convert_text(text, "json", format=form))["blocks"]
    return f"list from {block['c'][0][0]}" if block["t"] == "OrderedList" else block["t"]


def docutils(text: str) -> str:
    block, *_ = publish_doctree(text, settings_overrides={"report_level": 5})
    return f"list from {block['start']}" if isinstance(block, enumerated_list) else block.tagname


seen("Markdown, MM.", pandoc(TWO, "markdown"), "list from 2000")
seen("Markdown, M.", pandoc(ONE, "markdown"), "Para")
seen("CommonMark, MM.", pandoc(TWO, "commonmark"), "Para")
for name, read in (("pandoc", lambda text: pandoc(text, "rst")), ("docutils", docutils)):
    found = [read(text) for text in (TWO, ONE)]
    seen(f"reStructuredText by {name}, MM. and M.", found, ["list from 2000", "list from 13"])
text = pypandoc.convert_text(TWO, "gfm", format="markdown").strip()
seen("from Markdown to GitHub's", text, "2000. Sow et Lee remercient la délégation.")
END
