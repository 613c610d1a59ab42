"""Counting what work is done, where a clock would count what else the machine does."""
