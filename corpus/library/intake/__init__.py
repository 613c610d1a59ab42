"""Texts into the library: ``opening`` one, ``importing`` files, ``referencing`` what other programs know of texts.

- ``building/`` makes articles of a source document and finds anew what they say; ``files/`` puts them in, sets them
  against what is there and takes them back; ``repeats/`` knows excerpts; ``packs/`` come with facts of their own.
- By a person: ``corrections/`` of the text, ``records/`` of what it is, ``vocabulary/``.
"""
