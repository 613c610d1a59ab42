"""Merging a second library into this one: note by note, draft by draft, article by article."""
