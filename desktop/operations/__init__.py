"""What a person can do: done at once, told, and taken back.

- Texts: ``articles``, ``mending``, ``repairs``, ``page_numbers``, ``records``, ``packs``.
- What they say: ``figures``, ``facts``, ``trends``, ``companies``.
- What people make: ``notes``, ``several_notes``, ``drafts``; on the way to them ``into_draft``, ``carrying``,
  ``passages``, ``linking``.
- Not to be taken back: ``bookkeeping``.
"""
