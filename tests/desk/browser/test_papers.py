"""Corrections and digests in a real browser: from a delegation's file to the reissue, and a sentence that broke."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from precis.corrections.source import print_corrections
from precis.tasks.build import build
from precis.tasks.correct import computed, memoranda
from precis.tasks.rendering import Settings
from tests.desk.browser.test_everybody import DOUBLE, TABLET, broken
from tests.desk.browser.visit import Visit, looked_at
from tests.desk.server import SAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Page

WHO = "Permanent Mission of Syldavia"
CHANGES = (
    ("three weeks", "four weeks"),
    ("2,086 of them", "2,068 of them"),
    ("Ms. Adeyemi-Lindqvist** said that she welcomed", "Ms. Adeyemi-Lindqvist** said that she had welcomed"),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return delegation(tmp_path_factory.mktemp("delegation"))


def delegation(place: Path) -> Path:
    """The Word file of a delegation, made in an empty folder: tracked changes to the record of the closing meeting."""
    text = (SAMPLES / "1960.md").read_text(encoding="utf-8")
    (place / "1960.md").write_text(text, encoding="utf-8")
    for old, new in CHANGES:
        assert text.count(old) == 1
        text = text.replace(old, new)
    (place / "new.md").write_text(text, encoding="utf-8")
    settings = Settings(formats=("docx",))
    found = computed(str(place / "1960.md"), str(place / "new.md"), place, settings.assets, WHO, None)
    (place / "c.md").write_text(print_corrections(found.source), encoding="utf-8")
    build([str(place / "c.md")], place, settings, memoranda)
    return place / "CMW_C_SR.1960-marked-en.docx"


def compared(visit: Visit, asked: Path) -> Page:
    """The compare screen with the changes of the delegation's file."""
    page = visit.page
    page.goto(f"{visit.server.origin}/compare/1960.md")
    page.locator("#other-sent").set_input_files(asked)
    page.locator("#compare-do").click()
    page.locator("#groups .group").first.wait_for()
    return page


def digest(visit: Visit) -> Page:
    """The digest screen of the sample session, once its references were followed."""
    page = visit.page
    page.goto(f"{visit.server.origin}/digest")
    if page.locator("#write-form").count():
        page.locator("#write-form button").click()
    page.locator("#sentences button").first.wait_for(timeout=60_000)
    return page


def test_from_a_delegations_file_to_the_reissue(desk: Visit, asked: Path) -> None:
    page = compared(desk, asked)
    places = page.locator(".items .place").all_inner_texts()
    assert places == ["Paragraph 1, first sentence", "Paragraph 1, second sentence", "Paragraph 2, first sentence"]
    assert page.locator(".items .said").first.inner_text() == "For three read four"
    assert page.locator(".tracked").first.locator("del").all_inner_texts()[:1] == ["three"]
    assert page.locator("#by").input_value() == WHO
    assert page.locator("#chosen").inner_text() == "Chosen: 3 of 3"
    page.locator(".items input").nth(2).uncheck()
    page.locator("#asked").fill("2053-12-15")
    page.locator("#on").fill("2054-01-17")
    for what, name in (
        ("memorandum", "CMW_C_SR.1960-memorandum-en.pdf"),
        ("marked", "CMW_C_SR.1960-marked-en.docx"),
        ("corrigendum", "CMW_C_SR.1960_Corr.1-en.pdf"),
        ("reissue", "CMW_C_SR.1960-reissued-en.pdf"),
    ):
        page.locator(f'[data-what="{what}"]').click()
        page.locator("#result a", has_text=name).wait_for(timeout=60_000)
    reissued = desk.file("CMW_C_SR.1960-reissued-en.md").read_text(encoding="utf-8")
    assert "four weeks" in reissued and "2,068 of them" in reissued and "had welcomed" not in reissued
    assert "symbol: CMW/C/SR.1960*" in reissued and "reissued: 2054-01-17" in reissued
    corrections = desk.file("1960-corrections.md").read_text(encoding="utf-8")
    assert corrections.count("\n- ") == 2 and f"requested_by: {WHO}" in corrections


def test_corrections_are_chosen_and_asked_for_by_keys_alone(desk: Visit, asked: Path) -> None:
    page = compared(desk, asked)
    assert page.evaluate("document.activeElement.id") == "changes"
    for _ in range(3):
        page.keyboard.press("F8")
    page.keyboard.press("Space")
    page.keyboard.press("Shift+F8")
    page.keyboard.press("Space")
    assert page.locator("#chosen").inner_text() == "Chosen: 1 of 3"
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.id") == "documents"
    page.keyboard.press("Control+Enter")
    page.locator("#result a").first.wait_for(timeout=60_000)
    text = desk.file("1960-corrections.md").read_text(encoding="utf-8")
    assert text.count("\n- ") == 1 and 'for "three" read "four"' in text


def test_a_file_of_somebody_else_is_not_written_over(desk: Visit, asked: Path) -> None:
    page = compared(desk, asked)
    desk.file("1960-corrections.md").write_text("Mine.\n", encoding="utf-8")
    page.locator('[data-what="memorandum"]').click()
    page.locator("#result", has_text="has been changed meanwhile").wait_for()
    assert desk.file("1960-corrections.md").read_text(encoding="utf-8") == "Mine.\n"
    page.locator("#choose-none").click()
    page.locator('[data-what="corrigendum"]').click()
    page.locator("#result", has_text="Choose at least one").wait_for()


def test_what_is_no_record_is_told(desk: Visit, tmp_path: Path) -> None:
    page = desk.page
    (tmp_path / "letter.txt").write_text("Dear colleagues,", encoding="utf-8")
    page.goto(f"{desk.server.origin}/compare/1960.md")
    page.locator("#other-sent").set_input_files(tmp_path / "letter.txt")
    page.locator("#compare-do").click()
    page.locator("#result").wait_for()
    assert "Not" in page.locator("#result").inner_text() or page.locator("#groups .group").count()


def test_the_source_of_a_digest_is_written(desk: Visit) -> None:
    page = digest(desk)
    assert page.url.endswith("/digest/digest.md") and desk.file("digest.md").is_file()
    assert page.locator("#sentences .broken").count() == 0


def broke(visit: Visit) -> Page:
    """The digest screen with a sentence chosen that no longer holds, since a record was changed."""
    page, record = digest(visit), visit.file("1960.md")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("of Borduria and Ruritania and", "of Borduria and Syldavia and"), encoding="utf-8")
    page.locator("#sentences .broken").first.click()
    return page


def test_a_sentence_that_broke_shows_the_old_and_the_new_words(desk: Visit) -> None:
    page, record = digest(desk), desk.file("1960.md")
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("of Borduria and Ruritania and", "of Borduria and Syldavia and"), encoding="utf-8")
    # The screen hears of the change by itself.
    page.locator("#sentences .broken").first.wait_for()
    assert "no longer holds" in page.locator("#sentences .broken").first.inner_text()
    page.locator("#sentences .broken").first.click()
    shown = page.locator("#reference .changed")
    assert "Borduria and Ruritania" in shown.locator("del").first.inner_text()
    assert "Borduria and Syldavia" in shown.locator("ins").first.inner_text()
    assert "Borduria and Syldavia" in page.locator("#reference mark").first.inner_text()
    assert page.locator("#findings-list .level.error").count() == 1
    page.keyboard.press("Control+Enter")
    page.locator("#result .told", has_text="the cited words have changed").wait_for(timeout=30_000)
    page.locator("#reference button", has_text="Take the new words").click()
    page.locator("#sentences .broken").first.wait_for(state="detached")
    page.keyboard.press("Control+Enter")
    page.locator("#result a").first.wait_for(timeout=60_000)
    assert "Borduria and Syldavia" in desk.file("digest.md").read_text(encoding="utf-8")


def test_a_sentence_leads_to_its_paragraph_and_its_line(desk: Visit) -> None:
    page = digest(desk)
    page.locator("#outline").focus()
    page.keyboard.press("F6")
    page.keyboard.press("Shift+F6")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.locator("#reference .stands mark").first.wait_for()
    page.locator("#reference .actions button").first.click()
    assert page.evaluate("document.activeElement.closest('.pane').id") == "source"
    link = page.locator("#reference h3 a").first
    number = (link.get_attribute("href") or "").partition("#p")[2]
    link.click()
    looked_at(page)
    page.locator(f'#outline-list [aria-current] .number:text-is("{number}")').wait_for()


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_no_rule_of_axe_is_broken_where_papers_are_made(desk: Visit, asked: Path, locale: str) -> None:
    visit = desk.again(locale=locale)
    told = {}

    def compare(visit: Visit) -> Page:
        return compared(visit, asked)

    def unwritten(visit: Visit) -> Page:
        visit.file("digest.md").unlink(missing_ok=True)
        visit.page.goto(f"{visit.server.origin}/digest")
        return visit.page

    for screen in (compare, broke, unwritten):
        page = screen(visit)
        for colours in ("light", "dark"):
            page.emulate_media(color_scheme=colours)
            told[screen.__name__, colours] = broken(page)
        for name, size in (("200 per cent", DOUBLE), ("tablet", TABLET)):
            page.set_viewport_size(size)
            told[screen.__name__, name] = broken(page)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, screen.__name__
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1440, "height": 900})
    visit.close()
    assert {look: rules for look, rules in told.items() if rules} == {}
