"""What a name looks like: where it begins and ends, how it is made up, and what is none."""
