"""Tables: rows between level rules of one length, with columns that no letter crosses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.reading.forms.pdf.cells import TableRow, cells_of, table_rows
from precis.reading.forms.pdf.drawing import Rule
from precis.reading.forms.pdf.measure import Measure
from precis.reading.forms.pdf.rows import Row

__all__ = ["rule_at_top", "with_tables"]

_SHORTEST = 100
"""A table is at least so wide, in points."""
_SAME = 4
_LEVEL, _SPACING = 0.5, 6
"""Points between the borders of two cells of a row."""
_WIDE = 0.6
"""A line so wide, in parts of the table, that has no second cell is no row of one."""
_MOST = 500
"""Rules of a page that are looked at."""
_HEADROOM = 1.7
"""The first row of a table stands no farther below its rule, in parts of its size; text stands farther below a head."""


def rule_at_top(rows: Sequence[Row], rules: Sequence[Rule]) -> Rule | None:
    """The rule with which a page begins where a table stands first on it."""
    if not rows:
        return None
    above = [rule for rule in _wide(rules) if 0 < rule.base - rows[0].base <= _HEADROOM * rows[0].size]
    return min(above, key=lambda rule: rule.base, default=None)


def with_tables(
    rows: Sequence[Row], rules: Sequence[Rule], measure: Measure, next_rule: Rule | None = None
) -> list[Row | TableRow]:
    """The rows of a page in their order, those of tables as such.

    `next_rule` is the rule at the top of the next page: a table of that width may go on there without a rule below
    its last row here.
    """
    rules = _levelled(rules)
    out: list[Row | TableRow] = []
    rest = list(rows)
    if rows and next_rule is not None and any(_same_width(rule, next_rule) for rule in rules):
        rules = [*rules, Rule(next_rule.left, next_rule.right, rows[-1].base - 1)]
    for bands, between in _tables(rows, rules):
        if bands[0][0] not in rest or bands[-1][-1] not in rest:
            continue  # it stands beside another, whose rows it shares
        begin, end = rest.index(bands[0][0]), rest.index(bands[-1][-1]) + 1
        if begin and _is_head(rest[begin - 1], bands, rules):
            begin -= 1
            bands.insert(0, [rest[begin]])
        # A row that stands on a rule belongs to neither side: what has one is no table to be sure of.
        whole = sum(len(band) for band in bands) == end - begin
        out.extend(rest[:begin])
        out.extend(table_rows(bands, between, measure) if whole else rest[begin:end])
        rest = rest[end:]
    return [*out, *rest]


def _is_head(row: Row, bands: Sequence[Sequence[Row]], rules: Sequence[Rule]) -> bool:
    """Whether a row is the head of the table below it, of which the first rule stands below the head."""
    first = bands[0][0]
    cells = [len(cells_of(each.pieces)) for band in bands for each in band]
    below = (
        rule
        for rule in rules
        if first.base < rule.base < row.base <= rule.base + _HEADROOM * row.size
        and rule.length >= _SHORTEST
        and rule.left - _SAME <= row.left
        and row.right <= rule.right + _SAME
    )
    return row.page == first.page and len(cells_of(row.pieces)) == max(cells) > 1 and any(below)


def _levelled(rules: Sequence[Rule]) -> list[Rule]:
    """The rules of a page, with those as one that nearly touch on one level: borders of cells that stand apart."""
    out: list[Rule] = []
    for rule in rules:
        last = out[-1] if out else None
        if last and abs(last.base - rule.base) < _LEVEL and 0 <= rule.left - last.right <= _SPACING:
            out[-1] = Rule(last.left, rule.right, last.base)
        else:
            out.append(rule)
    return out


def _tables(rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[tuple[list[list[Row]], list[Rule]]]:
    """The rows of each table by its bands: what stands between two of its rules. And the shorter rules in the first."""
    bands: list[list[Row]] = []
    between: list[Rule] = []
    low = float("inf")
    for above, below in _pairs(rules):
        if above.base > low:
            continue  # it stands in a table that has wider rules
        inside = [row for row in rows if below.base < row.base < above.base]
        if bands and any(above.base < row.base < bands[-1][-1].base for row in rows):
            yield bands, between
            bands = []
        if not inside:
            continue
        if _tabular(inside, above, begun=bool(bands)):
            if not bands:
                between = [rule for rule in rules if below.base < rule.base < above.base]
            bands.append(inside)
            low = below.base
        elif bands:
            yield bands, between
            bands = []
    if bands:
        yield bands, between


def _pairs(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Rules of one length, one above the other, with none between them but what is shorter: it parts a head."""
    wide = _wide(rules)[:_MOST]
    for number, above in enumerate(wide):
        for below in wide[number + 1 :]:
            if _same_width(above, below):
                yield above, below
            if below.left < above.left + _SAME and below.right > above.right - _SAME:
                break


def _wide(rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.length >= _SHORTEST]


def _same_width(one: Rule, other: Rule) -> bool:
    return abs(one.left - other.left) < _SAME and abs(one.right - other.right) < _SAME


def _tabular(rows: Sequence[Row], rule: Rule, *, begun: bool) -> bool:
    """Whether rows stand in columns: some have several cells, and none is a line of a paragraph, notes below aside.

    In a table that is `begun`, one of them is enough: its other cells may have several lines.
    """
    within = all(rule.left - _SAME <= row.left and row.right <= rule.right + _SAME for row in rows)
    single = [row for row in rows if len(cells_of(row.pieces)) == 1]
    long = any(row.right - row.left > _WIDE * rule.length for row in single if not row.pieces[0].raised)
    many = len(single) < len(rows) if begun else 2 * len(single) <= len(rows)
    return within and not long and many
