"""The port of a desk: the same each time, since what a browser keeps belongs to it; another where it is taken."""

from __future__ import annotations

import socket

import pytest

from precis.desk import serve
from precis.model import PrecisError


def free() -> int:
    """A port that is free now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


def test_a_desk_has_the_usual_port_and_another_where_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = free()
    monkeypatch.setattr(serve, "_USUAL", usual)
    with serve._listening(0) as one, serve._listening(0) as other:
        assert one.getsockname() == ("127.0.0.1", usual)
        assert other.getsockname()[1] not in (usual, 0)
    with serve._listening(0) as again:
        assert again.getsockname()[1] == usual


def test_a_port_that_was_named_and_is_taken_is_told() -> None:
    with serve._listening(0) as one:
        port = one.getsockname()[1]
        with pytest.raises(PrecisError, match=f"port {port} cannot be had"):
            serve._listening(port)
