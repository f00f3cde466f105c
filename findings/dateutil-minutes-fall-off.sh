#!/usr/bin/env bash
# United Nations English writes a time with a point: 10.30 a.m. dateutil reads the hour and throws the minutes away;
# only a colon keeps them. Meetings "called to order at 10.30 a.m." begin at 10. Behind some dates such a time raises an
# error, so one may well think that all others were read.
# Seen on 30 November 2026 with python-dateutil 4.0.0, and the same with 2.9.0.post0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages python-dateutil==4.0.0

python - <<'END'
from datetime import datetime
from dateutil.parser import parse
from finding import question, seen

question("When did a meeting begin that was called to order at 10.30 a.m.?", "10:30, or an error")
midnight = datetime(2025, 4, 4)
for text, read in {
    "10:30 a.m.": "10:30",
    "10.30 a.m.": "10:00",
    "3.05 p.m.": "15:00",
    "12.55 p.m.": "12:00",
    "Friday, 4 April 2025, 10.30 a.m.": "10:00",
}.items():
    seen(text, parse(text, default=midnight).strftime("%H:%M"), read)
END
