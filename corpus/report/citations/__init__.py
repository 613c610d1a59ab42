"""Citations: GB/T 7714 by a formatter of our own, every other style through CSL."""

from corpus.report.citations.citing import AUTHOR_PAGE, NUMBERED, PAGE, STYLES, Citation, cite
from corpus.report.citations.editions import OFTEN_ASKED

__all__ = ["AUTHOR_PAGE", "NUMBERED", "OFTEN_ASKED", "PAGE", "STYLES", "Citation", "cite"]
