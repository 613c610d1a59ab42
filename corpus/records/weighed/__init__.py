"""What the lines of a front page weigh, where no form tells: which is the title, and of what kind the text is.

``outline`` tells the shape of each line, ``title_signs`` and ``kind_signs`` what speaks for and against, ``weights``
reads what `python requirements/weights_of_heads.py` learned of each sign, and ``judging`` sums it up.
"""
