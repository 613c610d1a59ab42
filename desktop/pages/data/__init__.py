"""统计数据: every figure of the library, each with its sentence."""

from __future__ import annotations

from desktop.pages.data.page import DataPage

__all__ = ["DataPage"]
