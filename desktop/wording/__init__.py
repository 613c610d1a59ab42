"""The words of figures, states and kinds, and the order of Chinese words."""
