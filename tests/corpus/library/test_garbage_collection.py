from __future__ import annotations

import gc

import pytest

from corpus.library.core.garbage_collection import without_cycle_collection


@pytest.mark.parametrize("collecting", [True, False])
def test_that_python_collects_afterwards_as_it_did_before(collecting: bool) -> None:
    before = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    try:
        with without_cycle_collection():
            assert not gc.isenabled()
        assert gc.isenabled() == collecting
    finally:
        (gc.enable if before else gc.disable)()
