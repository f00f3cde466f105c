"""Each rule against the good and the bad texts that stand beside it."""

from __future__ import annotations

import re

import pytest

from precis.assets import shipped
from precis.checks import Fixing, Rule, load_rules
from precis.checks.across import ACROSS
from precis.checks.finders import FINDERS
from tests.checks.subjects import alarms, alarms_together, mended_by

RULES = {**load_rules(shipped(), "en"), **load_rules(shipped(), "fr")}
ALONE = [rule for rule in RULES.values() if not rule.across]


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.name)
def test_a_good_text_keeps_the_rule(rule: Rule, assets) -> None:
    told = {text: [each.message for each in alarms(text, rule, assets)] for text in rule.good}
    assert told == {text: [] for text in rule.good}


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.name)
def test_a_bad_text_breaks_it(rule: Rule, assets) -> None:
    assert [text for text in rule.bad if not alarms(text, rule, assets)] == []


@pytest.mark.parametrize("rule", [rule for rule in ALONE if rule.fixed], ids=lambda rule: rule.name)
def test_its_fix_makes_of_the_bad_text_what_it_says(rule: Rule, assets) -> None:
    for bad, fixed in zip(rule.bad, rule.fixed, strict=True):
        assert mended_by(bad, rule, assets) == fixed
        left = [each for each in alarms(fixed, rule, assets) if each.new is not None]
        assert left == []


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.across], ids=lambda rule: rule.name)
def test_records_beside_one_another_keep_or_break_a_rule(rule: Rule, assets) -> None:
    assert [alarm.message for text in rule.good for alarm in alarms_together(text, rule, assets)] == []
    assert [text for text in rule.bad if len(alarms_together(text, rule, assets)) != 1] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
    assert rule.why.endswith(".") and rule.source
    assert rule.pattern or rule.swaps or rule.finder, "it is found by something"
    assert bool(rule.fixed) == (rule.fixing is not Fixing.NONE), "what mends is shown"


def test_every_finder_is_used() -> None:
    assert sorted({rule.finder for rule in RULES.values() if rule.finder}) == sorted((*FINDERS, *ACROSS))
