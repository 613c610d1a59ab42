"""Articles that repeat another one or are a part of it: which may be, which are."""
