"""Faults of files: what cannot be read, or written, whatever stands in it."""

from __future__ import annotations

from precis.model.messages.message import Message, faults

__all__ = ["FILES"]

_AGAIN = "Get the file again, or open it in the program that made it and save it again."
_PART = "Give the file of one record."

FILES: tuple[Message, ...] = faults(
    (
        "cluster-missing",
        "a cluster has no scheduler where one is looked for, or no workers",
        "Begin them: `docs/performance.md` says how.",
    ),
    (
        "cluster-other",
        "workers of a cluster have another precis, or other packages or templates, and would make other files",
        "Install the same version, and the same templates in the same place.",
    ),
    ("desk-folder", "the desk is to be opened on what is no folder", "Name the folder of a session."),
    ("port-taken", "a port is in use, or may not be used", "Name another with `--port`, or none."),
    ("file-binary", "a file is not text, and of no form that is read", "Give Markdown, plain text, HTML, DOCX or PDF."),
    ("file-broken", "a file broke the program that reads it", "It is damaged or made to do harm; leave it out."),
    ("file-damaged", "a file is damaged or cut off", _AGAIN),
    ("file-depth", "the elements of a file stand in one another deeper than in any record", _AGAIN),
    ("file-dtd", "a part of a Word file defines entities, which Word never does", "Do not trust it; get it again."),
    ("file-empty", "a file is empty", "Give the file of a record."),
    ("file-encoding", "a text is not in UTF-8", "Save it as UTF-8."),
    ("file-encrypted", "a file has a password", "Open it and save it without one."),
    ("file-folder", "a folder stands where a file is wanted", "Name a file in it."),
    (
        "file-form",
        "a file is of a form that is not read, or is to be written in none that is",
        "Save it as DOCX or PDF.",
    ),
    ("file-html", "a web page has no text", "Save the page of the record itself."),
    ("file-large", "a file is larger than any record", _PART),
    ("file-long", "a file has more lines or characters than any record", _PART),
    ("file-name", "the name of a file is not in UTF-8, so that nothing can name it", "Rename the file."),
    ("file-office", "LibreOffice cannot make a Word file of a file", "Open it there and save it as DOCX."),
    ("file-path", "a member of a Word file leads out of it", "Do not trust it; get it again."),
    ("file-read", "a file cannot be read", "Look at its name and at its permissions."),
    ("file-size", "a Word file unpacks to more than any record", "Save it again in Word, without pictures."),
    ("file-twice", "two sources make the same file", "Give each record its own symbol."),
    ("package-missing", "a package is not installed that a command needs", "Install what the message names."),
    ("file-edited", "a Word file is not as precis wrote it", "Move it, or add `--force`."),
    ("file-there", "another text is there, which would be lost", "Move it, name another file, or add `--force`."),
    ("file-system", "the system refuses a file or a folder of this name", "Write a shorter name, or choose another."),
    ("file-write", "a file cannot be written", "Choose another folder with `-o`."),
    ("index-form", "an index is of another version, or is none", "Run `precis index` again."),
    ("index-full", "an index would have more records of one day than it holds", "Index the folders one by one."),
    ("index-missing", "there is no index where one is looked for", "Run `precis index FOLDER`, or name it."),
    ("search-empty", "a search has nothing to look for", "Write a word, or name a State, a speaker or a theme."),
    (
        "search-long",
        "a search has more words than can be looked for",
        "Write fewer words: those that are rare, or a sentence.",
    ),
    ("no-record", "a file has nothing of a summary record", "Leave it out, or give the text of the record."),
    ("no-records", "a folder has no records", "Put records there, or name another folder."),
    (
        "pdf-costly",
        "the text of a PDF cannot be parted from its page",
        "Print it to a new PDF, or give the DOCX.",
    ),
    ("pdf-damaged", "a PDF is damaged, or has no pages", _AGAIN),
    ("pdf-locked", "a PDF has a password", "Save it without one."),
    ("pdf-long", "a PDF has more text than any record", _PART),
    ("pdf-no-text", "a PDF has pictures of pages and no text", "Run character recognition (OCR) on it first."),
    ("pdf-page-long", "a page of a PDF has more letters than a page can show", _AGAIN),
    ("pdf-page-size", "a page of a PDF is far larger than paper", "Print it to a PDF of A4 pages."),
    ("pdf-reader", "the process that reads PDF files ended by itself", "Try it once more."),
    ("pdf-pages", "a PDF has more pages than any record", _PART),
)
