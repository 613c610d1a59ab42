"""Articles listed, read and put in order."""
