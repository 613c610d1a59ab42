"""查我的稿子: a paper's quotations and figures, each looked up in the library."""

from __future__ import annotations

from desktop.pages.audit.page import AuditPage

__all__ = ["AuditPage"]
