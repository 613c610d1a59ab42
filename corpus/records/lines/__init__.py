"""What a line of a front page is by its shape: a label, a day, names, a notice.

- ``page`` has the first and last lines, ``line_forms`` brings them to known forms, ``line_kinds`` tells them by shape.
- Labels: ``labels``, ``label_words``, ``label_forms``, ``parted_labels``, ``rows``.
- Titles: ``titles``, ``whole_titles``, ``title_marks``. Names and days: ``names``, ``dates``, ``byline_forms``.
- What is no part of the text: ``notices``, ``masthead_words``.
"""
