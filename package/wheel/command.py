"""The command ``yinde``."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def main() -> int:
    """Run the program with the arguments of this process; its folders become importable for this process alone."""
    program = Path(__file__).resolve().parent / "main.py"
    sys.path.insert(0, str(program.parent))
    started: int = runpy.run_path(str(program))["main"]()
    return started
