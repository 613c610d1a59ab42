"""Whether a quotation stands in the source a paper names for it: told only where it surely stands elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.audit.cited.agreement import Agreement, agreement, mentions
from corpus.audit.cited.named_source import NamedSource
from corpus.audit.cited.naming import sources_named
from corpus.audit.cited.second_hand import is_second_hand
from corpus.audit.cited.source_list import SourceList
from corpus.audit.quoted.quotations import letters
from corpus.audit.quoted.wording import SourceText, compare, letters_of, source_text
from corpus.audit.verdict import Verdict
from corpus.library.checking.audited import AuditEntry, Standing
from corpus.library.checking.claimed import ClaimedTexts
from corpus.library.checking.sources import stretches_for_quotation
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.span import Span

_TELLING: Final = 12
"""Letters from which on words are somebody's own, not a turn of phrase anyone uses."""
_HEAD, _TAIL, _AROUND = 1500, 600, 400
"""Characters of a text, at its ends and around the words, in which it may speak of the source that is named."""
_HOLDING: Final = frozenset([Standing.SAME, Standing.CUT])


class Attribution:
    """Holds the quotations of one paper against the sources it names for them."""

    def __init__(self, library: Library, paper: str, scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._paper = paper
        self._scope = scope
        self._listed = SourceList(paper)
        self._claimed = ClaimedTexts(library, scope)

    def of(self, entry: AuditEntry, words: str) -> AuditEntry:
        """Return an entry of the paper as it stands to the source named for it; ``words`` are those looked up."""
        if entry.standing not in _HOLDING or entry.found is None or letters(words) < _TELLING:
            return entry
        named = sources_named(self._paper, entry.span, self._listed)
        if not named:
            return entry
        told = self._stands_to(named, entry.found)
        if told is Agreement.AGREES:
            return replace(entry, page=self._other_page(named, entry.found, words))
        if told is Agreement.UNKNOWN or self._may_stand_elsewhere(named, words, entry.found.article):
            return entry
        printed = "；".join(dict.fromkeys(one.printed for one in named))
        claimed = self._claimed.of(named, entry.found.article)
        return replace(entry, standing=Standing.MISATTRIBUTED, named=printed, claimed=claimed)

    def _may_stand_elsewhere(self, named: tuple[NamedSource, ...], words: str, article: str) -> bool:
        """Tell whether another text that holds the words, or nearly, is the source named or may be it."""
        judged = {article}
        for stretch in stretches_for_quotation(self._library, words, self._scope):
            if stretch.article in judged:
                continue
            compared = compare(words, source_text(stretch.text))
            if compared.verdict is Verdict.NOT_FOUND or compared.source is None:
                continue
            judged.add(stretch.article)
            place = stretch.place(self._library, compared.source)
            if self._stands_to(named, place) is not Agreement.DIFFERS:
                return True
        return False

    def _stands_to(self, named: tuple[NamedSource, ...], place: Place) -> Agreement:
        """Return whether the text a place is in is one of the sources, is surely none of them, or may be one."""
        record = self._library.store.records.get(place.article)
        told = [agreement(one, {"title": place.title, **(record.item if record else {})}) for one in named]
        if Agreement.AGREES in told:
            return Agreement.AGREES
        if Agreement.UNKNOWN in told:
            return Agreement.UNKNOWN
        clean = self._library.texts.get(place.article).clean
        near = clean[max(0, place.span.start - _AROUND) : place.span.end + _AROUND]
        said = "\n".join((clean[:_HEAD], near, clean[-_TAIL:]))
        taken = is_second_hand(clean, place.span) or any(mentions(said, one) for one in named)
        return Agreement.UNKNOWN if taken else Agreement.DIFFERS

    def _other_page(self, named: tuple[NamedSource, ...], place: Place, words: str) -> str:
        """Return the printed page words stand on where the paper names another; empty where either is not known."""
        cited = [one.pages for one in named if one.pages is not None]
        ready = self._library.texts.get(place.article)
        if len(named) != 1 or not cited or place.page is None or not place.page.printed.isdecimal():
            return ""
        end = ready.shown_place(Span(place.span.end - 1, place.span.end)).page
        first, last = cited[0]
        stands = range(
            int(place.page.printed), int(end.printed if end and end.printed.isdecimal() else 0) + 1
        )
        if (
            any(first <= page <= last for page in stands)
            or not stands
            or _is_repeated(words, source_text(ready.clean))
        ):
            return ""
        return place.page.printed


def _is_repeated(words: str, text: SourceText) -> bool:
    """Tell whether words stand in a text more than once."""
    return text.folded.text.count(letters_of(words)) > 1
