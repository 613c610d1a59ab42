"""How well the extractors do on labelled sets: one scorer a set, for the benchmark and for the floors in the tests."""
