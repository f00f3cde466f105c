"""What Word shows of a paragraph, a table, a note, a change: the body of a file as XML, and the lines read.

Other parts of the file stand below the body, each after its name: "# numbering".
"""

from __future__ import annotations

import re
from pathlib import Path

from precis.assets import Assets
from precis.reading.forms.docx import read_docx
from tests.read_docx.letters import lost
from tests.read_docx.made import docx
from tests.read_docx.shown import shown
from tests.support.cases import Case, each_case


@each_case(Path(__file__).parent.glob("*.txt"))
def test_a_file_is_read_as_word_shows_it(case: Case, assets: Assets) -> None:
    xml, expected = case.texts
    body, *others = re.split(r"^# (\w+)$", xml, flags=re.MULTILINE)
    parts = dict(zip(others[::2], others[1::2], strict=True))
    data = docx(body, **parts)
    text = read_docx(data, "case.docx", assets, rejected="rejected" in case.title)
    found = [
        f"{shown(line)}".replace(" |", ", new page |", 1) if line.after_page else shown(line) for line in text.lines
    ]
    found += [f"- {each.span.line or ''}: {each.reason}: {each.old}".replace("- : ", "- ") for each in text.findings]
    assert [line.rstrip() for line in found] == expected.split("\n")
    assert lost(data, text) == []
