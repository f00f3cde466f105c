#!/usr/bin/env bash
# The dates of a session are an interval: 4 to 15 April 2025. babel's format_interval takes a skeleton, in which MMMM
# asks for the name of the month in full. Where a language has no such interval with day and year, the nearest one is
# taken as it is, and the month is cut short: "4-15 avr. 2025" in French, whole in Spanish. ICU widens the month
# again (PyICU 2.17 gives "4-15 avril 2025").
# Seen on 30 November 2026 with babel 2.19.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages babel==2.19.0

python - <<'END'
from datetime import date
from babel.dates import format_interval, format_skeleton
from finding import question, seen

question(
    "How does a session of 4 to 15 April read with the skeleton yMMMMd?",
    "with the month in full, as one date with that skeleton, and as the interval with MMMMd",
)
first, last = date(2025, 4, 4), date(2025, 4, 15)
for locale, one, days, whole in [
    ("en_GB", "4 April 2025", "4 – 15 April", "4 – 15 Apr 2025"),
    ("fr", "4 avril 2025", "4 – 15 avril", "4–15 avr. 2025"),
    ("ru", "4 апреля 2025 г.", "4—15 апреля", "4—15 апр. 2025 г."),
    ("es", "4 de abril de 2025", "4–15 de abril", "4–15 de abril de 2025"),
]:
    told = [format_skeleton("yMMMMd", first, locale=locale), format_interval(first, last, "MMMMd", locale=locale),
            format_interval(first, last, "yMMMMd", locale=locale)]
    seen(locale, [" ".join(text.split()) for text in told], [one, days, whole])
END
