"""The window: everything Qt, and nothing that could not be thrown away and drawn again from the library."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
"""Shown in 关于引得; equal to the version in ``pyproject.toml``, which a test compares."""
