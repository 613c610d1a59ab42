"""平台与企业: who is spoken of, and what is said of them."""

from __future__ import annotations

from desktop.pages.platforms.page import PlatformsPage

__all__ = ["PlatformsPage"]
