"""Repairs: what is wrong with the form, wording or facts of a text, and what is done about it.

``table`` lists the rules in their order, ``ledger`` runs them over a text; ``rule`` is what each is given, ``kinds``
what they are called, ``layers`` lets one stand on others.

- Signs: ``characters``, ``other_forms``, ``punctuation``, ``doubled_marks``, ``blanks``, ``overprint``,
  ``pinyin_glosses``.
- Lines: ``wrapping``, ``broken_lines``, ``numbering``, ``code_lines``.
- What belongs to pages: ``furniture``, ``running_heads``, ``page_blocks``, ``browser_heads``, ``previews``, ``charts``.
- Read by machines: ``misread_digits``, ``torn_digits``, ``machine_signs``; ``remains`` of markup.
- Offered, never applied: ``gaps``; ``wording`` by the lexicon; ``repetition``.
"""

from corpus.text.repairs.kinds import TERMS, RepairKind
from corpus.text.repairs.ledger import propose
from corpus.text.repairs.table import RULES

__all__ = ["RULES", "TERMS", "RepairKind", "propose"]
