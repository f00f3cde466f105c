"""Pages made by hand, and the parts they are made of, for tests of the writers."""

from __future__ import annotations

from pathlib import Path

from precis.assets import shipped
from precis.writers.page import Page, checked_page
from precis.writers.style import load_style

__all__ = ["COVER", "FOOT", "MASTHEAD", "document", "page_from", "paragraph", "sentences"]

MASTHEAD = """<header class="masthead">
<p class="united-nations">United Nations</p>
<p class="symbol"><span class="initial">CXX</span>/C/SR.7</p>
<p class="emblem"><img class="emblem" src="emblem:" alt="Emblem of the United Nations"/></p>
<p class="treaty">International Convention on the Keeping of Lighthouses</p>
<p class="distribution">Distr.: General</p>
<p class="issued">4 March 2031</p>
<p class="language">Original: English</p>
</header>"""

COVER = """<section class="cover">
<p class="committee">Committee on the Keeping of Lighthouses</p>
<p class="session">Second session</p>
<h1 class="title">Summary record of the 7th meeting</h1>
<p class="contents-title">Contents</p>
{contents}
</section>"""

FOOT = """<footer class="first-foot">
<p class="corrections">This record is subject to correction.</p>
<p class="job-number">XX.31-00007 (E)</p>
<img class="qr" src="qr:https://example.org/en/CXX/C/SR.7" alt="QR code with the address of this document"/>
</footer>"""

_WORDS = "the keeper of the lamp had been asked to report on oil and wicks before the end of the year"


def sentences(count: int) -> str:
    """Made-up sentences, each with its number so that every one differs."""
    return " ".join(f"Under item {number}, {_WORDS}." for number in range(1, count + 1))


def paragraph(number: int, inside: str) -> str:
    """A numbered paragraph."""
    return f'<p class="paragraph" id="p{number}"><span class="number">{number}.</span> {inside}</p>'


def document(text: str, *, before: str = "", language: str = "en", head: str = "") -> Page:
    """A page of the vocabulary with `text` in its section, and `before` it whatever stands there."""
    return page_from(
        f'<html lang="{language}"><head><title>A document</title><meta name="symbol" content="CXX/C/SR.7"/>'
        f'<meta name="date" content="2031-03-04"/>{head}</head><body class="summary-record">{before}'
        f'<section class="text">{text}</section></body></html>'
    )


def page_from(source: str | Path) -> Page:
    """A checked page from its text or its file."""
    text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source
    name = source.name if isinstance(source, Path) else "page.html"
    return checked_page(text, name, load_style("geneva", shipped()))
