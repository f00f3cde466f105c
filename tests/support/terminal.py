"""A picture of what precis shows in a terminal: `python -m tests.support.terminal FILE.svg WORD…`.

The command runs in a terminal of its own, so that its bold type and colours are those that a user sees.
"""

from __future__ import annotations

import io
import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

__all__ = ["picture", "shown"]

_WIDTH = 100
_PAGE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">
<style>{styles} text {{ font-family: monospace; font-size: {char_height}px; white-space: pre; }}</style>
<defs>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#292929"/>
<g transform="translate({terminal_x}, {terminal_y})">{backgrounds}<g>{matrix}</g></g>
</svg>
"""
"""The picture as rich makes it, without a frame, and without the fonts that it would load from elsewhere."""


def shown(words: list[str]) -> str:
    """What a command shows in a terminal, with the signs of its looks."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(_WIDTH), "TERM": "xterm"}
    process = subprocess.Popen(words, stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    parts = []
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    process.wait()
    return b"".join(parts).decode().replace("\r\n", "\n")


def picture(command: str, text: str) -> str:
    """The picture of a command and of what it showed."""
    console = Console(record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ {command}", style="bold green"))
    console.print(Text.from_ansi(text.rstrip("\n")))
    return console.export_svg(title="", code_format=_PAGE, unique_id="terminal")


if __name__ == "__main__":
    file, *words = sys.argv[1:]
    told = shown([sys.executable, "-m", "precis", *words])
    Path(file).write_text(picture(shlex.join(("precis", *words)), told), encoding="utf-8")
