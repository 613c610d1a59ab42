"""Checking a paper against its sources: every quotation to the character, every figure to its value.

``checking`` asks for one sentence: its quotations (``quoted/``) and its figures (``compared/``); ``verdict`` is the
answer. ``paper/`` says what of a paper can be looked up, ``cited/`` which source it names.
"""
