"""Page → PDF: PDF/A-2a and PDF/UA-1 in one file, set by WeasyPrint in the house style.

A page goes through these modules in this order:

- `prepare`, with `gaps` and `notes`: the page with what CSS cannot find out by itself;
- `css` and `frame`: the house style as a style sheet, for the text and for what stands about it;
- `fetch`: the pictures, and the refusal of anything else; `layout`: WeasyPrint's pages;
- `blanks`: the blanks between words, before the pages are painted; `actual_text`: what they stand for, after;
- `finish`: when all are, the structure (`tree`, `tagging`), the metadata and the ends of `streams`;
- `tools`: what the machine lacks, told as warnings. `write` calls them all.
"""

from precis.writers.pdf.write import write_pdf

__all__ = ["write_pdf"]
