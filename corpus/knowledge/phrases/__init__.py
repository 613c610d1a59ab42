"""The words of a clause: names of places, people and measures, and what stands around a figure."""
