"""The index of characters: every place a string stands."""
