"""Pictures that stand in a file: found in it, set on pages of their own, and placed beside the text around them."""
