"""A speaker is made of text in one place, and a heading's symbols are read in one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent / "generator" / "precis"

SYMBOLS = {
    "corrections/marks_of_text.py": "what a text says in any language alike",
    "model/__init__.py": "the pattern itself",
    "proceedings/headings.py": "headings",
    "facts/kinds/citation.py": "what sentences cite",
    "facts/mentions.py": "the symbols of the texts that sentences name",
    "facts/formulae/find.py": "the symbols of the texts that formulae name",
    "checks/subject.py": "symbols in running text, which a check passes over",
    "reading/mend/torn_symbols.py": "symbols that a converter tore, wherever they stand",
    "reading/forms/docx/heads.py": "the running heads of pages",
    "reading/forms/pdf/frame.py": "the running heads of pages",
    "source/akn/inlines.py": "symbols in running text, which lead to where they are published",
}
"""The modules that look for symbols of documents, and in what."""

SPEECH = {
    "corrections/marks_of_text.py": "numbers in words",
    "reading/mend/torn_names.py": "names that a converter tore",
    "reading/cover/chairs.py": "who presided, on the cover",
    "checks/finders/chairs.py": "how the cover names who presides",
    "checks/finders/emphasis.py": "names that should be bold",
    "checks/finders/person_names.py": "how people are addressed",
}
"""The modules besides the proceedings that use the words of speakers and procedure, and for what."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def test_one_module_makes_speakers() -> None:
    makers = {
        file
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and name_of(node.func) == "Speaker"
    }
    assert makers == {"proceedings/speaker.py"}


def test_one_module_reads_the_symbols_of_headings() -> None:
    users = {
        file
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "DOCUMENT_SYMBOL" for alias in node.names)
    }
    assert users == set(SYMBOLS)


def test_only_the_proceedings_use_the_words_of_speakers() -> None:
    users = {
        file
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "speech" and name_of(node.value) == "wording"
    }
    outside = {file for file in users if not file.startswith("proceedings/")}
    assert outside == set(SPEECH)
