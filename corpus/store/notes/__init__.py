"""The tables of what people write: notes, drafts, settings."""
