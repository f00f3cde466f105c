from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from precis.assets import Assets, shipped
from precis.writers.style import HouseStyle, load_style

settings.register_profile(
    "bounded", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("bounded")

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
BUDGET = int(os.environ.get("PRECIS_BUDGET", "1"))
"""How many times as much as usual the properties are tried that stand in it; with more than 1, all others in full."""
LONG = BUDGET > 1


@pytest.fixture(scope="session")
def assets() -> Assets:
    return shipped()


@pytest.fixture(scope="session")
def style(assets: Assets) -> HouseStyle:
    return load_style("geneva", assets)


@pytest.fixture(scope="session")
def sample() -> Path:
    return ROOT / "records" / "cmw" / "97" / "1960.md"


def _seed(start: str) -> Path:
    found = sorted(SEEDS.glob(f"{start}_*.txt"))
    if not found:
        pytest.skip(f"the published record {start} is not here (../shared/seeds)")
    return found[0]


@pytest.fixture
def closing_2024() -> Path:
    """The text of CMW/C/SR.590, with its cover."""
    return _seed("000")


@pytest.fixture
def closing_2025() -> Path:
    """The text of the closing meeting of the fortieth session of CMW, without its cover."""
    return _seed("002")


@pytest.fixture
def in_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test runs in."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("PRECIS_"):
            monkeypatch.delenv(name)
    return tmp_path
