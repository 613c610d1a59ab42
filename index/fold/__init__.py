"""Folding: texts made comparable, with maps back to every place of the text as it stands."""

from index.fold.folding import (
    ALL_BUT_PUNCTUATION,
    ALL_FOLDS,
    SAME_LENGTH,
    Fold,
    Folded,
    fold_text,
    full_fold,
    stands_alone,
)

__all__ = [
    "ALL_BUT_PUNCTUATION",
    "ALL_FOLDS",
    "SAME_LENGTH",
    "Fold",
    "Folded",
    "fold_text",
    "full_fold",
    "stands_alone",
]
