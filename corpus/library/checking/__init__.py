"""Papers gone through: each quotation and each figure looked up in the library.

``papers`` reads a paper, ``auditing`` goes through it, ``audited`` is what comes of it.

- Quotations: ``attribution``, ``claimed``.
- Figures: ``figure_standing`` looks one up by its ``figure_words`` in ``sources`` and ``records`` (``reckoned``: what
  follows from two); ``grounds`` and ``subjects`` say whose a sentence is, ``weighing`` what it says, ``heard`` keeps
  it.
"""
