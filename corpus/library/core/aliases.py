"""What else a company or a metric is called."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.knowledge.phrases.metrics import other_forms
from corpus.model.knowledge import Knowledge
from corpus.text.distinct import distinct_names


def aliases_of(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """Return for each name of a company, and of a metric, the other names it goes by, however they are written."""
    forms = {form: distinct_names(others, form) for form, others in other_forms().items()}
    return forms | {
        form: distinct_names((one.name, *one.aliases), form)
        for one in knowledge.platforms
        for form in (one.name, *one.aliases)
    }
