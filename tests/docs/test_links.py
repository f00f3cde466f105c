"""No link of a page leads nowhere, and every section of the conventions that is cited is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.pages import anchors, citations, dead_citations, dead_links, links, sections

FETCHED = "node_modules"
"""What the builder of the desk's script fetched from others, beside it."""

PAGES = sorted(
    page
    for page in {*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("[!.]*/**/README.md")}
    if FETCHED not in page.parts
)
ENDINGS = (".py", ".md", ".toml", ".html", ".css")
CITING = sorted(
    path
    for room in ("docs", "generator", "templates", "tests")
    for path in (ROOT / room).rglob("*")
    # The samples of this file cite what there is not.
    if path.suffix in ENDINGS and path != Path(__file__) and FETCHED not in path.parts
)
KNOWN = sections((ROOT / "docs" / "conventions.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert dead_links(page, ROOT) == []


def test_every_section_that_is_cited_is_there() -> None:
    files = [*CITING, *ROOT.glob("*.md")]
    assert [dead for file in files for dead in dead_citations(file, ROOT, KNOWN)] == []


def test_the_code_cites_the_conventions() -> None:
    cited = {citation.section for file in CITING for citation in citations(file.read_text(encoding="utf-8"))}
    assert {"1.2", "2.5", "3.1", "6", "8"} <= cited


def test_links_of_all_forms_are_found_and_code_is_none() -> None:
    text = (
        "[a](one.md) ![b](two.png 'c') [d][label] <https://e.org>\n\n"
        "| [f](three.md) |\n|---|\n| `[g](code.md)` |\n\n"
        '<img src="four.png">\n\n```\n[h](code.md)\n```\n\n[label]: <five six.md>\n'
    )
    assert [link.target for link in links(text)] == [
        "one.md",
        "two.png",
        "five%20six.md",
        "https://e.org",
        "three.md",
        "four.png",
    ]


def test_headings_are_named_as_github_names_them() -> None:
    text = "# The page: `a_b`, [c](d.md) & *e*\n\n## Same\n\n## Same\n\n"
    text += "Under\n-----\n\n```\n# code\n```\n\n### Été – 2.5\n"
    assert anchors(text) == {"the-page-a_b-c--e", "same", "same-1", "under", "été--25"}


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ("other.md", ""),
        ("other.md#one-heading", ""),
        ("#here", ""),
        ("sub/", ""),
        ("https://example.org/nowhere", ""),
        ("mailto:someone@example.org", ""),
        ("gone.md", "there is no such file"),
        ("#gone", "there is no such heading"),
        ("other.md#gone", "there is no such heading"),
        ("code.py#L1", "there is no such heading"),
        ("../outside.md", "there is no such file"),
        ("/other.md", "there is no such file"),
    ],
)
def test_a_dead_link_is_told(link: str, dead: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "outside.md").write_text("outside", encoding="utf-8")
    (root / "other.md").write_text("# One heading\n", encoding="utf-8")
    (root / "code.py").write_text("pass\n", encoding="utf-8")
    page = root / "page.md"
    page.write_text(f"# Here\n\nA [link]({link}).\n", encoding="utf-8")
    assert dead_links(page, root) == ([f"page.md:3: {link}: {dead}"] if dead else [])


def test_sections_and_their_rules_are_found() -> None:
    text = "# Title\n\n1. no section\n\n## 0. Items\n\n1. a\n2. b\n\n"
    text += "### 6.1 Rules\n\n| 3 | c |\n\n#### A table\n\n| 4 | d |\n"
    assert sections(text) == {"0": {"1", "2"}, "6.1": {"3", "4"}}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("docs/conventions.md §2.5, §6 rule 29 and §0 items 7 and 8", []),
        ("# docs/conventions.md\n# §6,\n# rules 38 and 39", []),
        ("docs/conventions.md §9.9", ["there is no such section in docs/conventions.md"]),
        ("docs/conventions.md §2.5 (and §2.55)", ["there is no such section in docs/conventions.md"]),
        ("`docs/conventions.md` §6, rules 1, 46 and 47", ["has no rule or item 47"]),
        *(
            (f"{page} §1", [f"is cited of {page}; only docs/conventions.md is cited by section, link to other pages"])
            for page in ("source.md", "conventions.md", "un-conventions.md", "../docs/conventions.md")
        ),
        ("* † ‡ § and §§ are marks", []),
    ],
)
def test_a_dead_citation_is_told(text: str, dead: list[str], tmp_path: Path) -> None:
    file = tmp_path / "code.py"
    file.write_text(text, encoding="utf-8")
    assert [each.rpartition(": ")[2] for each in dead_citations(file, tmp_path, KNOWN)] == dead
