"""Records from lines that only their words tell apart: the formulae of the wording, found wherever they stand.

`parts` sorts the lines into cover, text and what follows. The rules of the `cover` have the names of its places;
`items` tells the items of the contents, `levels` those of the headings, `agreement` lets the two mend each other.
`body` makes blocks of the text, `quotations` tells what of it is quoted. What a converter broke is put right by
`paragraphs` and `mending` (with `torn_names` and `torn_symbols`), what it lost by `repair`, emphasis by `speakers` as
`speech` finds it; `glued` warns of what nobody can mend; `infer` adds what follows from the rest. `loose` finds a
formula in damaged words, `zone` keeps what has been read.
"""
