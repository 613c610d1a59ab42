"""How well the extractors do on labelled sets: a scorer a sort of set, for the benchmark and for floors in tests."""
