"""What a line of a front page is by its shape: a label, a day, names, a notice."""
