"""The document as LibreOffice sets it: it breaks its lines and pages where our own PDF does."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from precis.assets import Assets
from precis.writers.page import Page
from precis.writers.pdf import write_pdf
from precis.writers.style import HouseStyle
from tests.support.office import Office, printed_lines
from tests.support.pages import COVER, FOOT, MASTHEAD, document, paragraph

WORDS = """the of and to in a that by with for on as had been would said keeper lamp lighthouse Committee Convention oil
wicks measures report information harbours ships persons boats access services concluding observations question whether
number night winter regular situation contract authorities inspection cooperation protection return repair""".split()


def made_up(count: int) -> str:
    """Numbered paragraphs of words in no order, of one to twelve lines."""
    choose = random.Random(590)
    return "".join(
        paragraph(number, " ".join(choose.choice(WORDS) for _ in range(choose.randint(5, 160))) + ".")
        for number in range(1, count + 1)
    )


def on_paper_of_libreoffice(style: HouseStyle) -> HouseStyle:
    """LibreOffice rounds paper to its own A4 in hundredths of a millimetre: the text is two twips narrower than Word's.

    A line with less than that to spare, one in some three hundred, breaks sooner there.
    """
    return replace(style, page={**style.page, "width": style.page["width"] - 2})


def test_a_record_breaks_its_lines_and_pages_as_its_pdf(
    write: Callable[..., bytes], office: Office, style: HouseStyle, assets: Assets
) -> None:
    note = '<span class="note" data-mark="1">See, in the matter of the lamp, the report of the year before.</span>'
    text = made_up(60).replace("</p>", f"{note}</p>", 1)
    page = document(text, before=MASTHEAD + COVER.format(contents='<p class="contents-1">Lamps</p>') + FOOT)
    ours = printed_lines(write_pdf(page, on_paper_of_libreoffice(style), assets))
    theirs = printed_lines(office.convert(write(page)))
    assert len(theirs) == len(ours) > 5
    for mine, other in zip(ours, theirs, strict=True):
        assert not Counter(mine) - Counter(other)


def test_every_page_is_set_with_each_note_once(record: Page, write: Callable[..., bytes], office: Office) -> None:
    first, second = printed_lines(office.convert(write(record)))
    assert "* Reissued for technical reasons on 12 May 2091." in first
    assert "Summary record (partial)** of the 1960th meeting***" in first
    assert "GE.91-00001 (E) Sample: not a United Nations document" in first
    assert "8. The number of this paragraph follows that of the last." in second
    assert "2 Sample: not a United Nations document" in second
