#!/usr/bin/env bash
# pysbd's Spanish rules know Sr., Sra., Dr. and Dra. as abbreviations, but only Sra., Srta. and Dr. as such that a name
# follows. So "La Sra. Ba" and "El Dr. Ba" are whole, "El Sr. Ba" and "La Dra. Ba" are cut after the title. In a record
# the words of every man are parted from his title: what counts or quotes sentences by speaker is wrong for those.
# Seen on 30 November 2026 with pysbd 0.3.4.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pysbd==0.3.4

python -W ignore - <<'END'
import pysbd
from finding import question, seen

question(
    "How many sentences has a Spanish line that begins with a title and a name?",
    "one, whatever the title, as in English and French",
)
for language, text, parts in [
    ("es", "La Sra. Ba dice que el artículo 5 se aplica.", 1),
    ("es", "El Sr. Ba dice que el artículo 5 se aplica.", 2),
    ("es", "El Dr. Ba dice que el artículo 5 se aplica.", 1),
    ("es", "La Dra. Ba dice que el artículo 5 se aplica.", 2),
    ("en", "Mr. Ba said that article 5 applied.", 1),
    ("fr", "M. Ba dit que l’article 5 est applicable.", 1),
]:
    seen(text, len(pysbd.Segmenter(language=language, clean=False).segment(text)), parts)
END
