"""What a finding says: its question, what one would expect, and what was seen, which must not have changed."""

import sys


def question(text: str, expected: str) -> None:
    """Print what is asked, and what one would expect."""
    print(f"question: {text}\nexpected: {expected}")


def seen(what: str, value: object, then: object) -> None:
    """Print the value; leave with 1 when it is not the one that was seen when the finding was written."""
    print(f"seen: {what}: {value!r}")
    if value != then:
        sys.exit(f"changed: {what} was {then!r}")
