"""The tables of what was found or recorded: figures, facts, relations, passages."""
