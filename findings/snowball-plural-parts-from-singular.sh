#!/usr/bin/env bash
# A search by stems should find "étrangers" by "étranger". The French stemmer of Snowball takes one ending off in its
# step for common endings: the s of the plural, or the -er of the singular, but not both. So singular and plural of
# words in -er have two stems, and "loyer" (rent) gets the stem of "loi" (law). The second pass over a stem brings the
# two together.
# Seen on 30 November 2026 with snowballstemmer 3.1.1.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages snowballstemmer==3.1.1

python - <<'END'
import snowballstemmer
from finding import question, seen

question("Have singular and plural of a French word one stem?", "one stem for both, which no word of another meaning has")
stem = snowballstemmer.stemmer("french").stemWord
for singular, plural, told in [
    ("droit", "droits", ["droit", "droit"]),
    ("étranger", "étrangers", ["étrang", "étranger"]),
    ("danger", "dangers", ["dang", "danger"]),
    ("loyer", "loyers", ["loi", "loyer"]),
]:
    seen(f"{singular}, {plural}", [stem(singular), stem(plural)], told)
seen("loi", stem("loi"), "loi")
seen("stemmed twice", [stem(stem(word)) for word in ("étranger", "étrangers")], ["étrang", "étrang"])
END
