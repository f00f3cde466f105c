"""Word files (DOCX) as lines: those of this project, those of United Nations templates, and any other (ECMA-376).

A walk through the package: `package` and `xml` take the parts out of the archive within bounds, `file` opens those
that are read. `styles`, `names` and `numbering` say what a paragraph is, `changes` and `notes` what becomes of tracked
changes and of notes; `words` reads what is in a paragraph, `lines` makes a line of it, `blocks` and `tables` go
through the text, `heads` through the heads and feet of pages.
"""

from precis.reading.forms.docx.read import read_docx, who_changed

__all__ = ["read_docx", "who_changed"]
