"""Files and their articles: built, put in, set against what is there, read anew, and taken back with their import."""
