"""Kinds of facts are one table; a new one takes the two files that docs/how-to/fact-kind.md shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.docs.pages import examples

PAGE = (ROOT / "docs" / "how-to" / "fact-kind.md").read_text(encoding="utf-8")
CODE = """
from precis.assets import shipped
from precis.facts import facts_of
from precis.model import Faults, Record
from precis.source.body import read_body

faults = Faults()
body = read_body({text!r}, faults)
faults.check()
for fact in facts_of(Record(blocks=body.blocks), shipped()).facts:
    print(fact.kind, fact.at.paragraph, fact.at.sentence, getattr(fact, "memory", ""), sep=";")
"""
TEXT = """
**The Chair** said that the Committee had observed a minute of silence in memory of the victims of the earthquake. It
might observe another minute of silence in memory of its former Chair.

**Ms. Ito** said that the Committee had elected Ms. Aho as its Rapporteur.
"""


def test_a_kind_is_added_by_the_files_of_the_page(in_tmp: Path) -> None:
    package = Path(shutil.copytree(ROOT / "generator" / "precis", "precis"))
    templates = Path(shutil.copytree(ROOT / "templates", "precis/templates"))
    before = {path: path.read_bytes() for path in in_tmp.rglob("*.*") if path.is_file()}
    ((_, module),) = examples(PAGE, "python")
    ((_, words),) = examples(PAGE, "toml")
    (package / "facts" / "kinds" / "silence.py").write_text(module, encoding="utf-8")
    with (templates / "languages" / "en" / "facts.toml").open("a", encoding="utf-8") as stream:
        stream.write(f"\n{words}")
    changed = [path for path in in_tmp.rglob("*.*") if path.is_file() and before.get(path) != path.read_bytes()]
    assert len(changed) == 2 and "**2 files**" in PAGE
    environment = {**os.environ, "PYTHONPATH": str(in_tmp)}
    code = CODE.format(text=TEXT.strip())
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.splitlines() == ["silence;1;1;the victims of the earthquake", "election;2;1;"]
