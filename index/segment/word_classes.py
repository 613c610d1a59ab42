"""Classes of words as the segmenter's dictionary has them (its parts of speech), in the sets that rules ask for."""

from __future__ import annotations

from typing import Final

NAMED: Final = frozenset({"nr", "nrt", "ns", "nt", "nz"})
"""Names of people, places, bodies and others, as they are made in Chinese."""
NAMES: Final = NAMED | {"nrfg"}
"""Those, and names of people that were taken over from other languages."""
NAMES_OR_SHORT: Final = NAMES | {"j"}
"""Those, and short forms, which stand for a name as often as not."""
OF_SENTENCES: Final = ("v", "d", "p", "c", "r", "t", "u")
"""How the classes begin of which sentences are made and no names: what is done, how, when, and what joins it."""
OF_DEEDS: Final = ("v", "d", "p")
"""How the classes begin that tell what is done: the deed, how, and to whom."""
