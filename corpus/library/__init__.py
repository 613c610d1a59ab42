"""The use cases: one module each, plain values in and out. The window and the commands call only these."""
