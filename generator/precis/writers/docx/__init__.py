"""A page as a Word file: real notes, real numbers, Geneva styles (ECMA-376, transitional).

A walk through the package: `inline` collapses the text of a block into pieces, `writer` makes runs of them and collects
what they refer to, `blocks`, `masthead` and `heads` set them; `styles`, `numbering` and `settings` are what Word asks
for beside the text; `vocabulary` says what stands in the wrong place; `reference` takes the styles of a user's own
template and `join` joins ours to them; `package` packs all of it.
"""

from precis.writers.docx.write import write_docx

__all__ = ["write_docx"]
