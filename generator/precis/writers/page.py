"""The page: a view set in a template, checked against the vocabulary of templates/README.md.

Every element a template writes carries, until it is checked, the name and line of the template it came from, so that a
page outside the vocabulary is told by the line to mend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from precis.assets import Assets
from precis.documents.view import NoteText, View
from precis.model import (
    Call,
    FileSpan,
    Gap,
    Heading,
    Link,
    List,
    Paragraph,
    PrecisError,
    Quotation,
    Run,
    Table,
)
from precis.model.findings import columns_of
from precis.writers.cells import align_class, cell_class, column_class, is_group, is_look, is_total
from precis.writers.compiled import COMPILED
from precis.writers.lettered import item_class
from precis.writers.settle import settle, settle_tables
from precis.writers.style import HouseStyle
from precis.writers.vocabulary import check_vocabulary

__all__ = ["Page", "checked_page", "make_page"]

MAX_PAGE = 50_000_000
"""Characters a template may make; more is a template that does not end."""

_ARROW = "→"
"""What begins words in bold that lead elsewhere: they are no part of the sentence before them."""

# Begins the file names under which templates are compiled, so that a traceback tells them from Python's.
_TEMPLATE = "template:"
_OURS = "precis/"


@dataclass(frozen=True, slots=True)
class Page:
    """A checked page. `root` is the `html` element; writers that change it take a `copy` first."""

    root: etree._Element
    template: str

    @property
    def language(self) -> str:
        """The language of the text, "en"."""
        return str(self.root.get("lang"))

    @property
    def kind(self) -> str:
        """The document type: the class of the body."""
        return str(self.body.get("class"))

    @property
    def title(self) -> str:
        """The title of the file."""
        return self.root.findtext("head/title") or ""

    @property
    def body(self) -> etree._Element:
        """The `body` element."""
        body = self.root.find("body")
        assert body is not None, "a checked page has a body"
        return body

    @property
    def design(self) -> str:
        """What it is made of: "sheet", as digests and briefings are, or "record"."""
        return "record" if self.body.find("section[@class='sheet']") is None else "sheet"

    def meta(self, name: str) -> str:
        """The content of the `meta` element called `name`, or an empty string."""
        for element in self.root.iterfind("head/meta"):
            if element.get("name") == name:
                return element.get("content") or ""
        return ""

    def copy(self) -> Page:
        """The same page, free to be changed."""
        return Page(deepcopy(self.root), self.template)


def make_page(view: View, style: HouseStyle, assets: Assets) -> Page:
    """Set a view in its template and check the page.

    Raises PrecisError for a template that is missing, that fails, or that leaves the vocabulary.
    """
    name = view.template
    environment = _environment(view.notes, assets)
    try:
        template = environment.get_template(name)
        text = _bounded(template.generate(**view.names), name)
    except TemplateSyntaxError as error:
        place = FileSpan(_path_of(error.filename or name), error.lineno)
        place = _with_columns(place, error.message or "", assets)
        raise PrecisError.one("template-syntax", f"{error.message}", place) from error
    except TemplateNotFound as error:
        message = f"there is no template '{error.name}'"
        raise PrecisError.one("template-missing", message, _place_of(error, name)) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        place = _with_columns(_place_of(error, name), _reason_of(error), assets)
        raise PrecisError.one(_code_of(error), _reason_of(error), place) from error
    return checked_page(text, name, style)


def _code_of(error: Exception) -> str:
    return "template-name" if isinstance(error, UndefinedError) else "template-error"


def _reason_of(error: Exception) -> str:
    text = str(error) or type(error).__name__
    if isinstance(error, UndefinedError):
        return f"{text}; use a name that the view gives"
    return text


def _place_of(error: BaseException, name: str) -> FileSpan:
    """The template and line in which an error rose: the last frame of the traceback that is a template's."""
    place = FileSpan(name)
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(_TEMPLATE):
            place = FileSpan(_path_of(file), trace.tb_lineno)
        trace = trace.tb_next
    return place


def _with_columns(place: FileSpan, message: str, assets: Assets) -> FileSpan:
    """The place with the columns of the last name that a message quotes, where its line has it: Jinja tells none."""
    files = assets.ours if place.file.startswith(_OURS) else assets
    text = files.text("pages", place.file.rpartition("/")[2])
    quoted = re.findall(r"'([^']+)'", message)
    if place.line is None or text is None or not quoted:
        return place
    line = text.split("\n")[place.line - 1 : place.line]
    return replace(place, columns=columns_of(quoted[-1], *line) if line else None)


def _path_of(file: str) -> str:
    """The path of a template, from the file name under which it was compiled."""
    return file.removeprefix(_TEMPLATE)


def _bounded(parts: Iterable[str], name: str) -> str:
    out: list[str] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > MAX_PAGE:
            raise PrecisError.one("template-size", f"makes more than {MAX_PAGE} characters", FileSpan(name))
        out.append(part)
    return "".join(out)


class _MarkElements(Extension):
    """Gives every element that a template writes the attribute `at`, with the template's name and line."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        name = _path_of(stream.filename or stream.name or "")
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", _with_places(token.value, name, token.lineno))
            else:
                yield token


def _with_places(text: str, name: str, line: int) -> str:
    def place(match: re.Match[str]) -> str:
        at = line + text.count("\n", 0, match.start())
        return f'{match[0]} at="{escape(name)}:{at}"'

    return re.sub(r"<[A-Za-z][A-Za-z0-9]*(?=[\s/>])", place, text)


def _environment(notes: Mapping[str, NoteText], assets: Assets) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=_loader(assets),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_MarkElements],
        bytecode_cache=COMPILED,
    )
    environment.filters.update(inlines=inlines_filter(notes), cell_class=cell_class, column_class=column_class)
    environment.filters.update(item_class=item_class, align_class=align_class)
    environment.tests.update(cell_look=is_look, row_group=is_group, row_total=is_total)
    environment.tests.update(
        heading=lambda block: isinstance(block, Heading),
        paragraph=lambda block: isinstance(block, Paragraph),
        quotation=lambda block: isinstance(block, Quotation),
        list=lambda block: isinstance(block, List),
        table=lambda block: isinstance(block, Table),
    )
    return environment


def _loader(assets: Assets) -> BaseLoader:
    """Pages by name: the user's before ours; "precis/NAME" is always ours. Nothing else can be loaded."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        files = assets.ours if name.startswith(_OURS) else assets
        inside = ("pages", name.removeprefix(_OURS))
        path, text = files.find(*inside), files.text(*inside)
        if path is None or text is None:
            return None
        file = name if assets.is_ours(path) else assets.shown(path)
        return text, f"{_TEMPLATE}{file}", lambda: True

    return FunctionLoader(load)


def inlines_filter(notes: Mapping[str, NoteText]) -> Callable[[Any], Markup]:
    """The filter `inlines`: runs and calls as elements of the page; a plain text is escaped."""

    def show(value: Any) -> Markup:
        if isinstance(value, str):
            return escape(value)
        shown = (
            _reference(items, notes) if raised else Markup("").join(_inline(item, notes) for item in items)
            for raised, items in _parted(value)
        )
        return Markup("").join(shown)

    return show


def _parted(items: Iterable[Any]) -> Iterator[tuple[bool, list[Any]]]:
    """The items parted into raised links, with what is raised between them, and the rest."""
    group: list[Any] = []
    for item in items:
        raised = _is_raised(item)
        if group and raised != _is_raised(group[-1]):
            yield from _settled(group)
            group = []
        group.append(item)
    yield from _settled(group)


def _settled(group: list[Any]) -> Iterator[tuple[bool, list[Any]]]:
    if group:
        yield _is_raised(group[0]) and any(isinstance(item, Link) for item in group), group


def _is_raised(item: Any) -> bool:
    if isinstance(item, Link):
        return all(run.superscript for run in item.runs)
    return isinstance(item, Run) and item.superscript


def _reference(items: Iterable[Any], notes: Mapping[str, NoteText]) -> Markup:
    """Raised links as a reference, which the house style sets by itself."""
    level = (
        Link(tuple(replace(run, superscript=False) for run in item.runs), item.href, item.title)
        if isinstance(item, Link)
        else replace(item, superscript=False)
        for item in items
    )
    return Markup('<span class="reference">{}</span>').format(Markup("").join(_inline(item, notes) for item in level))


def _inline(item: Any, notes: Mapping[str, NoteText]) -> Markup:
    if isinstance(item, Call):
        note = notes[item.label]
        inside = inlines_filter(notes)(note.inlines)
        return Markup('<span class="note" data-mark="{}">{}</span>').format(note.mark, inside)
    if isinstance(item, Gap):
        return Markup('<span class="gap">[{}]</span>').format(item.lacks)
    if isinstance(item, Link):
        inside = Markup("").join(_inline(run, notes) for run in item.runs)
        title = Markup(' title="{}"').format(item.title) if item.title else ""
        return Markup('<a href="{}"{}>{}</a>').format(item.href, title, inside)
    out = Markup("<br/>").join(escape(line) for line in item.text.split("\n"))
    if item.bold and item.text.startswith(_ARROW):
        return Markup('<span class="aside"><b>{}</b></span>').format(out)
    for wanted, tag in ((item.superscript, "sup"), (item.italic, "i"), (item.bold, "b")):
        if wanted:
            out = Markup(f"<{tag}>{{}}</{tag}>").format(out)
    return out


def checked_page(text: str, name: str, style: HouseStyle) -> Page:
    """The page that a template called `name` made; PrecisError if it is not well formed or leaves the vocabulary."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=True)
    try:
        root = etree.fromstring(text.strip().encode(), parser)
    except etree.XMLSyntaxError as error:
        message = f"the page is not well formed: {error.msg}; close every element (<br/>) and write & as &amp;"
        raise PrecisError.one("page-form", message, FileSpan(name)) from error
    sheets = root.find("body/section[@class='sheet']") is not None
    design = style.design("sheet" if sheets else "record", root.get("lang", ""))
    check_vocabulary(root, name, design)
    for element in root.iter():
        if "at" in element.attrib:
            del element.attrib["at"]
    page = Page(root, name)
    if sheets:
        settle(page.body, design)
    else:
        settle_tables(page.body, design)
    return page
