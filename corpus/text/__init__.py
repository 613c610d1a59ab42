"""Pure functions on texts: decoding, splitting, repairing, offsets, sentences and headings.

- Bytes to text: ``decode``, with ``encodings``, ``double_encoding``, ``plausibility``.
- A source to articles: ``split``, ``seams``, ``seam_marks``; ``cohesion`` and ``similarity`` weigh them. What an
  article is called: ``naming``; ``reader_marks`` is what readers put before words that are no plain text.
- What does not belong to it, told by its form: ``page_lines``, ``browser_prints``, ``front_lines``, ``bylines``,
  ``letters``, ``line_signs``.
- Original to clean text: ``repairs/``, ``offsets``. Within it: ``sentences``, ``headings``.
- Numbers: ``numbers/``, ``units``, ``decimals``, ``whole_numbers``, ``english_numbers``.
- Places: ``geography``.
- Characters: ``characters``, ``script`` (traditional read as simplified), ``sounds``; ``distinct`` names.
- The language of a text or a title: ``tongue``.
- For every rule and table: ``toml_tables``, ``needed_signs`` (what a pattern cannot match without), ``filter_words``.
"""
