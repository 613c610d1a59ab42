"""The numbers of a text that state something: of what, of when, in which unit, and how they moved."""
