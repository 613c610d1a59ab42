"""Figures, platforms and trends, found or recorded by a person."""
