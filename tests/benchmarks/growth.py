"""How the time of commands grows with their input: `python -m tests.benchmarks.growth growth.svg` draws it.

Counted is the time of the cores of each command and of the processes it starts, less that of the least input of its
kind: what it takes to begin does not grow. The exponent is the slope of the straight line through the logarithms.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.test_against import HERE, seconds
from tests.support.sessions import write_session

SIZES = (250, 500, 1000, 2000)
LEAST = 5
SHORT = 8
"""Paragraphs of a record of a folder."""

_WIDTH, _HEIGHT, _LEFT, _TOP = 640, 400, 56, 20
_COLOURS = ("#1b6ca8", "#c8553d", "#3c7a3f", "#7a4fa3", "#b8860b", "#555555")


def of_paragraphs(folder: Path, size: int) -> dict[str, Sequence[str]]:
    """Commands on one record of so many paragraphs."""
    write_session(folder / "one", 2, size)
    record, other = folder / "one/2001.md", folder / "one/other.md"
    text = record.read_text("utf-8")
    other.write_text(text.replace(" would ", " could "), encoding="utf-8")
    seconds(HERE, ("-m", "precis", "build", str(record), "--to", "html", "-o", str(folder)))
    page = next(folder.glob("*2001*.html"))
    return {
        "parse": ("parse", str(page), "-o", str(folder / "read.md")),
        "build": ("build", str(record), "--to", "pdf", "-o", str(folder / "out")),
        "brief": ("brief", str(record), "--to", "html", "-o", str(folder / "out")),
        "check": ("check", str(record)),
        "correct": ("correct", str(record), str(other), "-o", str(folder / "corrections.md")),
    }


def of_records(folder: Path, size: int) -> dict[str, Sequence[str]]:
    """Commands on a folder of so many short records."""
    records = str(write_session(folder / "many", size, SHORT))
    return {
        "parse": ("parse", records, "-o", str(folder / "sources")),
        "build": ("build", records, "--to", "html", "-o", str(folder / "out")),
        "digest": ("digest", records, "--to", "html", "-o", str(folder / "digest")),
        "check": ("check", records, "--force"),
        "index": ("index", records, "-o", str(folder / "made.index")),
    }


def measured(made: Callable[[Path, int], dict[str, Sequence[str]]]) -> dict[str, list[float]]:
    """The seconds that each command takes at each size, less those at the least."""
    found: dict[str, list[float]] = {}
    for size in (LEAST, *SIZES):
        with tempfile.TemporaryDirectory() as folder:
            for name, words in made(Path(folder), size).items():
                found.setdefault(name, []).append(seconds(HERE, ("-m", "precis", *words), faults=True))
    return {name: [max(each - least, 0.001) for each in more] for name, (least, *more) in found.items()}


def exponent(taken: Sequence[float]) -> float:
    """The slope of the line through the logarithms of the sizes and of the seconds."""
    x, y = [math.log(size) for size in SIZES], [math.log(each) for each in taken]
    middle, height = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - middle) * (b - height) for a, b in zip(x, y, strict=True))
    return above / sum((a - middle) ** 2 for a in x)


def drawn(taken: dict[str, list[float]], what: str) -> str:
    """A drawing of the seconds against the sizes, both by their logarithms, as a part of an SVG."""
    low, high = math.log10(min(map(min, taken.values()))), math.log10(max(map(max, taken.values())))
    first, last = math.log10(SIZES[0]), math.log10(SIZES[-1])

    def at(size: float, value: float) -> tuple[float, float]:
        x = _LEFT + (math.log10(size) - first) / (last - first) * (_WIDTH - _LEFT - 130)
        return x, _TOP + (high - math.log10(value)) / (high - low) * (_HEIGHT - _TOP - 50)

    lines = [f'<text x="{_LEFT}" y="12">core seconds, by {what}; both axes are logarithmic</text>']
    for size in SIZES:
        x, _ = at(size, 10**low)
        lines.append(f'<text x="{x:.0f}" y="{_HEIGHT - 12}" text-anchor="middle">{size}</text>')
        lines.append(f'<path d="M{x:.0f} {_TOP}V{_HEIGHT - 30}" stroke="#ddd"/>')
    for power in range(math.ceil(low), math.floor(high) + 1):
        _, y = at(SIZES[0], 10**power)
        lines.append(f'<text x="{_LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
        lines.append(f'<path d="M{_LEFT} {y:.0f}H{_WIDTH - 130}" stroke="#ddd"/>')
    for colour, (name, values) in zip(_COLOURS, taken.items(), strict=False):
        points = [at(size, value) for size, value in zip(SIZES, values, strict=True)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        x, y = points[-1]
        lines.append(f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" fill="{colour}">{name} {exponent(values):.2f}</text>')
    return "\n".join(lines)


def main(picture: Path) -> None:
    """Measure all, print it, and draw it."""
    parts = []
    for number, (what, made) in enumerate((("paragraphs of a record", of_paragraphs), ("records", of_records))):
        taken = measured(made)
        for name, values in taken.items():
            print(f"{what:24} {name:8} {exponent(values):5.2f}  ", *(f"{each:8.2f}" for each in values))
        parts.append(f'<g transform="translate(0 {number * (_HEIGHT + 20)})">\n{drawn(taken, what)}\n</g>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {2 * _HEIGHT + 30}" '
    body = "\n".join(parts)
    picture.write_text(f'{head}font-family="sans-serif" font-size="12">\n{body}\n</svg>\n', encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
