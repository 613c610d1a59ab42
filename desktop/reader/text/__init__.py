"""The text as it is set: document, marks, margins, painting.

- An article as text: ``projection`` (original and clean), ``document`` (as Qt has it), ``offsets`` (code points and
  UTF-16), ``patching`` and ``parting``.
- As it is set: ``column`` and ``view``, ``typography``, ``tables``, ``geometry``; ``beside`` keeps two at one place.
- What is marked: ``markup``, ``marks``, ``led``, ``painting``; beside the column ``margin``, ``margin_rows``. ``keys``
  of somebody who reads.
"""
