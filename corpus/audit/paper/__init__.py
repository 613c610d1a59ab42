"""What a paper prints that can be looked up, and what of it states nothing."""
