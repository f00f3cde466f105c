"""What the README shows: its source builds and passes the rules of the house."""

from __future__ import annotations

import re
from pathlib import Path

from precis.assets import shipped
from precis.tasks.check import Wanted, check
from tests.conftest import ROOT

SOURCE = re.search(r"```markdown\n(---\n.+?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)


def test_its_source_passes_the_rules(tmp_path: Path) -> None:
    assert SOURCE is not None
    file = tmp_path / "620.md"
    file.write_text(SOURCE[1], encoding="utf-8")
    assert [str(finding) for finding in check(str(file), shipped(), Wanted()).told] == []
