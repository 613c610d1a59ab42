"""Passages that assert a direction of development, and the trend they speak of."""
