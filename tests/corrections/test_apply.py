"""For any record and any edit of it, the corrections computed make the one of the other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.corrections import apply, correct
from precis.model import Record
from tests.corrections.edits import edited
from tests.support.records import records

versions = records().flatmap(lambda record: st.tuples(st.just(record), edited(record)))


@given(versions)
@settings(max_examples=300)
def test_applied_to_the_old_record_the_corrections_make_the_new_one(pair: tuple[Record, Record]) -> None:
    old, new = pair
    assert apply(old, correct(old, new)) == new


@given(records(), records())
@settings(max_examples=100)
def test_two_records_that_have_nothing_to_do_with_one_another(old: Record, new: Record) -> None:
    assert apply(old, correct(old, new)) == new


@given(records())
@settings(max_examples=100)
def test_a_record_needs_no_corrections_to_be_itself(record: Record) -> None:
    assert correct(record, record) == ()


@pytest.mark.slow
@given(versions)
@settings(max_examples=5000)
def test_thousands_of_edits(pair: tuple[Record, Record]) -> None:
    old, new = pair
    assert apply(old, correct(old, new)) == new
