"""Repairs: what is wrong with the form, wording or facts of a text, and what is done about it."""

from corpus.text.repairs.kinds import TERMS, RepairKind
from corpus.text.repairs.ledger import propose
from corpus.text.repairs.table import RULES

__all__ = ["RULES", "TERMS", "RepairKind", "propose"]
