"""What holds in every test of the use cases."""

from __future__ import annotations

import pytest

from tests.pack_built_once import PackBuiltOnce


@pytest.fixture(autouse=True)
def as_stated(values_otherwise_than_stated: None) -> None:
    """Look at the values that are made."""


@pytest.fixture(autouse=True, scope="session")
def pack_is_built_once(built_pack: PackBuiltOnce) -> None:
    """Make libraries of a pack that is built already."""
