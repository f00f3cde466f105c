from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.desk.server import Server, served, session_in


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A desk of a copy of the sample session, which the tests of a module share."""
    with served(session_in(tmp_path_factory.mktemp("desk"))) as running:
        yield running


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[httpx.Client]:
    """The one browser that has been let in."""
    let_in = server.client()
    yield let_in
    let_in.close()
