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
    "assets",
    "language",
    "proceedings",
    "source",
    "reading",
    "corrections",
    "checks",
    "facts",
    "archive",
    "documents",
    "writers",
    "tasks",
    "desk",
    "cli",
    "__main__",
]
READING = [
    "line",
    "search",
    "draft",
    "forms",
    "text",
    "mend",
    "cover",
    "ours",
    "recognise",
    "published",
    "encodings",
    "office",
    "files",
]
"""The rooms of `reading`, in their order."""

HEAVY = {
    "weasyprint",
    "pyarrow",
    "distributed",
    "snowballstemmer",
    "docx",
    "pydantic",
    "pypdfium2",
    "yaml",
    "segno",
    "rapidfuzz",
    "PIL",
    "fontTools",
    "uvicorn",
    "watchfiles",
}
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


@pytest.mark.parametrize("path", sorted((PACKAGE / "reading").rglob("*.py")), ids=lambda path: path.stem)
def test_a_room_of_reading_uses_only_earlier_rooms(path: Path) -> None:
    parts = path.relative_to(PACKAGE / "reading").parts
    own = parts[0].removesuffix(".py")
    if own == "__init__":
        return
    assert own in READING, f"{own} has no place in the order of reading's rooms"
    used = {module.split(".")[2] for module in imports(path, top=False) if module.startswith("precis.reading.")}
    later = {room for room in used if READING.index(room) > READING.index(own)}
    assert not later, f"{own} imports {later}"


def test_no_two_modules_import_each_other() -> None:
    graph = {name_of(path): set(imports(path, top=False)) for path in MODULES}
    circles = [(one, two) for one, used in graph.items() for two in used if one in graph.get(two, ()) and one < two]
    assert circles == []


def name_of(path: Path) -> str:
    return ".".join(("precis", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_packages_are_loaded_where_they_are_used(path: Path) -> None:
    assert not {module.split(".")[0] for module in imports(path, top=True)} & HEAVY


def test_help_loads_no_writer() -> None:
    code = "import sys; sys.argv = ['precis', '--help']\nfrom precis.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    heavy = "'weasyprint', 'docx', 'lxml', 'pydantic', 'jinja2', 'yaml', 'precis.model'"
    code += f"print(sorted(set(sys.modules) & {{{heavy}}}))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.splitlines()[-1] == "[]"
    assert "Exit codes" in done.stdout
