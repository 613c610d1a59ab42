from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop.whole.walk import Filled, fill


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, library_template: Path) -> Filled:
    return fill(tmp_path_factory.mktemp("filled") / "文库", library_template)
