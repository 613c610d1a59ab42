"""What a web page says of itself: meta lines, structured data, a public account's script, the saver's own remark."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from corpus.importing.record import first_of, stated
from corpus.importing.web.tree import name_of, visible_text
from corpus.model.source import Stated
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META: Final[Mapping[str, str]] = {
    "og:title": "title", "citation_title": "title", "articletitle": "title", "dc.title": "title",
    "twitter:title": "title",
    "author": "author", "citation_author": "author", "article:author": "author", "dc.creator": "author",
    "og:article:author": "author",
    "pubdate": "issued", "article:published_time": "issued", "citation_publication_date": "issued",
    "citation_date": "issued", "dc.date": "issued", "publishdate": "issued", "publish_date": "issued",
    "og:release_date": "issued", "date": "issued", "weibo:article:create_at": "issued", "firstcreatetime": "issued",
    "datepublished": "issued",
    "citation_journal_title": "container-title", "citation_volume": "volume", "citation_issue": "issue",
    "citation_doi": "DOI", "citation_firstpage": "page",
    "contentsource": "publisher", "og:site_name": "publisher", "citation_publisher": "publisher",
    "dc.publisher": "publisher", "mediaid": "publisher", "sitename": "publisher", "application-name": "publisher",
    "og:url": "URL", "url": "URL",
}  # fmt: skip
_ACCOUNT: Final = LazyPattern(
    r"""var\s+nickname\s*=\s*(?:htmlDecode\()?["']([^"'\n]{1,60})["']|nick_name\s*[:=]\s*["']([^"'\n]{1,60})["']"""
)
_SECONDS: Final = LazyPattern(
    r"""(?:var\s+)?(?:ct|svr_time_publish|createTimestamp)\s*[:=]\s*["']?(1\d{9})["']?"""
)
_WRITTEN: Final = LazyPattern(
    r"""(?:var\s+)?(?:publish_?time|createTime|pubdate|publish_?date|datePublished)["']?\s*[:=]\s*["'](\d{4}[-/年]\d{1,2}[-/月]\d{1,2}[^"'\n]{0,20})["']""",
    re.IGNORECASE,
)
_SOURCE: Final = LazyPattern(
    r"""(?:var\s+)?(?:article_?source|source_?name|media_?name)["']?\s*[:=]\s*["']([\u3400-\u9fffA-Za-z]{2,16})["']""",
    re.IGNORECASE,
)
_MESSAGE_TITLE: Final = LazyPattern(r"""var\s+msg_title\s*=\s*["'](.{1,200}?)["']\s*(?:\.html|;|\n)""")
_SINGLE_FILE: Final = LazyPattern(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+saved date:\s*(?P<day>[^\n]{6,80})",
    re.IGNORECASE,
)
_SAVED_FROM: Final = LazyPattern(r"<!-- saved from url=\(\d+\)(?P<url>\S+) -->")
_SHORTEST_BEFORE_SITE: Final = 3
_TAIL: Final = LazyPattern(r"\s*[-_|–—·]\s*[^-_|–—·]{2,24}\Z")
_MOST_AUTHORS, _LONGEST_NAME = 5, 40
_CALLED: Final = {
    "author": LazyPattern(
        r"(?:article|post|news|entry|art)?[_-]?(?:author|writer)(?:[_-]?name)?|byline__name", re.IGNORECASE
    ),
    "container-title": LazyPattern(
        r"(?:article|post|news|art)?[_-]?(?:account|source|media)(?:[_-]?name)?", re.IGNORECASE
    ),
}
_LABEL: Final = LazyPattern(
    r"^(?:作者|文|撰文|记者|来源|文章来源|公众号|媒体)[\s　]*[:：/／|｜]?[\s　]*(?=\S)|^[Bb]y:?\s+"
)
_A_NAME: Final = LazyPattern(r"[\u3400-\u9fffA-Za-z][\u3400-\u9fffA-Za-z0-9·.' -]{1,23}")
_LONG_TEXT: Final = 40
"""A paragraph of so many characters is the text itself."""
_SHORTEST_HEADING, _MOST_HEADINGS = 6, 20
_CALLED_TITLE: Final = LazyPattern(
    r"(?:^|[\s_-])(?:(?:con|art|arti|article|news|detail|content|info|xl|main|page|doc|text|wz)?[_-]?(?:title|tit|bt|biaoti)"
    r"|headline)(?:$|\s)",
    re.IGNORECASE,
)
_LONGEST_TITLE: Final = 80
_CHINA: Final = timezone(timedelta(hours=8))


def page_record(root: HtmlElement, source: str) -> tuple[Stated, ...]:
    """Return what the page states, the surest first: scholarly and official meta lines before general ones."""
    shown = tuple(_shown(root))
    found = (
        *_saved(source),
        *shown,
        *_meta(root),
        *_structured(root),
        *_marked(root),
        *_scripts(root),
        *_called(root),
    )
    kept = [one for one in found if not (one.field == "author" and one.value.startswith("http"))]
    if not first_of(kept, "title"):
        kept += stated("page", title=_title_by_class(root))
    title = first_of(kept, "title") or _page_title(root)
    if title and not first_of(kept, "title"):
        kept += stated("html_title", title=title)
    return tuple(kept)


def _shown(root: HtmlElement) -> Iterator[Stated]:
    """Yield what a public account's page shows in its own places."""
    places = (
        ("activity-name", "title"), ("js_name", "publisher"), ("js_author_name", "author"), ("publish_time", "issued"),
    )  # fmt: skip
    if root.xpath("//*[@id='activity-name' or @id='js_name']"):
        small = root.xpath("//*[contains(concat(' ', @class, ' '), ' rich_media_meta_text ')]")
        told = [visible_text(one).strip() for one in small if one.get("id") != "publish_time"]
        for name in [one for one in told if one != "原创"][:1]:
            yield from stated("page", author=name)
    for identity, field in places:
        for one in root.xpath(f"//*[@id='{identity}']")[:1]:
            yield from stated("page", **{field.replace("-", "_"): visible_text(one)})


def _meta(root: HtmlElement) -> Iterator[Stated]:
    order = {name: place for place, name in enumerate(_META)}
    lines: list[tuple[int, str, str]] = []
    for one in root.iter("meta"):
        name = (one.get("name") or one.get("property") or one.get("itemprop") or "").lower()
        if name in _META and (one.get("content") or "").strip():
            lines.append((order[name], _META[name], one.get("content") or ""))
    for _place, field, content in sorted(lines, key=lambda line: line[0]):
        yield from stated("html_meta", **{field.replace("-", "_"): content})
    for one in root.iter("link"):
        if (one.get("rel") or "").lower() == "canonical" and (one.get("href") or "").startswith("http"):
            yield from stated("html_meta", URL=one.get("href") or "")
    language = root.get("lang") or ""
    yield from stated("html_meta", language=language)


def _marked(root: HtmlElement) -> Iterator[Stated]:
    """Yield the author and the day that elements of an article are marked as."""
    for one in root.xpath("//*[@rel='author' or @itemprop='author']")[:_MOST_AUTHORS]:
        yield from stated("html_meta", author=" ".join(visible_text(one).split())[:_LONGEST_NAME])
    for one in root.xpath("//article//time[@datetime] | //header//time[@datetime]")[:1]:
        yield from stated("html_meta", issued=one.get("datetime") or "")


def _called(root: HtmlElement) -> Iterator[Stated]:
    """Yield who wrote and whose account it is by what the page calls the words between its title and its text."""
    heads = list(root.iter("h1"))
    if len(heads) != 1:
        return
    told: dict[str, list[str]] = {"author": [], "container-title": []}
    begun = False
    for element in root.iter():
        begun = begun or element is heads[0]
        if not begun or element is heads[0] or not isinstance(element.tag, str):
            continue
        words = " ".join(visible_text(element).split())
        if name_of(element) == "p" and len(words) >= _LONG_TEXT:
            break
        marks = (element.get("class") or "").split()
        for field, called in _CALLED.items():
            if len(element) == 0 and len(words) <= _LONGEST_NAME and any(map(called.fullmatch, marks)):
                told[field].append(_LABEL.sub("", words))
    for field, names in told.items():
        if len(set(names)) == 1 and _A_NAME.fullmatch(names[0]):
            yield from stated("html_class", **{field.replace("-", "_"): names[0]})


def _structured(root: HtmlElement) -> Iterator[Stated]:
    """Yield what JSON-LD says of an article."""
    for one in root.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(one.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if node.get("headline") or "Article" in str(node.get("@type")):
                yield from stated(
                    "json_ld",
                    title=_named(node.get("headline")),
                    author=_names(node.get("author")),
                    publisher=_names(node.get("publisher")),
                    issued=_named(node.get("datePublished")),
                    URL=_named(node.get("url")),
                )


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for one in data[:50]:
            yield from _nodes(one)
    elif isinstance(data, Mapping):
        yield data
        if isinstance(data.get("@graph"), list):
            yield from _nodes(data["@graph"])


def _named(value: Any) -> str:
    return (
        str(value.get("name") or "")
        if isinstance(value, Mapping)
        else value
        if isinstance(value, str)
        else ""
    )


def _names(value: Any) -> list[str]:
    return [name for one in (value if isinstance(value, list) else [value]) if (name := _named(one))]


def _scripts(root: HtmlElement) -> Iterator[Stated]:
    """Yield what only a script of the page holds: account, title, day."""
    text = "\n".join(one.text or "" for one in root.iter("script"))
    if match := _ACCOUNT.search(text):
        yield from stated("script", publisher=match[1] or match[2] or "")
    if match := _MESSAGE_TITLE.search(text):
        yield from stated("script", title=match[1])
    if match := _SECONDS.search(text):
        day = datetime.fromtimestamp(int(match[1]), tz=UTC).astimezone(_CHINA).date()
        yield from stated("script", issued=day.isoformat())
    if match := _WRITTEN.search(text):
        yield from stated("script", issued=match[1])
    if match := _SOURCE.search(text):
        yield from stated("script", publisher=match[1])


def _saved(source: str) -> Iterator[Stated]:
    """Yield the address and the day the program that saved the page wrote on top of it."""
    if match := _SINGLE_FILE.search(source, 0, 20_000):
        yield from stated("saver", URL=match["url"], accessed=match["day"].partition(" (")[0].strip())
    elif match := _SAVED_FROM.search(source, 0, 5_000):
        yield from stated("saver", URL=match["url"])


def _before_site(told: str, heading: str) -> bool:
    """Tell whether the title of a page is this heading and the name of its site."""
    return told.startswith(heading) and bool(re.match(r"\s*[-–—_|｜]", told[len(heading) :]))


def _title_by_class(root: HtmlElement) -> str:
    """Return the text of the only element that is called the title, where the page has no headings. Else nothing."""
    if root.xpath("//h1 | //h2 | //h3"):
        return ""
    called = [
        " ".join(visible_text(one).split())
        for one in root.xpath("//body//*[(@class or @id) and not(.//a) and not(ancestor::a)]")
        if _CALLED_TITLE.search(f"{one.get('class') or ''} {one.get('id') or ''}")
    ]
    return called[0] if len(called) == 1 and _SHORTEST_HEADING < len(called[0]) <= _LONGEST_TITLE else ""


def _page_title(root: HtmlElement) -> str:
    """Return the page's only h1, else its title without the name of the site behind it."""
    heads = [text for one in root.iter("h1") if (text := " ".join(visible_text(one).split()))]
    if len(heads) == 1 and len(heads[0]) >= 4:
        return heads[0]
    told = next((" ".join((one.text or "").split()) for one in root.iter("title")), "")
    headings = root.xpath("//h1 | //h2 | //h3 | //h4")[:_MOST_HEADINGS]
    shown = [" ".join(visible_text(one).split()) for one in headings]
    first = next((one for one in shown if len(one) >= _SHORTEST_BEFORE_SITE and _before_site(told, one)), "")
    if first:
        return first
    inside = [one for one in shown if len(one) >= _SHORTEST_HEADING and one in told]
    if inside:
        return max(inside, key=len)
    bare = _TAIL.sub("", told)
    return bare if len(bare) >= 6 else told
