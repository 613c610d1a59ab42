"""The files of a library's folder: whose they are, how they are written, and the lock."""
