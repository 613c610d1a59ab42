"""Finding in texts; knows documents with fields, a text and sentences, and nothing else."""
