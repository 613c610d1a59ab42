"""Keep the forms of characters that the installed release of OpenCC joins: `python requirements/variants.py`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Ask OpenCC and write down what it says."""
    from opencc import __version__

    from index.fold.variants import KEPT, derived_table, written

    (ROOT / "index" / "fold" / KEPT).write_text(
        written(derived_table(), __version__), encoding="utf-8", newline="\n"
    )


if __name__ == "__main__":
    main()
