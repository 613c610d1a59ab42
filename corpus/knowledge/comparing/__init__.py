"""Figures beside each other: contradictions, agreement, sums, and where each came from."""
