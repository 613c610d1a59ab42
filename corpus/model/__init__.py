"""Plain values of the library: frozen dataclasses, errors and progress. No input or output happens here.

- Texts: ``source``, ``article``, ``edit``, ``span``, ``unread``, ``numbering``; as publications: ``record``,
  ``completeness``, ``person_names``, ``family_names``, ``school``.
- What they say: ``statistic``, ``platform``, ``trend``, ``place``, with their ``context`` and what is known before
  (``knowledge``); recorded by a person: ``own_fact``.
- What people make: ``annotation``, ``draft``, ``collection``, ``link``.
- What is told while work runs: ``errors``, ``caution``, ``progress``. The program itself: ``program``.
"""
