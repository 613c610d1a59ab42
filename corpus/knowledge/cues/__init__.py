"""Cues and words as tables write them, and the patterns made of them."""
