"""Carrying out a search over both indexes."""
