"""A stage imports only the stages before it, and what is heavy is loaded where it is used."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator" / "precis"
STAGES = [
    "model",
    "storing",
    "assets",
    "wording",
    "source",
    "readers",
    "corrections",
    "facts",
    "documents",
    "writers",
    "draft",
    "build",
    "progress",
    "digesting",
    "making",
    "correcting",
    "collecting",
    "cli",
]
HEAVY = {"weasyprint", "docx", "pydantic", "pypdfium2", "yaml", "babel", "segno", "rapidfuzz", "PIL", "fontTools"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def imports(path: Path, *, top: bool) -> Iterator[str]:
    """The modules a file imports; with `top`, only those it loads when it is itself loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def stage_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_stage_imports_only_earlier_stages(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert own in STAGES, f"{own} has no place in the order of stages"
    used = {stage_of(module) for module in imports(path, top=False) if module.startswith("precis.")}
    later = {stage for stage in used if STAGES.index(stage) > STAGES.index(own)}
    assert not later, f"{own} imports {later}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_packages_are_loaded_where_they_are_used(path: Path) -> None:
    assert not {module.split(".")[0] for module in imports(path, top=True)} & HEAVY


def test_help_loads_no_writer() -> None:
    code = "import sys; sys.argv = ['precis', '--help']\nfrom precis.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    code += "print(sorted(set(sys.modules) & {'weasyprint', 'docx', 'lxml', 'pydantic', 'jinja2', 'yaml'}))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "Exit codes" in done.stdout
