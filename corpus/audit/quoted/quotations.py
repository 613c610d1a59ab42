"""Which words of a paper are quoted: inside quotation marks, or copied whole without any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

SHORTEST: Final = 7
"""Letters of a quotation worth looking up; shorter ones are names and terms in quotation marks."""

LONGEST_BY_CHANCE: Final = 10
"""Letters of a stretch without quotation marks that must stand in the source to be called copied, unless one speaks."""
_PAIRS: Final = {"“": "”", "「": "」", "『": "』", "\uff02": "\uff02", '"': '"'}
_LETTER: Final = LazyPattern(r"\w")
_BETWEEN: Final = LazyPattern(r"[\s，,、]*[^。！？；…“”]{1,16}[，,：:\s]*")
"""Words that part one quotation in two: “…，”他说，“…”."""
_ENDS: Final = frozenset("。！？")
_SPEECH: Final = LazyPattern(
    r"[说道写称言讲问答指出认为描述补充表示强调记述回忆承叹慨嘲断喊念]|提醒|告诉|(?:总结|概括)[^，,：:]{0,2}\Z|(?:原话|原文|名言|口头禅|结论)是\s*\Z"
)

_COMMENT: Final = LazyPattern(
    r"(?:[^，。；]{0,8}(?:这样|如此|这么|如是|曾|常)?(?:写|写道|写到|说|说道|描述|形容|概括|感叹|评价))(?![一-鿿]{0,2}[服明])"
    r"|(?:这|那)[一]?(?:句|段|番)?(?:话|说法|判断|描述|原话)"
)
"""What the writer says of words told before: 作者这样写渔村的冬天."""
_TELLS: Final = LazyPattern(
    r"(?:表示|认为|指出|坦言|直言|承认|强调|提到|谈到|写道|说道|所说的?|断言|感叹|回忆|透露|解释|相信|主张|声称|宣称)[，,：:]?"
)
"""The verb right behind which words may be copied without marks."""
_ADDS: Final = LazyPattern(
    r"[，,。；;](?=(?:这|那|此|可见|由此|从中|恰|正|与|和|足见|也就|不难|换言之|显然|言下|颇|似乎)|\s*\Z)"
)
"""Where the writer goes on in words of his own: ，这与学界的讨论不谋而合."""
_OPENERS: Final = ("——", "：", ":")
_COMMAS: Final = ("，", ",")
_FIGURES: Final = LazyPattern(
    r"\d|百分之|[二两三四五六七八九十百千万亿几]一?[成万亿元个家人户次倍]|一[成万亿元倍]"
)
_SPOKEN_WITHIN: Final = 8
"""Characters before a colon or dash in which the verb of speech stands."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: the spans of its parts inside their marks; several where words of the writer part it."""

    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Return the span from the first part to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def text(self, paper: str) -> str:
        """Return the words, the parts joined."""
        return "".join(part.of(paper) for part in self.parts)

    def apart(self, paper: str) -> tuple[Quotation, ...]:
        """Return the quotations it may be as well: whole sentences behind each other may be of two speakers."""
        groups = [[self.parts[0]]]
        for part in self.parts[1:]:
            if groups[-1][-1].of(paper)[-1:] in _ENDS:
                groups.append([part])
            else:
                groups[-1].append(part)
        return _long_enough(paper, groups)


def quotations_in(paper: str) -> tuple[Quotation, ...]:
    """Return the quotations of a text that are long enough to be looked up, in order."""
    spans = marked(paper)
    groups: list[list[Span]] = []
    for span in spans:
        if groups and _continues(paper, groups[-1][-1], span):
            groups[-1].append(span)
        else:
            groups.append([span])
    return _long_enough(paper, groups)


def _long_enough(paper: str, groups: list[list[Span]]) -> tuple[Quotation, ...]:
    found = (Quotation(tuple(group)) for group in groups)
    return tuple(one for one in found if letters(one.text(paper)) >= SHORTEST)


def introduces(words: str) -> bool:
    """Tell whether words of the writer end in saying that somebody speaks: 他的回答很短."""
    return _SPEECH.search(words[-_SPOKEN_WITHIN:]) is not None


def spoken_without_marks(sentence: str) -> Span | None:
    """Return the words behind a dash or colon that follow a verb of speech, with no quotation marks: 他答：…."""
    for mark in (*_OPENERS, *_COMMAS):
        for start in places_of(mark, sentence):
            tail = sentence[start + len(mark) :]
            if not introduces(sentence[:start]) or (mark in _COMMAS and tells_figures(tail)):
                continue
            if letters(tail) >= SHORTEST:
                end = start + len(mark) + len(tail.rstrip())
                return Span(end - len(tail.strip()), end)
    return None


def before_a_comment(sentence: str) -> tuple[Span, ...]:
    """Return the stretches of a sentence that may be copied words, before what the writer says of them.

    第三年喇叭哑了——这是最贴切的概括: whatever stands before a dash may be, before a comma only what is then told to be
    written or said. Stretches that tell figures are left out, and short ones.
    """
    found = []
    for mark in ("——", *_COMMAS):
        for place in places_of(mark, sentence):
            words, behind = sentence[:place], sentence[place + len(mark) :]
            told = mark not in _COMMAS or _COMMENT.match(behind)
            if told and letters(words) >= LONGEST_BY_CHANCE and not tells_figures(words):
                found.append(Span(len(words) - len(words.lstrip()), place))
    return tuple(found)


def within_a_telling(sentence: str) -> tuple[Span, ...]:
    """Return the stretches that may be copied words, right behind who says them and before what the writer adds.

    So of 创始人表示一家店离了店长就转不动，这与…不谋而合: the longest first.
    Stretches that tell figures are left out, and short ones.
    """
    said = _TELLS.search(sentence)
    if said is None:
        return ()
    begin, found = said.end(), []
    for comment in _ADDS.finditer(sentence, begin):
        words = sentence[begin : comment.start()]
        if letters(words) >= LONGEST_BY_CHANCE and not tells_figures(words):
            found.append(Span(begin, comment.start()))
    return tuple(reversed(found))


def places_of(mark: str, text: str) -> list[int]:
    """Return where a mark stands in a text."""
    return [found.start() for found in re.finditer(re.escape(mark), text)]


def tells_figures(words: str) -> bool:
    """Tell whether words behind a comma state figures, which are told of a source rather than copied from it."""
    return bool(_FIGURES.search(words))


def letters(text: str) -> int:
    """Return how many letters, digits and characters a text has."""
    return len(_LETTER.findall(text))


def marked(paper: str) -> list[Span]:
    """Return what stands inside the outermost quotation marks of a text, however short."""
    spans: list[Span] = []
    start, closing, opening, depth = -1, "", "", 0
    for place, char in enumerate(paper):
        if not closing:
            if char in _PAIRS:
                start, closing, opening, depth = place + 1, _PAIRS[char], char, 1
            continue
        if char == closing:
            depth -= 1
        elif char == opening:
            depth += 1
        if not depth or char == "\n":
            if not depth and place > start:
                spans.append(Span(start, place))
            closing = ""
    return spans


def _continues(paper: str, before: Span, after: Span) -> bool:
    """Tell whether only a few words of the writer stand between two parts: “…，”他说，“…”."""
    between = paper[before.end + 1 : after.start - 1]
    if not between.strip():
        return True
    joined = _BETWEEN.fullmatch(between) and _SPEECH.search(between) and between.rstrip()[-1] in "，,"
    return bool(joined) and paper[before.end - 1] in "，,、：；。！？…—" and len(between) <= 18
