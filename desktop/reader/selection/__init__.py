"""What is done with a selection or a mark."""
