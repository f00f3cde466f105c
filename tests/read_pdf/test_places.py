"""Files of any origin, read by the places of their letters."""

from __future__ import annotations

import pytest

from precis.reading.forms.pdf.reading import read_here
from tests.read_pdf.made import BOLD, ITALIC, ROMAN, Shown, printed
from tests.read_pdf.seen import lines_of

RULE = tuple[float, float, float]
PAGE = list[Shown | RULE]

LONG = "This line of a justified paragraph is as long as the text is wide, and so is each but the last"
LINES = [f"{LONG} {number}" for number in range(10, 40)]


def body(top: float, *texts: str, left: float = 113) -> PAGE:
    """Lines of 10 points, 12 apart."""
    return [(left, top + 12 * at, text) for at, text in enumerate(texts)]


def found(*pages: PAGE) -> list[str]:
    return lines_of(read_here(printed(*pages), "file.pdf"))


FILL = body(400, *LINES[:4], "It ends here.")
FILLED = f"text: {' '.join(LINES[:4])} It ends here."
"""A page has some lines that are full, so that it can be told how wide the text is."""

CASES = {
    "lines of one paragraph": (
        [body(100, *LINES[:3], "the end.")],
        [f"text: {' '.join(LINES[:3])} the end."],
    ),
    "a wider gap begins a paragraph": (
        [body(100, *LINES[:2]) + body(142, *LINES[2:4])],
        [f"text: {' '.join(LINES[:2])}", f"text: {' '.join(LINES[2:4])}"],
    ),
    "a short line ends one, and so does a number": (
        [body(100, *LINES[:2], "Short.", "2. Next", LINES[2])],
        [f"text: {' '.join(LINES[:2])} Short.", "text: 2. Next", f"text: {LINES[2]}"],
    ),
    "a word broken at its hyphen keeps it": (
        [body(100, LINES[0] + " awareness-", "raising of " + LINES[1])],
        [f"text: {LINES[0]} awareness-raising of {LINES[1]}"],
    ),
    "a divided word that is written as one elsewhere is one": (
        [body(100, LINES[0] + " recommen-", "dation and awareness-", "raising; a recommendation")],
        [f"text: {LINES[0]} recommendation and awareness-raising; a recommendation"],
    ),
    "a symbol broken at its stroke has no blank": (
        [body(100, LINES[0] + " CMW/C/", "RUR/3 and " + LINES[1])],
        [f"text: {LINES[0]} CMW/C/RUR/3 and {LINES[1]}"],
    ),
    "a number at a tab": (
        [[(113, 100, "1."), (141, 100, LINES[0][:-8]), *body(112, LINES[1], "end.")]],
        [f"text: 1. {LINES[0][:-8]} {LINES[1]} end."],
    ),
    "a sentence over two pages": (
        [[*FILL, *body(700, "12. " + LINES[5])], [*body(90, "goes on here."), *FILL]],
        [FILLED, f"text: 12. {LINES[5]} goes on here.", FILLED],
    ),
    "a sentence that ended with its page": (
        [[*FILL, *body(700, "12. " + LINES[5][:40] + ".")], [*body(90, "He said more."), *FILL]],
        [
            FILLED,
            f"text: 12. {LINES[5][:40]}.",
            "text: He said more.",
            FILLED,
        ],
    ),
    "bold and italic words, and headings of them": (
        [
            FILL,
            [
                (113, 100, "Organizational matters", BOLD, 10),
                (113, 130, "Election of officers", ITALIC, 10),
                (113, 160, "Ms. Diallo", BOLD, 10),
                (165, 160, "said that it was so."),
                *FILL,
            ],
        ],
        [
            FILLED,
            "heading 1: Organizational matters",
            "heading 2: Election of officers",
            "text: **Ms. Diallo** said that it was so.",
            FILLED,
        ],
    ),
    "a note below its rule, and its call": (
        [
            [
                *FILL,
                (113, 460, "As was said before."),
                (192, 456, "1", ROMAN, 6),
                (113, 700, 187),
                (108, 710, "1", ROMAN, 6),
                (116, 713, "See the handbook,", ROMAN, 8),
                (116, 723, "section 3.", ROMAN, 8),
            ]
        ],
        [FILLED, "text: As was said before.{1}", "footnote 1: See the handbook, section 3."],
    ),
    "an ordinal is raised, not called": (
        [[*FILL, (113, 460, "The 590"), (145, 456, "e", ROMAN, 6), (150, 460, "séance")]],
        [FILLED, "text: The 590^e^ séance"],
    ),
    "several calls beside each other, one beside an ordinal, and a power": (
        [
            [
                *FILL,
                (113, 460, "As was said before."),
                (192, 456, "1, 2", ROMAN, 6),
                (113, 490, "As was said again."),
                (188, 456 + 30, "34", ROMAN, 6),
                (113, 520, "The 590"),
                (145, 516, "e5", ROMAN, 6),
                (113, 550, "It moved at 9 m/s"),
                (184, 546, "5", ROMAN, 6),
                (113, 700, 187),
                *((108, 710 + 12 * at, str(at + 1), ROMAN, 6) for at in range(5)),
                *((116, 713 + 12 * at, "See the handbook.", ROMAN, 8) for at in range(5)),
            ]
        ],
        [
            FILLED,
            "text: As was said before.{1}^, ^{2}",
            "footnote 1: See the handbook.",
            "footnote 2: See the handbook.",
            "text: As was said again.{3}{4}",
            "footnote 3: See the handbook.",
            "footnote 4: See the handbook.",
            "text: The 590^e^{5}",
            "footnote 5: See the handbook.",
            "text: It moved at 9 m/s^5^",
        ],
    ),
    "a note that goes on over the page": (
        [
            [*FILL, (113, 700, 187), (113, 713, "* A note that is long and", ROMAN, 8)],
            [*FILL, (113, 700, 187), (120, 713, "ends here.", ROMAN, 8)],
        ],
        [
            FILLED,
            "footnote *: A note that is long and ends here.",
            FILLED,
        ],
    ),
    "a table with rules": (
        [
            [
                *FILL,
                (113, 500, 480),
                (113, 512, "State", BOLD, 9),
                (250, 512, "Persons", BOLD, 9),
                (113, 516, 480),
                (113, 530, "Ruritania, with", ROMAN, 9),
                (250, 530, "1,204", ROMAN, 9),
                (113, 541, "its islands", ROMAN, 9),
                (113, 558, "Borduria", ROMAN, 9),
                (250, 558, "37", ROMAN, 9),
                (113, 562, 480),
            ]
        ],
        [
            FILLED,
            "row begins: State | Persons",
            "row: Ruritania, with its islands | 1,204",
            "row: Borduria | 37",
        ],
    ),
    "a table that goes over the page without a rule, its head again": (
        [
            [
                *FILL,
                (113, 700, 480),
                (113, 712, "State", BOLD, 9),
                (250, 712, "Persons", BOLD, 9),
                (113, 716, 480),
                (113, 730, "Ruritania", ROMAN, 9),
                (250, 730, "1,204", ROMAN, 9),
            ],
            [
                (113, 100, 480),
                (113, 112, "State", BOLD, 9),
                (250, 112, "Persons", BOLD, 9),
                (113, 116, 480),
                (113, 130, "Borduria", ROMAN, 9),
                (250, 130, "37", ROMAN, 9),
                (113, 134, 480),
                *FILL,
            ],
        ],
        [FILLED, "row begins: State | Persons", "row: Ruritania | 1,204", "row: Borduria | 37", FILLED],
    ),
    "a head of two storeys, one cell of which goes over both": (
        [
            [
                *FILL,
                (113, 500, 480),
                (113, 528, "State", BOLD, 9),
                (250, 512, "Persons", BOLD, 9),
                (240, 516, 480),
                (250, 528, "Men", BOLD, 9),
                (350, 528, "Women", BOLD, 9),
                (113, 532, 480),
                (113, 546, "Ruritania", ROMAN, 9),
                (250, 546, "1,204", ROMAN, 9),
                (350, 546, "980", ROMAN, 9),
                (113, 550, 480),
            ]
        ],
        [FILLED, "row begins: State | Persons | ", "row:  | Men | Women", "row: Ruritania | 1,204 | 980"],
    ),
    "lines of a table without gaps, which are rows where they have figures": (
        [
            [
                *FILL,
                (113, 500, 480),
                (113, 512, "State", BOLD, 9),
                (250, 512, "Persons", BOLD, 9),
                (113, 516, 480),
                (113, 528, "Ruritania", ROMAN, 9),
                (250, 528, "1,204", ROMAN, 9),
                (113, 539, "Borduria and", ROMAN, 9),
                (250, 539, "37", ROMAN, 9),
                (113, 550, "Syldavia", ROMAN, 9),
                (113, 554, 480),
            ]
        ],
        [FILLED, "row begins: State | Persons", "row: Ruritania | 1,204", "row: Borduria and Syldavia | 37"],
    ),
    "a note far behind its mark, and on the page after its call": (
        [
            [*FILL, (113, 460, "As was said before."), (192, 456, "1", ROMAN, 6), *body(700, *LINES[:2], "end.")],
            [*FILL, (57, 700, 130), (57, 709, "1", ROMAN, 6), (113, 713, "See the handbook.", ROMAN, 8)],
        ],
        [
            FILLED,
            "text: As was said before.{1}",
            "footnote 1: See the handbook.",
            f"text: {' '.join(LINES[:2])} end.",
            FILLED,
        ],
    ),
    "headings by their sizes": (
        [
            FILL,
            [
                (113, 100, "I. Lamps", BOLD, 14),
                (113, 130, "A. Oil", BOLD, 12),
                (113, 160, "Colza", BOLD, 10),
                (113, 190, "Of the north", ITALIC, 10),
                *FILL,
            ],
        ],
        [
            FILLED,
            "heading 1: I. Lamps",
            "heading 2: A. Oil",
            "heading 3: Colza",
            "heading 4: Of the north",
            FILLED,
        ],
    ),
    "the same heading first on two pages is no running head": (
        [FILL, *([(113, 60, "Lamps", BOLD, 10), *FILL], FILL, FILL) * 2, FILL, FILL],
        [FILLED, *("heading 1: Lamps", FILLED, FILLED, FILLED) * 2, FILLED, FILLED],
    ),
    "a quotation, set off on both sides": (
        [
            FILL,
            [
                *body(100, *LINES[:3]),
                *body(150, "The lamp shall be trimmed every evening, and a", "second time at midnight.", left=142),
                *FILL,
            ],
        ],
        [
            FILLED,
            f"text: {' '.join(LINES[:3])}",
            "quotation begins: The lamp shall be trimmed every evening, and a second time at midnight.",
            FILLED,
        ],
    ),
    "a bullet": (
        [[*FILL, (130, 470, "\u2022"), (142, 470, "First item")]],
        [FILLED, "bullet: First item"],
    ),
    "a masthead, column by column": (
        [
            [
                (120, 50, "United Nations", ROMAN, 14),
                (470, 52, "CMW", ROMAN, 20),
                (516, 52, "/C/SR.7"),
                (56, 57, 539),
                (120, 80, "International Convention on", BOLD, 14),
                (397, 79, "Distr.: General"),
                (397, 91, "4 March 2031"),
                (120, 95, "the Keeping of Lighthouses", BOLD, 14),
                (397, 115, "Original: English"),
                (56, 199, 539),
                (57, 215, "Committee on Lighthouses", BOLD, 12),
                (57, 228, "Second session", BOLD, 10),
                *FILL,
            ]
        ],
        [
            "text: United Nations",
            "text: CMW/C/SR.7",
            "text: **International Convention on the Keeping of Lighthouses**",
            "text: Distr.: General",
            "text: 4 March 2031",
            "text: Original: English",
            "heading 1: Committee on Lighthouses",
            "text: **Second session**",
            FILLED,
        ],
    ),
}


@pytest.mark.parametrize("title", CASES)
def test_read(title: str) -> None:
    pages, expected = CASES[title]
    assert found(*pages) == expected


def test_heads_and_feet_are_told_once_and_the_job_number_is_kept() -> None:
    first: PAGE = [(57, 100, "CMW/C/SR.7"), *FILL, (57, 812, "GE.31-00007  (E)"), (57, 825, "*3100007*")]
    even: PAGE = [(57, 51, "CMW/C/SR.7", BOLD, 9), *FILL, (57, 812, "2/3", BOLD, 9), (490, 812, "GE.31-00007")]
    odd: PAGE = [(490, 51, "CMW/C/SR.7", BOLD, 9), *FILL, (57, 812, "GE.31-00007"), (520, 812, "3/3", BOLD, 9)]
    text = read_here(printed(first, even, odd), "file.pdf")
    assert [line.text for line in text.lines if len(line.text) < 80] == ["CMW/C/SR.7", "GE.31-00007 (E)"]
    assert [str(finding) for finding in text.findings] == [
        "file.pdf, page 1: repaired: '*3100007*' was left out of the text: the bar code, on page 1",
        "file.pdf, page 2: repaired: 'CMW/C/SR.7' was left out of the text: the head of a page, on pages 2–3",
        "file.pdf, page 2: repaired: '2/3 3/3' was left out of the text: a page number, on pages 2–3",
        "file.pdf, page 2: repaired: 'GE.31-00007' was left out of the text: the foot of a page, on pages 2–3",
    ]


def test_the_top_of_a_page_is_marked_where_nobody_can_tell() -> None:
    pages: list[PAGE] = [[*FILL, *body(700, LINES[5][:-3] + "of.")], [*body(90, "He said more."), *FILL]]
    text = read_here(printed(*pages), "file.pdf")
    assert [line.after_page for line in text.lines] == [False, False, True, False]
    assert [line.at for line in text.lines] == [1, 1, 2, 2]
