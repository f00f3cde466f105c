"""Each character of a record's texts is found in the file it was read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.model import Faults, Heading, List, Paragraph, Quotation, Table, plain
from precis.source.body import read_body
from precis.source.placing import Placing
from tests.conftest import ROOT

MARKED = """# One *two* (CMW/C/1)

**Ms. Lee** said[^1] that 5 \\* 6 was
30, and so [the page](https://example.org/a) said.\\
A line below.[[what]] End.

12. A number *of* its **own**.

*It was so.* {-}

> One
> two.
>
> **Three** four.

- First *item*;
  goes on;
- Second\\* item.

| A | B *c* |
|---|:-:|
| one \\| two | three |
| a break\\
below | [[gap \\] x]] four |
| 5% | |

[^1]: A note *here*.
"""


def texts(block):
    match block:
        case Heading() | Paragraph():
            return [block.inlines]
        case Quotation():
            return block.paragraphs
        case List():
            return [item.inlines for item in block.items]
        case Table():
            return [cell for row in (block.head, *block.rows) for cell in row]


def check(text: str) -> int:
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    placing, count = Placing(text, body), 0
    for index, block in enumerate(body.blocks):
        for part, inlines in enumerate(texts(block)):
            words = plain(inlines)
            for at, sign in enumerate(words):
                found = placing.of(index, part, "", at, at + 1)
                assert found is not None, (index, part, words)
                there = text[found[0] : found[1]]
                assert there == sign or (sign in " \n" and there.strip(">") == there and not there.strip()), (words, at)
                count += 1
    for note in body.footnotes:
        words = plain(note.inlines)
        found = placing.of(0, 0, note.label, 0, len(words))
        assert found is not None and text[found[0]] == words[0] and text[found[1] - 1] == words[-1]
    return count


def test_marks_calls_gaps_and_prefixes_are_passed_over() -> None:
    assert check(MARKED) == sum(
        len(plain(inlines)) for block in read_body(MARKED, Faults()).blocks for inlines in texts(block)
    )


@pytest.mark.parametrize("file", sorted((ROOT / "records").rglob("19*.md")), ids=lambda file: file.name)
def test_every_character_of_the_samples_has_its_place(file: Path) -> None:
    _, _, text = file.read_text(encoding="utf-8").split("---\n", 2)
    assert check(text) > 1000
