"""Checking a paper against its sources: every quotation to the character, every figure to its value."""
