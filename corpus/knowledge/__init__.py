"""What texts say: figures, names, trends, and where figures contradict each other."""
