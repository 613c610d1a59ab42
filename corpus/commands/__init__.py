"""The commands of a terminal: each one module that reads arguments, calls one use case and shows its result.

``table`` names every command and its module. What they share: ``command``, ``parsing``, ``run``, ``lines``,
``usage_words``, ``school_options``; ``draft_blocks`` belongs to ``draft``, ``assistant`` to ``serve``.
"""
