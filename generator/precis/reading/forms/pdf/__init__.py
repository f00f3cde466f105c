"""PDF files → lines: by their structure where this project wrote them, and by positions where it did not.

- `apart`: a process with limits, in which `reading` opens the file and takes its pages one by one;
- `letters`, `stretches`, `drawing`: what pdfium gives of a page: its letters with their places, what draws them, its
  rules; `bulk` asks it for all letters at once;
- `structure`, `tagged`: a file of ours, whose elements say in their titles what they are;
- any other: `rows` of print by place, `frame` (running heads and feet), `measure` (how wide and close lines are set),
  `masthead`, `notes`, `tables` with their `cells`, and `blocks`, the paragraphs over the ends of lines and pages;
  `placing` puts them together.
"""

from precis.reading.forms.pdf.apart import read_pdf

__all__ = ["read_pdf"]
