"""Records from lines that only their words tell apart: the formulae of the wording, found wherever they stand.

`parts` sorts the lines into cover, text and what follows. The rules of the `cover` have the names of its places; `items`
tells the items of the contents and their levels, `agreement` lets these and the headings mend each other. `body` makes
blocks of the text, `quotations` and `speech` tell what is quoted and who speaks. What a converter broke is put right by
`paragraphs`, `mending`, `glued`, `torn_names` and `torn_symbols`, what it lost by `repair`; `infer` adds what follows from
the rest. `loose` finds a formula in damaged words, `zone` keeps what has been read.
"""
