#!/usr/bin/env bash
# A footnote in the running head of a Typst document (a starred note behind the symbol, say) is called on every page,
# takes a number each time, and its text is printed nowhere. A note in a table's header is printed on each page the
# table reaches, with another number each time. So the notes' numbers hang on the page breaks.
# Seen on 30 November 2026 with Typst 0.15.2 (package typst of PyPI).
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages typst==0.15.2 pypdf==7.1.1

python - <<'END'
import re
import typst
from finding import question, seen
from pypdf import PdfReader


def pages(source):
    typst.compile(source.encode(), output="record.pdf")
    return [re.sub(r"\s+", " ", page.extract_text()).strip() for page in PdfReader("record.pdf").pages]


question(
    "A note is called from the running head of two pages; is it printed, and which number has the text's first note?",
    "the note is printed, or an error is raised; the first note of the text has 1, or 2 where the head's note counts",
)
read = pages('#set page(paper: "a6", header: [Symbol#footnote[Of the head.]])\n'
             "Text#footnote[Of the first page.]\n#pagebreak()\nText#footnote[Of the second page.]")
seen("running head", [re.findall(r"Symbol\d|Text\d|Of the \w+", page) for page in read],
     [["Symbol1", "Text2", "Of the first"], ["Symbol3", "Text4", "Of the second"]])

question("A table of two pages has a note in its header; which numbers has the note?", "one number")
read = pages('#set page(paper: "a6")\n'
             "#table(table.header[State#footnote[Of the header.]], ..range(30).map(i => [row]))\n"
             "Text#footnote[Of the text.]")
seen("table header", [re.findall(r"State\d|Text\d|\dOf the \w+", page) for page in read],
     [["State1", "1Of the header"], ["State2", "Text3", "2Of the header", "3Of the text"]])
END
