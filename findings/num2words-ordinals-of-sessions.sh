#!/usr/bin/env bash
# Sessions are numbered with ordinals in words. num2words hangs the French ending on the plural s ("quatre-vingtsième",
# "deux centsième" for quatre-vingtième and deux centième) and keeps the numeral of a million ("un millionième"). In
# Arabic the units of a compound stay cardinal: 23 is "three and twenty", not "third and twenty", though 3 alone is an
# ordinal. No error: the titles of an eightieth and of a twenty-third session are wrong.
# Seen on 30 November 2026 with num2words 0.5.14.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages num2words==0.5.14

python - <<'END'
from finding import question, seen
from num2words import num2words

question(
    "What are the ordinals of 80 and 200 in French, of 23 in Arabic?",
    "quatre-vingtième, deux centième; the units of 23 as those of 3 (thalith, not thalath)",
)
for language, number, words in [
    ("fr", 80, "quatre-vingtsième"),
    ("fr", 200, "deux centsième"),
    ("fr", 1000000, "un millionième"),
    ("ar", 3, "ثالث"),
    ("ar", 23, "ثلاث و عشرون"),
]:
    seen(f"{language} {number}", num2words(number, lang=language, to="ordinal"), words)
END
