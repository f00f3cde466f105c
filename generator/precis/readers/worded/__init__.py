"""Records from lines that only their words tell apart: the formulae of the wording, found wherever they stand.

`parts` sorts the lines into cover, text and what follows. The rules of the `cover` have the names of its places; `body`
makes blocks of the text; `paragraphs` and `mending` (with `torn_names` and `torn_symbols`) put right what a converter
broke, `repair` what it lost, `speakers` emphasis by what `speech` finds; `glued` warns of what nobody can mend; `infer`
adds what follows from the rest. `loose` finds a formula in damaged words, `zone` keeps what has been read.
"""
