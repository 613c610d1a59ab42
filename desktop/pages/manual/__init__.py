"""使用手册."""

from __future__ import annotations

from desktop.pages.manual.page import ManualPage

__all__ = ["ManualPage"]
