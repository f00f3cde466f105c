"""Frozen classes are those of `dataclasses`, in all that one can see of them."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from typing import Any, get_type_hints

import pytest

from precis.values import dataclass

MAKERS = (dataclasses.dataclass, dataclass)


def classes(maker: Callable[..., Any]) -> tuple[type[Any], ...]:
    """Classes of all kinds, as `maker` makes them."""

    @maker(frozen=True, slots=True)
    class Base:
        one: int
        two: tuple[str, ...] = ()

    @maker(frozen=True, slots=True)
    class Child(Base):
        """With fields of each kind, and what is done when they are set."""

        three: list[int] = dataclasses.field(default_factory=list)
        four: str = dataclasses.field(default="", compare=False, repr=False)

        def __post_init__(self) -> None:
            assert self.one >= 0, "refused"

    @maker(frozen=True, slots=True)
    class Own:
        one: int

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    @maker(frozen=True, slots=True, eq=False)
    class Single:
        one: int = 1

    @maker(frozen=True, slots=True)
    class Empty:
        pass

    @maker(frozen=True, slots=True, order=True)
    class Ordered:
        one: int
        two: int = dataclasses.field(default=2, kw_only=True)

    return Base, Child, Own, Single, Empty, Ordered


THEIRS, OURS = map(classes, MAKERS)
GIVEN = ((1, ("a",)), (1, ("a",), [3], "x"), (1,), (), (), (1,))


@pytest.mark.parametrize("at", range(len(GIVEN)))
def test_what_can_be_seen(at: int) -> None:
    theirs, ours = THEIRS[at], OURS[at]
    one, other = theirs(*GIVEN[at]), ours(*GIVEN[at])
    assert repr(one).replace("classes.<locals>.", "") == repr(other).replace("classes.<locals>.", "")
    assert str(inspect.signature(theirs)) == str(inspect.signature(ours))
    assert theirs.__match_args__ == ours.__match_args__ and theirs.__slots__ == ours.__slots__
    assert [field.name for field in dataclasses.fields(theirs)] == [field.name for field in dataclasses.fields(ours)]
    assert not hasattr(other, "__dict__") and dataclasses.is_dataclass(ours)
    assert get_type_hints(theirs.__init__) == get_type_hints(ours.__init__)
    assert dataclasses.asdict(one) == dataclasses.asdict(other)
    assert (theirs.__module__, theirs.__qualname__) == (ours.__module__, ours.__qualname__)


@pytest.mark.parametrize("made", [THEIRS, OURS], ids=["theirs", "ours"])
def test_how_they_compare(made: tuple[type[Any], ...]) -> None:
    base, child, own, single, empty, ordered = made
    assert base(1, ()) == base(1) != base(2) and hash(base(1)) == hash((1, ()))
    assert child(1, four="x") == child(1) != base(1) and base(1) != child(1)
    with pytest.raises(TypeError):
        hash(child(1))
    assert own(1) == own(2) and hash(own(1)) == 7 and repr(own(1)) == "own"
    assert single() != single() and len({single(), single()}) == 2
    assert empty() == empty() and hash(empty()) == hash(())
    assert ordered(1) < ordered(2) and ordered(1, two=1) < ordered(1)
    assert base(1).__eq__(7) is NotImplemented


@pytest.mark.parametrize("made", [THEIRS, OURS], ids=["theirs", "ours"])
def test_they_do_not_change(made: tuple[type[Any], ...]) -> None:
    value = made[1](1)
    for name in ("one", "five"):
        with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
            setattr(value, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.one
    assert value.three is not made[1](1).three
    assert dataclasses.replace(value, one=3) == made[1](3) and copy.deepcopy(value) == value
    with pytest.raises(AssertionError, match="refused"):
        made[1](-1)
    with pytest.raises(TypeError):
        made[0]()


@dataclass(frozen=True, slots=True)
class Sent:
    one: int
    two: str = "x"


def test_they_are_sent() -> None:
    assert pickle.loads(pickle.dumps(Sent(3, "y"))) == Sent(3, "y")
