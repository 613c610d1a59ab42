"""Readers: one module for each file format, each making a SourceDocument of a file's bytes (``table`` lists them).

- The formats: ``text_files/``, ``office/``, ``pdf/``, ``web/`` (pages, and EPUB books, which are made of pages).
- What they are made with: ``blocks/`` lays a document out, ``archive`` and ``xml_tree`` open what strangers packed,
  ``record`` gathers what a file says of itself.
- ``pictures/`` finds the pictures that stand in a file; ``folder`` walks what a person named.
- ``processes/``: what comes from strangers is read, drawn and recognised in processes of its own.
"""
