"""Charts: which figures make one, how it is laid out, and the shapes it is drawn of in window and file alike."""
