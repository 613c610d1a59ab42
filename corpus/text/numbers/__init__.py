"""Numbers, amounts, percentages, dates and periods in Chinese text."""

from corpus.text.numbers.mentions import find_numbers
from corpus.text.numbers.numerals import parse_chinese_number

__all__ = ["find_numbers", "parse_chinese_number"]
