"""Findings of the readers: what of a published record was inferred, repaired, missing, not read, or is odd."""

from __future__ import annotations

from precis.model.messages.message import Message

__all__ = ["READING"]

_CHECK = "Look at the place; if it is wrong, put it right in the source."
_GIVE = "Write the field in the source, or give it with `--set`."

_INFERRED = (
    ("field-inferred", "a field that the text does not say follows from something else in it", _CHECK),
    ("emphasis-restored", "the text has lost the bold of a speaker's name, or the italic of a line of procedure", ""),
    ("note-usual", "the text has lost a note of the title; documents print the usual one", _CHECK),
)
_REPAIRED = (
    ("asterisk-read", "asterisks and the notes they call did not match; they were matched", _CHECK),
    ("bar-code", "the bar code", ""),
    ("blanks-mended", "a converter lost or left blanks", ""),
    ("change-left-out", "a tracked change that is not part of the text as it is read", "See `parse --changes`."),
    ("character-left-out", "a character that no document can hold, such as a control character", ""),
    ("comment-left-out", "a comment, which is not part of the text", ""),
    (
        "encoding-read",
        "the file is not in UTF-8 and does not say how it is encoded; its letters were guessed",
        "Look at letters with accents; if they are wrong, say `--encoding`.",
    ),
    ("field-counted", "a number that no file holds, and that Word counts as it prints", _CHECK),
    ("footnote-called", "a figure in the text calls a footnote below it", ""),
    ("formula-linear", "a formula, which stands on one line now", _CHECK),
    ("heading-agreed", "a heading and its item in the contents differ in their blanks; the sound one is kept", ""),
    ("hidden-left-out", "words that the file has and does not print", ""),
    ("hyphen-closed", "a word that was divided at the end of a line", _CHECK),
    ("label-lost", "a label of the cover is lost; what stands below it tells it", ""),
    ("letters-mended", "letters that only look like those that belong there", _CHECK),
    (
        "letters-turned",
        "Arabic letters stood in the order in which they are seen; they were put in that of reading",
        _CHECK,
    ),
    ("line-parted", "several headings or paragraphs stood on one line", _CHECK),
    ("lines-apart", "the place and the date stand apart", ""),
    ("lines-joined", "lines ended where the paper did, and were joined", ""),
    ("name-cut", "the first words of a name are lost", ""),
    ("note-left-out", "a note of the file that no call in the text has", _CHECK),
    ("number-counted", "the text has lost its paragraph numbers; they were counted", _CHECK),
    ("number-restored", "a paragraph has lost its number; those around it leave just this one", ""),
    ("page-first", "every first page has it", ""),
    ("page-foot", "the foot of a page", ""),
    ("page-furniture", "what a page has beside its text, such as a stamp or the head of a column", ""),
    ("page-head", "the head of a page", ""),
    ("page-number", "a page number", ""),
    ("paragraph-joined", "a paragraph goes on after the end of a page", _CHECK),
    ("paragraph-moved", "a paragraph stands outside the opening and the closing line; it was put between them", _CHECK),
    ("printed-again", "printed again", ""),
    ("reading-left-out", "the reading above the words (ruby)", ""),
    ("struck-left-out", "words with a line through them", "If they belong to the text, write them in the source."),
    ("table-head", "the head of a table again", ""),
    ("usual-form", "an older or damaged form; documents print the usual one", ""),
    ("web-page", "a line of a web page", ""),
    ("year-inferred", "a date has no year; the day of the week and the date of issue tell it", _CHECK),
)
_MISSING = (("field-missing", "the text does not say it and nothing in it tells it", _GIVE),)
_UNREAD = (
    (
        "annotation",
        "a mark of a reader on the page, which is not carried out",
        "Carry it out in the source, or write it as a correction.",
    ),
    ("body-differs", "the name of a body that does not fit the record", "If the record is of this body, give `body:`."),
    ("cover-unread", "no known part of a cover", "If a field is in it, give it with `--set`."),
    (
        "date-impossible",
        "a date of issue before the meeting, or of a reissue before that; the record leaves it out",
        "Give the right one with `--set issued=…`, or put the other date right.",
    ),
    ("date-second", "a second date of issue", "Give the right one with `--set issued=…`."),
    ("date-unread", "a note of a reissue does not say when that was", "Give the date with `--set reissued=…`."),
    (
        "field-unread",
        "a field whose result is not in the file",
        "Update the fields in Word and save the file again.",
    ),
    ("file-inside", "a file inside the file, which is not read", "Open the file in Word and save it again."),
    ("footnote-uncalled", "no call of this footnote is in the text", "Write its call in the source."),
    ("line-second", "a second line of a place that has one", _CHECK),
    ("mark-unread", "a mark of the document for which a record has no field", ""),
    ("name-missing", "a label without a name", "Give the name with `--set chair=…`."),
    ("note-second", "the note again", ""),
    (
        "note-uncalled",
        "a note that nothing on the cover calls",
        "Write it as `notes:` in the source if it belongs there.",
    ),
    ("picture-unread", "a picture and no text", "If it shows text, run character recognition (OCR) first."),
    ("symbol-second", "another symbol than that of the record", "Give the right one with `--set symbol=…`."),
    (
        "time-impossible",
        "a time at which the meeting cannot have risen; the record leaves it out",
        "Give the right one with `--set rose=…`, or put the opening right.",
    ),
    ("time-unread", "a time cannot be read", "Give it with `--set began=…`."),
)
_WARNING = (
    (
        "asterisk-lost",
        "the symbol may have lost the asterisk of a reissue",
        "Give the symbol with it, and `reissued:`.",
    ),
    (
        "announced-missing",
        "a paragraph ends in a colon, and what it announces does not follow",
        "It may be lost; look at the original.",
    ),
    ("full-stop-missing", "a paragraph has no full stop at its end", "It may be cut off; look at the original."),
    ("given-differs", "the text says otherwise; what was given is kept", "Check what you gave."),
    ("meeting-differs", "the title and the symbol have different numbers of the meeting", "Put the wrong one right."),
    ("note-lost", "the text has lost a note that the title calls", "Write it as `notes:` in the source."),
    ("number-unexpected", "a paragraph has another number than the one that follows", "Look at the original."),
    ("times-differ", "the times of the meeting do not fit one another", "Put the wrong one right."),
    ("weekday-differs", "the day of the week is not that of the date", "Put the wrong one right."),
    ("words-glued", "words are glued together; the text has lost the blanks between them", "Put them right."),
)

READING = (
    *(Message(code, "inferred", means, do) for code, means, do in _INFERRED),
    *(Message(code, "repaired", means, do) for code, means, do in _REPAIRED),
    *(Message(code, "missing", means, do) for code, means, do in _MISSING),
    *(Message(code, "unread", means, do) for code, means, do in _UNREAD),
    *(Message(code, "warning", means, do) for code, means, do in _WARNING),
)
