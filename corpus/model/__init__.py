"""Plain values of the library: frozen dataclasses, errors and progress. No input or output happens here."""
