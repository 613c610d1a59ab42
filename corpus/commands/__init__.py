"""The commands of a terminal: each one module that reads arguments, calls one use case and shows its result."""
