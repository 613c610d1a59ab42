"""Writers of reports: a table from format to function; each writes one file, whole or not at all."""

from corpus.report.writers.table import WRITERS, write

__all__ = ["WRITERS", "write"]
