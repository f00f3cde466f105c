"""A template filled with each JSON file that is named, in one process: `by_docxtpl.py TEMPLATE.docx FILE.json…`."""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

for name in sys.argv[2:]:
    template = DocxTemplate(sys.argv[1])
    template.render(json.loads(Path(name).read_text(encoding="utf-8")), autoescape=True)
    template.save(Path(name).with_suffix(".docx"))
