"""Readers: one module for each file format, each making a SourceDocument of a path."""
