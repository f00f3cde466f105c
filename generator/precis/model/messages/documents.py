"""Faults of documents and of templates: what a document needs and has not, pages, files of the user's own."""

from __future__ import annotations

from precis.model.messages.message import Message, faults

__all__ = ["BUILDS", "DOCUMENTS", "TEMPLATES"]

_CHOOSE = "Write one of the names that the message gives."
_PAGE = "`templates/README.md` has the vocabulary of pages."

BUILDS: tuple[Message, ...] = (
    Message(
        "take-missing", "warning", "takes are joined and one between them is not there", "Join them again with it."
    ),
    Message("take-open", "warning", "a take is joined that its writer has not done with", "Write `done: true` in it."),
    Message(
        "gap-printed",
        "warning",
        "a document lacks a field, and prints a gap in its place",
        "Write the field in the source before the document is given away.",
    ),
    Message(
        "unconfirmed-printed",
        "warning",
        "a document prints a wording that no published document has confirmed",
        "Compare it with a document of that language, and tell us.",
    ),
    Message(
        "language-of-records",
        "warning",
        "a digest is in another language than its records, whose words stand in it as they are",
        "Write them in its language in its source (`--source`), or leave them: they are marked as of theirs.",
    ),
    Message(
        "corrections-late",
        "warning",
        "corrections were asked for after the last day on which they may be",
        "Send them all the same; they may come too late for the corrigendum.",
    ),
    Message(
        "program-missing",
        "warning",
        "a font or a program is missing, without which a PDF looks otherwise or takes longer",
        "Install what the message names.",
    ),
)

DOCUMENTS: tuple[Message, ...] = faults(
    ("body-language", "a body has no names in the language of a record", "Add them to its file in templates/bodies."),
    (
        "brief-pages",
        "a briefing cannot have as many pages as are wanted",
        "Ask for as many as the message says, or leave it out.",
    ),
    ("brief-subject", "a briefing is asked for on two things", "Name a State, a theme or a member, or ask for all."),
    ("no-dialogue", "the records hold no dialogue with a State", "Name a State that the message gives."),
    ("no-symbol", "a record without a symbol has no document", "Give it one: symbol: CMW/C/SR.590."),
    ("qr-length", "the address of a document is too long for its QR code", "Shorten it in the house style."),
    ("emblem-form", "the picture of the emblem is of no form that can be set", "Give a PNG or JPEG file."),
    ("styles-form", "the file of Word styles is none", "Give a DOCX or DOTX file."),
    ("styles-size", "the file of Word styles is too large", "Give a template without its text and pictures."),
    ("unknown-body", "there is no treaty body of a name, or of the symbols of a record", _CHOOSE),
    ("unknown-format", "there is no format of a name", _CHOOSE),
    ("unknown-language", "there is nothing in a language", _CHOOSE),
    ("unknown-member", "no member of a name speaks in the records", "Name a member that the message gives."),
    ("unknown-move", "there is no kind of paragraph, or move of a dialogue, of a name", _CHOOSE),
    ("unknown-state", "there is no State of a name", "Write the short name that the United Nations has."),
    ("unknown-theme", "no dialogue of the records has a theme of a name", "Name a theme that the message gives."),
    ("unknown-style", "there is no house style of a name", _CHOOSE),
)

TEMPLATES: tuple[Message, ...] = faults(
    ("page-arrangement", "columns of a page are not those of an arrangement of the house style", _PAGE),
    ("page-attribute", "an element of a page has an attribute that there is not", _PAGE),
    ("page-class", "an element of a page has a class that there is not", _PAGE),
    ("page-date", "the date of a page is none", "Write 2024-12-17."),
    ("page-element", "a page has an element that there is not", _PAGE),
    ("page-form", "a page is not well formed, or lacks its language or its body", _PAGE),
    ("page-id", "two elements of a page have the same id", "Give each its own."),
    ("page-image", "a picture of a page is none that can be drawn", _PAGE),
    ("page-link", "a link of a page leads to an id that is not there", "Put the id right."),
    ("page-paragraph", "the number of a paragraph of a page is none", "Write figures and a full stop."),
    ("page-place", "an element of a page stands where it cannot", _PAGE),
    ("page-text", "words of a page stand outside of all blocks", "Put them into a <p>."),
    ("rule-twice", "two files of checks/ give a rule of one name", "Give one of them another name."),
    ("template-error", "a template fails when it is set", "Look at the line that the message names."),
    (
        "template-example",
        "a form has no example beside it, or one that it does not read",
        "Write one that it reads.",
    ),
    ("template-key-missing", "a table of templates/ lacks a key", "Write the line that the message gives."),
    (
        "template-key-unknown",
        "a table of templates/ has a key that it does not know",
        "Take it out, or put it right.",
    ),
    (
        "template-missing",
        "a page that a template names, or a file of a language or a house, is not there",
        "Put the name right, or add the file.",
    ),
    ("template-name", "a template uses a name that its document does not give", "Use a name that it gives."),
    ("template-name-unknown", "a table of templates/ names what there is not", "Put the name right."),
    ("template-pattern", "a pattern of a table of templates/ is no regular expression", "Put it right."),
    ("template-size", "a template makes more than any document has", "Look for a loop in it."),
    (
        "template-slot",
        "a text of a table of templates/ has a slot that its document does not fill, or lacks one",
        "Write the slots that the message gives.",
    ),
    ("template-syntax", "a template cannot be understood", "Look at the line that the message names."),
    ("template-there", "a file to be copied stands there already", "Move it, or name another folder."),
    ("template-toml", "a table of templates/ is no TOML", "Look at the line that the message names."),
    ("template-type", "a key of a table of templates/ has a value of another kind", "Write what the message says."),
    ("template-unread", "a file of templates/ cannot be read as text", "Save it as UTF-8."),
    ("templates-folder", "what `--templates` names is no folder", "Name a folder in the layout of templates/."),
    ("unknown-template", "there is no template of a name, or there are several", "`precis templates list` has them."),
)
