"""The desk for everybody: no rule of axe is broken on any screen, all is reached, in each language, at each size."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.desk.browser.visit import Visit, looked_at, saved, write
from tests.desk.packages import fetched

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
TABLET = {"width": 820, "height": 1100}
DOUBLE, FOURFOLD = {"width": 640, "height": 400}, {"width": 320, "height": 640}
"""What a window of 1280 is at 200 and at 400 per cent."""


@lru_cache(maxsize=1)
def axe() -> str:
    """The script of axe."""
    return (fetched() / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def broken(page: Page) -> list[str]:
    """The rules of axe that a page breaks, with the elements."""
    page.evaluate(axe())
    tags = "rules => axe.run({runOnly: {type: 'tag', values: rules}}).then(found => found.violations)"
    found = page.evaluate(tags, list(RULES))
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def cut_off(page: Page) -> list[str]:
    """The width of a page, where one has to scroll sideways to read it (WCAG 2.2, 1.4.10)."""
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{wide} pixels wide"] if wide > FOURFOLD["width"] else []


def board(visit: Visit) -> Page:
    visit.page.locator("[data-findings] .level").first.wait_for(timeout=30_000)
    return visit.page


def draft(visit: Visit) -> Page:
    visit.page.locator('[data-open="draft"]').click()
    return visit.page


def record(visit: Visit) -> Page:
    page = visit.record("1952.md")
    write(page, "**The Chair** said that 10 % had met on Monday, 25 November 2053.")
    page.locator("#findings-list .fix").first.wait_for(state="attached")
    return page


def cover(visit: Visit) -> Page:
    page = visit.record("1952.md")
    page.locator("#cover > summary").click()
    page.locator("#cover-issued").fill("28/11/2053")
    page.locator("#cover .more summary").click()
    page.locator("#cover-issued[aria-invalid]").wait_for()
    return page


def find(visit: Visit) -> Page:
    page = visit.record("1950.md")
    page.locator("#editor .cm-content").click()
    page.keyboard.press("Control+f")
    page.locator(".cm-search").wait_for()
    return page


def pages(visit: Visit) -> Page:
    page = visit.record("1950.md")
    if page.locator("#panes").is_visible():
        page.locator('#panes [data-pane="preview"]').click()
    page.locator("#tab-pages").click()
    page.locator("#as-pages img").first.wait_for()
    return page


def versions(visit: Visit) -> Page:
    page, path = visit.record("1953.md"), visit.file("1953.md")
    write(page, "**The Chair** said no more.")
    path.write_text(path.read_text(encoding="utf-8").replace("Wilson", "des Nations"), encoding="utf-8")
    page.locator('.notice[data-kind="changed"] button').click()
    return page


def help_page(visit: Visit) -> Page:
    visit.page.goto(f"{visit.server.origin}/help")
    return visit.page


SCREENS = (board, draft, record, cover, find, pages, versions, help_page)


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_no_rule_of_axe_is_broken_on_any_screen_and_nothing_is_cut_off(desk: Visit, locale: str) -> None:
    visit = desk.again(locale=locale)
    told = {}
    for screen in SCREENS:
        page = screen(visit)
        for colours in ("dark", "light"):
            page.emulate_media(color_scheme=colours)
            told[screen.__name__, colours] = broken(page)
        page.set_viewport_size(DOUBLE)
        told[screen.__name__, "200 per cent"] = broken(page)
        page.set_viewport_size(FOURFOLD)
        told[screen.__name__, "400 per cent"] = cut_off(page)
        page.set_viewport_size({"width": 1440, "height": 900})
    visit.close()
    assert {look: rules for look, rules in told.items() if rules} == {}


def test_each_language_has_its_words_and_direction(desk: Visit) -> None:
    page = desk.page
    seen = {}
    for language in ("fr", "es", "ru", "zh", "ar", "en"):
        with page.expect_navigation():
            page.locator("#language").select_option(language)
        assert page.locator("html").get_attribute("lang") == language
        seen[language] = (page.locator("h1").inner_text(), page.locator("html").get_attribute("dir"))
    assert len({title for title, _ in seen.values()}) == 6
    assert [language for language, (_, way) in seen.items() if way == "rtl"] == ["ar"]


def test_colours_are_kept(desk: Visit) -> None:
    page = desk.page
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.locator("#theme").select_option("dark")
    dark = page.evaluate(ground)
    page.reload()
    assert page.evaluate(ground) == dark != light
    page.locator("#theme").select_option("")
    assert page.evaluate(ground) == light


def test_keys_open_help_and_a_question_mark_is_typed_where_text_is(desk: Visit) -> None:
    page = desk.record("1950.md")
    page.locator("#outline").focus()
    page.keyboard.press("?")
    page.locator("#keys[open]").wait_for()
    page.keyboard.press("Escape")
    write(page, "Why?")
    page.keyboard.type("?")
    assert page.locator("#keys[open]").count() == 0
    page.keyboard.press("F1")
    page.locator("#keys[open]").wait_for()
    page.keyboard.press("Escape")
    saved(page)
    assert desk.file("1950.md").read_text(encoding="utf-8").endswith("Why??")


def test_f6_goes_round_the_panes(desk: Visit) -> None:
    page = desk.record("1950.md")
    at = "document.activeElement.closest('.pane')?.id"
    seen = []
    for _ in range(5):
        page.keyboard.press("F6")
        seen.append(page.evaluate(at))
    assert seen == ["outline", "source", "preview", "findings", "outline"]


def test_the_plain_text_field_does_what_the_editor_does(desk: Visit) -> None:
    page = desk.opened("/record/1956.md?plain=1")
    looked_at(page)
    assert page.locator(".cm-editor").count() == 0
    write(page, "**The Chair** said that 10 % had agreed.")
    page.locator("#findings-list", has_text="10 per cent").wait_for()
    page.keyboard.press("F8")
    page.keyboard.press("Control+.")
    page.locator("#findings-list", has_text="10 per cent").wait_for(state="detached")
    saved(page)
    assert desk.file("1956.md").read_text(encoding="utf-8").endswith("that 10 per cent had agreed.")


def test_on_a_tablet_one_pane_is_shown_at_a_time(desk: Visit) -> None:
    visit = desk.again(viewport=TABLET)
    page = visit.record("1950.md")
    shown = "[...document.querySelectorAll('.pane')].filter(pane => pane.offsetParent).map(pane => pane.id)"
    assert page.evaluate(shown) == ["source"]
    page.locator('#panes [data-pane="outline"]').click()
    assert page.evaluate(shown) == ["outline"]
    page.locator("#outline-list button", has_text=re.compile(r"^3\b")).click()
    assert page.evaluate(shown) == ["source"]
    page.keyboard.press("F6")
    assert page.evaluate(shown) == ["preview"]
    visit.close()
