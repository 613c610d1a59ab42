"""Pure functions on texts: decoding, splitting, repairing, offsets, sentences and headings."""
