"""Faults of sources: front matter, fields, the marks of the text, JSON, and lists of corrections."""

from __future__ import annotations

from precis.model.messages.message import Message, faults

__all__ = ["CHECKS", "CORRECTIONS", "SOURCES"]

_PAGE = "`docs/source.md` shows the form."
_SCHEMA = "`precis schema` describes the form."
_PLACE = "Name a place that is there; the message names the nearest."
_AKN = "`docs/akoma-ntoso.md` has the profile; the message names what to write."
_ONCE = "Say it once."

SOURCES: tuple[Message, ...] = faults(
    ("akn-address", "an address in Akoma Ntoso is none of a record, or cannot be made", _AKN),
    ("akn-dtd", "a file of Akoma Ntoso has a document type or entities", "Do not trust it; get it again."),
    ("akn-form", "a file of Akoma Ntoso is no XML", "Look at the line that the message names."),
    ("akn-kind", "a document is none of which Akoma Ntoso is written or read", "Give a summary record."),
    ("akn-language", "a language in Akoma Ntoso is none of the official ones", _AKN),
    (
        "akn-modification",
        "a correction in Akoma Ntoso has no modification that says what it does, or that of another",
        _AKN,
    ),
    ("akn-number", "a paragraph in Akoma Ntoso has one number in its name and another in its text", _AKN),
    ("akn-own", "our own element in Akoma Ntoso has a value out of form", _AKN),
    ("akn-reference", "a reference in Akoma Ntoso is empty, or leads to nothing", _AKN),
    ("akn-schema", "the schema of Akoma Ntoso refuses a document", _AKN),
    ("character", "a source has a character that no text can hold", "Take it out."),
    ("comment-form", "a comment in the text of a source has no end", "Write `-->` at its end."),
    ("field-wanted", "a source lacks a field that it cannot do without", "Write it in the front matter."),
    ("field-twice", "a field stands twice", "Take one of the two out."),
    ("field-value", "the value of a field cannot stand, or does not fit another field", "Write what the message says."),
    ("footnote", "a footnote is called and not given, given and not called, or either twice", _PAGE),
    ("front-matter", "the front matter is not a list of fields between two lines of dashes", _PAGE),
    ("heading-deep", "a heading has more than three number signs", "Write #, ## or ###."),
    ("list-deep", "an item of a list is set in deeper than lists have levels", "Set it in by fewer blanks."),
    ("take-differs", "two takes of a meeting say otherwise what its cover has once", "Write the same in both."),
    ("take-twice", "two takes of a meeting have one number", "Give each its own; the first is 1."),
    ("kind-twice", "two kinds of document have the same name", "Give yours another in its file of documents/."),
    ("json-form", "a file that ends in .json is not a JSON object", _SCHEMA),
    ("json-text", "a block or a footnote of a JSON file is not as the schema has it", _SCHEMA),
    ("mark-form", "a mark in a line is not closed, or means nothing", "Close it, or put a backslash before it."),
    ("other-kind", "a source of one kind is given to a command for another", "Use the command that the message names."),
    (
        "section-kind",
        "a heading of a digest says what no section is, or no place of one",
        "Write a word that the message gives.",
    ),
    (
        "section-level",
        "a heading of a digest stands below that of a section",
        "Write # for a page, ## for a section; or plain words.",
    ),
    ("session-text", "a session's source has text below its front matter", "Put what was said into the records."),
    ("session-twice", "a folder has two session's sources", "Keep one."),
    ("table-form", "a table has no rule below its head, or a row of another number of cells", _PAGE),
    ("unknown-field", "a field has a name that there is not", "Write one of the names that the message gives."),
    ("unknown-kind", "`document:` says what is no kind of document", "Write one of the kinds that the message gives."),
    ("reference-form", "a footnote of a digest is not a reference", "Write: CMW/C/SR.590, para. 5: “the words there”."),
    ("reference-paragraph", "a digest cites a paragraph that its record has not", "Name the one that says it."),
    ("reference-record", "a digest cites a record that its folder has not", "Add it, or take the statement out."),
    ("reference-words", "words that a digest cites no longer stand in their paragraph", "Put the statement right."),
)

CHECKS: tuple[Message, ...] = (
    *faults(
        ("baseline-form", "a file of what is known is none", "Name another, or take it away to have one written."),
        (
            "ignore-form",
            "a comment of a source says nothing to leave alone, or gives no reason",
            "Write `<!-- ignore RULE: reason -->`.",
        ),
        ("unknown-rule", "there is no rule of a name", "`docs/checks.md` lists them."),
    ),
    Message(
        "fix-faulty",
        "warning",
        "a source that is to be mended has faults",
        "Put the faults right, and run `precis check --fix` again.",
    ),
    Message(
        "fix-no-source",
        "warning",
        "a file is to be mended that is no source",
        "Make a source of it with `precis parse`, and mend that with `precis check --fix`.",
    ),
    Message(
        "house-rule",
        "warning",
        "a source that is built has a slip of mark-up, or a cover that cannot be so",
        "Write what the message says; `precis explain` has the rule, by the name at the end.",
    ),
    Message(
        "ignore-unused",
        "warning",
        "a rule is left alone where it is not broken",
        "Take the comment out.",
    ),
)

CORRECTIONS: tuple[Message, ...] = faults(
    ("corrected-twice", "the same is corrected twice", _ONCE),
    ("correction-apart", "a line belongs to no correction", "Begin it with '- ', or set it in by two spaces."),
    ("correction-form", "an item is no correction", "`docs/source.md` lists what an item may say."),
    ("corrections-differ", "two corrections cannot both be carried out", "Take one out, or write them as one."),
    ("corrections-overlap", "two corrections change the same words", "Write them as one."),
    (
        "corrigendum-mixed",
        "the lists of one corrigendum are of several bodies, sessions or languages",
        "Part them.",
    ),
    ("corrigendum-twice", "two lists are to the same record", "Put them into one."),
    (
        "no-corrections",
        "two texts are alike, or a source has no correction, so that nothing is to be asked for",
        "Name the corrected text as the second, or write the corrections.",
    ),
    (
        "no-date",
        "a record is to be corrected on a day that is not known, or before its issue or its meeting",
        "Give the right one with `--on`, or as `requested_on`.",
    ),
    ("no-paragraph", "no paragraph stands before the one that is to be joined to it", _PLACE),
    ("no-place", "a correction names a place that the record has not", _PLACE),
    ("no-sentence", "a correction names a sentence that the paragraph has not", _PLACE),
    ("no-such-part", "a part of a record cannot be corrected in this way", "Correct what stands in it."),
    ("other-record", "a record that is named has another symbol or date than is wanted", "Name the right record."),
    ("other-value", "a field of the record is not what a correction says that it was", "Write what it is."),
    ("renumber-count", "a renumbering gives more or fewer numbers than there are paragraphs", "Give one for each."),
    ("text-long", "a text is longer than any of a record", "Part it into paragraphs."),
    ("words-ambiguous", "the words to correct stand there several times", "Add words before or after them."),
    ("words-emphasis", "the words to correct have other emphasis there", "Write them with it."),
    ("words-first", "a paragraph cannot be split before its first words", "Name the words that begin the new one."),
    ("words-missing", "the words to correct are not there", "Write the words that the message offers."),
)
