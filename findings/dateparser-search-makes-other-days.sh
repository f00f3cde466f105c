#!/usr/bin/env bash
# dateparser reads a full date rightly when it is given alone. When it searches a text for dates it may cut the words
# elsewhere: before a time the year or the day is taken from the hour, after a document's symbol day, month and year
# become two dates of other years. All come back as found dates, with the words they were read from and no doubt.
# Seen on 30 November 2026 with dateparser 1.5.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages dateparser==1.5.0

python -W ignore - <<'END'
from datetime import datetime
import dateparser
from dateparser.search import search_dates
from finding import question, seen

question(
    "Which day is found in a text that tells one day in full?",
    "that day, or none",
)
english = {"languages": ["en"], "settings": {"RELATIVE_BASE": datetime(2020, 1, 15)}}
for text, alone, day, found in [
    ("4 April 2025 at 3.05 p.m.", "4 April 2025", "2025-04-04", [("April 2025 at 3", "2025-04-03")]),
    ("4 April 2025 at 10 a.m.", "4 April 2025", "2025-04-04",
     [("4 April", "2020-04-04"), ("2025 at 10", "2025-10-15")]),
    ("resolution 45/158 of 18 December 1990", "18 December 1990", "1990-12-18",
     [("December", "2020-12-15"), ("1990", "1990-01-15")]),
]:
    seen(f"alone, {alone}", dateparser.parse(alone, **english).date().isoformat(), day)
    seen(text, [(words, date.date().isoformat()) for words, date in search_dates(text, **english)], found)
END
