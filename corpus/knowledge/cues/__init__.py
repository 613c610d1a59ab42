"""Cues and words as tables write them, and the patterns made of them.

``words`` reads lists, ``tables`` cues by table and kind; ``word_pattern`` and ``patterns`` make patterns of them.
``phrase_ends`` takes off what begins or ends a phrase and is no part of it, ``gapped_phrases`` has phrases with a gap.
"""
