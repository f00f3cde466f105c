"""On which line of a TOML text a key stands: tomli tells it of no value (TOML 1.0.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["KeyPath", "line_of"]

KeyPath = tuple[str | int, ...]
"""The way to a value: the keys of tables, and the places in arrays, counted from 0."""

_TOKEN = re.compile(
    r'#[^\n]*|(?P<token>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
    r"|\n|[\[\]{},=]|[^\s\[\]{},=\"'#]+)",
    re.DOTALL,
)
_DOT = re.compile(r"\s*\.\s*")


def line_of(text: str, path: KeyPath) -> int | None:
    """The line, from 1, of the value at `path` in a valid TOML text, or of the nearest table about it; None if none."""
    lines: dict[KeyPath, int] = {}
    for found, line in _Scanner(text).all():
        lines.setdefault(found, line)
    return next((lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in lines), None)


class _Scanner:
    """Reads the tokens of a text that tomli has read, and gives each key with its line."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, int]] = []
        line = 1
        end = 0
        for found in _TOKEN.finditer(text):
            line += text.count("\n", end, found.start())
            if found["token"] is not None:
                self._tokens.append((found["token"], line))
            line += found[0].count("\n")
            end = found.end()
        self._at = 0
        self._last: dict[KeyPath, int] = {}

    def all(self) -> Iterator[tuple[KeyPath, int]]:
        """All keys and elements of arrays."""
        table: KeyPath = ()
        while self._at < len(self._tokens):
            token, line = self._tokens[self._at]
            if token == "\n":
                self._at += 1
            elif token == "[":
                table = self._header()
                yield from ((table[:length], line) for length in range(1, len(table) + 1))
            else:
                yield from self._entry(table)

    def _header(self) -> KeyPath:
        """The path of a table, or of the next table of an array of them: "[a.b]", "[[a.b]]"."""
        self._at += 1
        of_array = self._peek() == "["
        self._at += of_array
        *above, last = self._key("]")
        self._at += of_array
        path: KeyPath = ()
        for key in above:
            path = self._in_last((*path, key))
        path = (*path, last)
        if of_array:
            self._last[path] = self._last.get(path, -1) + 1
        return self._in_last(path)

    def _in_last(self, path: KeyPath) -> KeyPath:
        """The path itself; of an array of tables, that of its last table."""
        return (*path, self._last[path]) if path in self._last else path

    def _entry(self, table: KeyPath) -> Iterator[tuple[KeyPath, int]]:
        line = self._tokens[self._at][1]
        path = (*table, *self._key("="))
        yield path, line
        yield from self._value(path)

    def _value(self, path: KeyPath) -> Iterator[tuple[KeyPath, int]]:
        token, _ = self._next()
        if token == "[":
            number = 0
            while (token := self._peek()) != "]":
                if token in ("\n", ","):
                    self._at += 1
                    continue
                yield (*path, number), self._tokens[self._at][1]
                yield from self._value((*path, number))
                number += 1
            self._at += 1
        elif token == "{":
            while (token := self._peek()) != "}":
                if token == ",":
                    self._at += 1
                else:
                    yield from self._entry(path)
            self._at += 1
        else:
            # "1979-05-27 07:32:00" is two tokens.
            while self._at < len(self._tokens) and self._peek() not in ("\n", ",", "]", "}"):
                self._at += 1

    def _key(self, end: str) -> KeyPath:
        """The key up to the sign `end`, which is taken too: bare, quoted or dotted."""
        parts: list[str] = []
        while (token := self._next()[0]) != end:
            parts.extend([token[1:-1]] if token[0] in "\"'" else filter(None, _DOT.split(token)))
        return tuple(parts)

    def _peek(self) -> str:
        return self._tokens[self._at][0]

    def _next(self) -> tuple[str, int]:
        self._at += 1
        return self._tokens[self._at - 1]
