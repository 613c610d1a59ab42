"""The library on disk: one SQLite file, the originals beside it, a lock; the only place with SQL."""
