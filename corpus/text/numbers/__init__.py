"""Numbers, amounts, percentages, dates and periods in Chinese text.

- ``mentions`` finds all; ``patterns`` and ``numerals`` read the numeral, on text that was folded (``fold``),
  ``suffixes`` what it counts, ``bounded`` its bound; ``within_words`` says where there is none.
  ``composite_durations`` are lengths of time.
- ``dates`` finds times (``found_dates`` is what its readers give): ``date_patterns``, ``numeric_dates``,
  ``point_dates``, ``points``, ``relative_dates``, ``stretches``, ``fiscal_quarters``, ``founding``.
"""

from corpus.text.numbers.mentions import find_numbers
from corpus.text.numbers.numerals import parse_chinese_number

__all__ = ["find_numbers", "parse_chinese_number"]
