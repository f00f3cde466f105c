"""Findings of the records of a session, taken together."""

from __future__ import annotations

from precis.model.messages.message import Message

__all__ = ["SESSIONS"]

SESSIONS = (
    Message(
        "digest-of-one",
        "warning",
        "a digest is made of one record, not of the folder of its session",
        "Name the folder for the session; `precis brief` makes a page on one meeting.",
    ),
    Message(
        "passed-over",
        "warning",
        "an entry of a folder is not read as a record",
        "If it is a record, give it an ending that precis reads, and `document: summary record` or nothing.",
    ),
    Message(
        "cells-harmless",
        "warning",
        "cells of a table begin as a formula does, and have an apostrophe before them",
        "Where the words matter to the letter, leave the apostrophe out, or take another form than CSV.",
    ),
    Message(
        "other-session",
        "warning",
        "a record is of another session than most in its folder, and is set aside",
        "Move it to the folder of its session, or put its `session:` right.",
    ),
    Message(
        "other-body",
        "warning",
        "a record is of another body than most in its folder, and is set aside",
        "Move it to the folder of its body, or put its symbol right.",
    ),
    Message(
        "record-twice",
        "warning",
        "two records of a folder have the same symbol, and the second is set aside",
        "Keep one of them, or give each its own symbol.",
    ),
    Message(
        "state-unlisted",
        "warning",
        "a list of States names one that no table of States knows, and it is told as it stands",
        "Put its name right, or add it to `states.toml` of your own templates.",
    ),
    Message(
        "fact-unplaced",
        "note",
        "a sentence looks like a fact of the Committee, and no kind of fact is told by it",
        "Look whether the paper misses it; if it does, write it into its source (`--source`), with its reference.",
    ),
    Message(
        "outside-session",
        "warning",
        "a meeting was held outside the days that the session's source gives",
        "Put right `held:` of the record or of `session.md`.",
    ),
    Message(
        "source-differs",
        "warning",
        "the session's source says one thing and a record another",
        "Put right the one that is wrong.",
    ),
    Message(
        "no-reference",
        "warning",
        "a statement of a digest or briefing has no reference after it",
        "Write the paragraph that says it after the statement: `[^1952.18]`.",
    ),
)
