"""What WeasyPrint declares of its libraries in C, packed once and for all: `declared.py`, which this makes.

WeasyPrint has cffi read its declarations, some 500 lines of C, in each process anew, and all their names again for each
name of a type that is met: a sixth of a first file. cffi can pack them for a module of Python instead (it calls that
"ABI, out-of-line"), and what makes and casts values is then in C, too. `python -m precis.writers.pdf.engine.declare`
makes that module, of the version of WeasyPrint that is installed.
"""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["CALLED", "declared", "declaring", "digits"]

CALLED = "PangoLayout * pango_layout_copy (PangoLayout *layout); gpointer g_object_ref (gpointer object);"
"""What the quick ways call in C and WeasyPrint does not."""
_TEXT = re.compile(r"^ffi\.cdef\('''(.*?)'''\)", re.DOTALL | re.MULTILINE)
_LINE = 116
_BYTES = 24
"""So many bytes of the types stand in a line."""
_HEAD = '''"""The declarations of WeasyPrint's libraries in C, as cffi packs them; `declare.py` makes this module."""

# fmt: off
SOURCE = "{source}"
"""The SHA-256 of the module of WeasyPrint that they are of."""
TABLES = {{
'''


def declaring() -> Path:
    """The module of WeasyPrint that declares its libraries, found without loading any of it."""
    found = find_spec("weasyprint")
    assert found is not None and found.origin is not None, "WeasyPrint is installed with precis"
    return Path(found.origin).parent / "text" / "ffi.py"


def digits(module: Path) -> str:
    """The SHA-256 of a module."""
    return sha256(module.read_bytes()).hexdigest()


def declared() -> str:
    """The text of `declared.py`."""
    module = declaring()
    tables = _packed("\n".join((*_TEXT.findall(module.read_text(encoding="utf-8")), CALLED)))
    lines = (line for name, value in tables.items() for line in _lines(f'    "{name}": ', value))
    return "\n".join((_HEAD.format(source=digits(module)) + next(lines), *lines, "}", ""))


def _packed(declarations: str) -> dict[str, Any]:
    """How cffi gives the declarations to itself in the module that it writes."""
    from cffi import FFI

    maker, written = FFI(), io.StringIO()
    maker.cdef(declarations)
    maker.set_source("declared", None)
    maker.emit_python_code(written)
    (call,) = (node for node in ast.walk(ast.parse(written.getvalue())) if isinstance(node, ast.Call))
    return {str(each.arg): ast.literal_eval(each.value) for each in call.keywords}


def _lines(begin: str, value: Any) -> Iterator[str]:
    """The lines of an entry."""
    if isinstance(value, int):
        yield f"{begin}{value},"
        return
    long = isinstance(value, bytes)
    words = (repr(value[at : at + _BYTES]) for at in range(0, len(value), _BYTES)) if long else _words(value)
    line = f"{begin}("
    for word in words:
        if len(line) + len(word) >= _LINE:
            yield line.rstrip()
            line = "        "
        line += f"{word} "
    yield f"{line.rstrip()}),"


def _words(value: Any) -> Iterator[str]:
    """A tuple in pieces between which a line may end."""
    for each in value:
        if isinstance(each, tuple):
            yield "("
            yield from _words(each)
            yield "),"
        else:
            yield f"{each!r},"


if __name__ == "__main__":
    Path(__file__).with_name("declared.py").write_text(declared(), encoding="utf-8")
