"""What holds in every test of the use cases."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def as_stated(values_otherwise_than_stated: None) -> None:
    """Look at the values that are made."""
