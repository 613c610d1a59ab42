"""The metric of a figure: its head noun, and one name for what is called by many."""
