"""Citations: GB/T 7714 by a formatter of our own, every other style through CSL."""

from corpus.report.citations.citing import NUMBERED, STYLES, Citation, cite

__all__ = ["NUMBERED", "STYLES", "Citation", "cite"]
