"""Notes, quotations and drafts."""
