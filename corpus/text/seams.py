"""Where articles glued into one page meet: the lines that look like titles, and what speaks for a seam."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.text.bylines import is_byline, may_be_names
from corpus.text.characters import count_han
from corpus.text.cohesion import unrelated
from corpus.text.page_lines import (
    ABOVE_TITLE,
    BUTTON,
    BUTTON_ABOVE,
    FURNITURE,
    SURELY_OUTSIDE,
    heads_page,
    names,
)
from corpus.text.seam_marks import marked_titles
from corpus.text.similarity import Fingerprints, fingerprint, similarity
from index.lazy_pattern import LazyPattern

_QUESTION: Final = LazyPattern(r"[?？]\Z|什么|怎么|怎样|如何|哪个|哪些|哪家|吗\Z|是否|为什么|为何")
_ENDS_NO_TITLE: Final = LazyPattern(r"[。；;，,：:、…．！!]\Z|[。；]")
_NUMBERED: Final = LazyPattern(
    r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、.．:：\s]|第[一二三四五六七八九十百\d]{1,4}[，,、章节编篇部条]|[-*•·●■◆#|>]"
)
_SITE_HEAD: Final = LazyPattern(r"[ ]?[-_|][ ]?")
_RULE: Final = LazyPattern(r"(?:[=\-*_~—－]\s*){5,}")
_RESTART: Final = LazyPattern(
    r"(?:\A|[\n。！？!?；;】])[^\n。！？!?；;]{0,8}?(?:1\s*[。.、．）)]|一\s*[、。]|第一[，,、]|（一）|\(一\))(?!\d)"
)
_CONTROL: Final = LazyPattern(
    r"(?:您(?:的|所在的)?(?:当前)?位置|当前位置)[:：]?.*|首页|[>》|×·\s]+|下载|打印|全屏|收藏|登录|注册|搜索|返回|分享[:：]?|无障碍"
    r"|[【\[]?\s*字[号体大][:：]?.*|加大|还原|减小|默认|[大中小]|】|来源[:：]?"
)
_UNDER_TITLE: Final = LazyPattern(
    r"(?:来源|作者|记者|发布时间|发布日期|时间|日期)\s*[:：]|——|[12]\d{3}[-年./]\d{1,2}"
)
_STAMPED: Final = LazyPattern(r"[\[(（]?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d{2}(?!\d))")
"""How an entry of a log begins, which may come again."""
_LONGEST_FURNITURE: Final = 120
_LONGEST_CONTROL: Final = 8
_MOST_CONTROLS: Final = 40
_REPEATED: Final = 0.55
_MOST_COMPARED: Final = 24
_LONGEST_TITLE: Final = 45
_SHORTEST_TITLE: Final = 6
_BODY: Final = 300
_FIRST_PARAGRAPH: Final = 120
_SHORT_PARAGRAPH: Final = 60
_WORTH_A_LOOK: Final = 0.4
"""How like two fingerprints must be before the texts are compared."""
_POINTING: Final = "↓↑→←▼▽▲△⬇⬆👇👆☟☝▶►◀◄>»"
"""Signs that point at a button of a page."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source, without its line break, beginning at ``start``."""

    start: int
    text: str
    stripped: str


def lines_of(text: str) -> list[Line]:
    """Return the lines of ``text``."""
    lines: list[Line] = []
    start = 0
    for line in text.split("\n"):
        lines.append(Line(start, line, line.strip()))
        start += len(line) + 1
    return lines


def is_furniture(line: str, head: str) -> str:
    """Return the kind of page furniture ``line`` is (stripped), empty if it is none."""
    if head and line == head:
        return "page_title_repeated"
    if len(line) > _LONGEST_FURNITURE:
        return ""
    if _RULE.fullmatch(line):
        return "rule"
    words = line.strip(_POINTING + " ")
    forms = {words, line} if words else ()
    return next((kind for kind, pattern in FURNITURE.items() if any(map(pattern.fullmatch, forms))), "")


def first_line(lines: Sequence[Line]) -> int:
    """Return the number of the line a text begins with: the first one, or the title below a page's buttons.

    Lines such as no text begins with (分享:, 首页 > 新闻) are passed over where a title follows; others only if every
    line above is a button or as short, two are known, and what stands below tells the title (a source, a date).
    """
    filled = [index for index in range(min(len(lines), 2 * _MOST_CONTROLS)) if lines[index].stripped]
    title = next(
        (index for index in filled if not _above_title(lines[index].stripped, first=index == filled[0])), 0
    )
    above = [lines[index].stripped for index in filled if index < title]
    if above and (names(lines[title].stripped) or any(map(ABOVE_TITLE.fullmatch, above))):
        return title
    if (
        len(filled) > 1
        and _SITE_HEAD.search(lines[filled[0]].stripped)
        and lines[filled[0]].stripped == page_title(lines)
    ):
        return filled[1]
    if len(filled) > 1 and _printed_above(lines[filled[0]].stripped, lines[filled[1]].stripped):
        return filled[1]
    known = 0
    for place, index in enumerate(filled[:_MOST_CONTROLS]):
        line = lines[index].stripped
        below = [lines[other].stripped for other in filled[place + 1 : place + 3]]
        titled = count_han(line) >= 5 and not _ENDS_NO_TITLE.search(line)
        if known >= 2 and titled and any(_UNDER_TITLE.match(text) for text in below):
            return index
        if len(line) > _LONGEST_CONTROL and not _CONTROL.fullmatch(line):
            break
        known += bool(_CONTROL.fullmatch(line))
    return filled[0] if filled else 0


def _printed_above(line: str, title: str) -> bool:
    """Tell whether a line is what a browser prints above the page that begins with a title."""
    return len(title) >= _SHORTEST_TITLE and heads_page(line, title)


def _above_title(line: str, *, first: bool) -> bool:
    """Tell whether a line is one of a page that no text begins with, or such as stands below one."""
    surely = BUTTON_ABOVE.fullmatch(line) or ABOVE_TITLE.fullmatch(line)
    return bool(
        surely or (not first and (BUTTON.fullmatch(line) or is_furniture(line, "") in SURELY_OUTSIDE))
    )


def page_title(lines: Sequence[Line]) -> str:
    """Return the page's title: the short first line that comes again further down, empty if there is none.

    A first line with a long paragraph right below is an article's title, not the page's.
    """
    first = next((index for index, line in enumerate(lines) if line.stripped), None)
    if first is None:
        return ""
    title = lines[first].stripped
    if (
        not 6 <= len(title) <= 120
        or _STAMPED.match(title)
        or _ENDS_NO_TITLE.search(title.replace(",", "").replace("，", ""))
    ):
        return ""
    if _may_be_title(lines, first, ""):
        return ""
    bracketed = f"【{title}】"
    again = any(line.stripped == title or line.stripped.startswith(bracketed) for line in lines[first + 1 :])
    return title if again else ""


def names_site(head: str) -> bool:
    """Tell whether a page's title names its site too: a line without one that comes again may be a refrain."""
    return _SITE_HEAD.search(head) is not None


def find_titles(lines: Sequence[Line], head: str) -> list[int]:
    """Return the line numbers of the articles' titles, or nothing where the text is one article.

    A title is a short line, neither numbered nor a sentence, directly above a long paragraph. A text is cut there
    only if two points speak for it: the page's own title comes again between the parts (2; inside one of them: 1),
    two parts say the same (2), two titles have a line with source or author below (2), two titles are
    questions (1), numbering begins anew (1), page furniture or a rule stands between the parts (1). Marks around
    the titles (:mod:`corpus.text.seam_marks`) decide alone, and so does it if no part speaks of what another does.
    """
    marked = marked_titles([line.stripped for line in lines], lambda line: is_furniture(line, head))
    if marked:
        return marked
    candidates = _long_enough(
        lines, [index for index in range(len(lines)) if _may_be_title(lines, index, head)]
    )
    if len(candidates) < 2:
        return _strangers(lines, head)
    points = _points(lines, candidates) + _comes_again(lines, candidates, head)
    if points >= 2 and _covers(lines, candidates):
        return candidates
    return _strangers(lines, head)


def _strangers(lines: Sequence[Line], head: str) -> list[int]:
    """Return the titles, all numbered or none, of texts none of which speaks of what another does."""
    first = next((index for index, line in enumerate(lines) if line.stripped), None)
    titles = [
        index
        for index in range(len(lines))
        if _may_be_title(lines, index, head, numbered=True, paragraph=_SHORT_PARAGRAPH)
    ]
    if first is None or len(titles) < 2 or titles[0] != first:
        return []
    kept = _long_enough(lines, titles)
    numbered = {bool(_NUMBERED.match(lines[title].stripped)) for title in kept}
    if len(kept) < 2 or kept[0] != first or len(numbered) > 1:
        return []
    met = _Bodies()
    for body in _bodies(lines, kept)[:_MOST_COMPARED]:
        met.takes(body)
    return kept if unrelated(met.once) else []


def _comes_again(lines: Sequence[Line], titles: Sequence[int], head: str) -> int:
    """Count how the page's own title comes again below the first article's title."""
    between = [line.stripped for line in lines[titles[0] : titles[-1]]] if head else []
    if head in between:
        return 2
    return int(any(line.startswith(f"【{head}】") for line in between))


def _may_be_title(
    lines: Sequence[Line], index: int, head: str, *, numbered: bool = False, paragraph: int = 0
) -> bool:
    """Tell whether this line could be the title of what follows."""
    line = lines[index].stripped
    if not 4 <= len(line) <= _LONGEST_TITLE or line == head or count_han(line) < 3:
        return False
    if (
        _ENDS_NO_TITLE.search(line)
        or (_NUMBERED.match(line) and not numbered)
        or is_byline(line)
        or (" " in line and may_be_names(line))
        or is_furniture(line, head)
    ):
        return False
    below = _below(lines, index)
    if below is None:
        return False
    if is_byline(lines[below].stripped):
        below = _below(lines, below)
    return below is not None and len(lines[below].stripped) >= (paragraph or _FIRST_PARAGRAPH)


def _below(lines: Sequence[Line], index: int) -> int | None:
    """Return the number of the next line with text, at most one blank line further down."""
    return next((n for n in range(index + 1, min(index + 3, len(lines))) if lines[n].stripped), None)


def _bodies(lines: Sequence[Line], titles: Sequence[int]) -> list[str]:
    """Return the text below each title, up to the next one."""
    ends = [*titles[1:], len(lines)]
    return [
        "\n".join(line.text for line in lines[begin + 1 : end])
        for begin, end in zip(titles, ends, strict=True)
    ]


def _long_enough(lines: Sequence[Line], titles: list[int]) -> list[int]:
    """Drop titles whose part would be too short for an article: they head a section of the one before."""
    kept: list[int] = []
    for place, title in enumerate(titles):
        end = titles[place + 1] if place + 1 < len(titles) else len(lines)
        if sum(len(line.stripped) for line in lines[title + 1 : end]) >= _BODY:
            kept.append(title)
    return kept


def _covers(lines: Sequence[Line], titles: Sequence[int]) -> bool:
    """Tell whether hardly any text stands above the first title: glued articles begin at the top."""
    above = sum(len(line.stripped) for line in lines[: titles[0]])
    return above <= 200


def _points(lines: Sequence[Line], titles: Sequence[int]) -> int:
    """Count what speaks for these titles being those of separate articles."""
    bodies = _bodies(lines, titles)
    points = 0
    if len(titles) <= 40 and _repeats(bodies):
        points += 2
    bylines = sum(
        1 for title in titles if (below := _below(lines, title)) and is_byline(lines[below].stripped)
    )
    if bylines >= 2:
        points += 2
    if sum(1 for title in titles if _QUESTION.search(lines[title].stripped)) >= 2:
        points += 1
    if sum(1 for body in bodies if _RESTART.search(body[:400])) >= 2:
        points += 1
    between = lines[titles[0] : titles[-1]]
    if any(line.stripped and is_furniture(line.stripped, "") for line in between):
        points += 1
    return points


class _Bodies:
    """Bodies of texts, each said ``once``; every one is looked at a single time."""

    def __init__(self) -> None:
        """Begin with none."""
        self.once: list[str] = []
        self._prints = Fingerprints()

    def takes(self, body: str) -> bool:
        """Take a body; tell whether none before it says the same, otherwise it is not taken."""
        own = fingerprint(body)
        for other in self._prints.like(own, _WORTH_A_LOOK):
            shorter, longer = sorted((len(body), len(self.once[other])))
            if shorter > 0.7 * longer and similarity(body, self.once[other]) >= _REPEATED:
                return False
        self._prints.add(len(self.once), own)
        self.once.append(body)
        return True


def _repeats(bodies: Sequence[str]) -> bool:
    """Tell whether two of the bodies say the same."""
    met = _Bodies()
    return not all(met.takes(body) for body in bodies)
