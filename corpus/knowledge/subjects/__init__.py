"""Whose figure it is: the subject a metric or a sentence carries."""
