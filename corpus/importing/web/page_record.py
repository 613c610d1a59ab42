"""What a web page says of itself: meta lines, structured data, a public account's script, the saver's own remark."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from corpus.importing.record import first_of, stated
from corpus.importing.web.byline_rows import told_by_row
from corpus.importing.web.first_place import stood_first
from corpus.importing.web.page_scripts import published_record, script_record
from corpus.importing.web.page_state import KeptArticle, kept_article
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
_SINGLE_FILE: Final = LazyPattern(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+saved date:\s*(?P<day>[^\n]{6,80})",
    re.IGNORECASE,
)
_SAVED_FROM: Final = LazyPattern(r"<!-- saved from url=\(\d+\)(?P<url>\S+) -->")
_SITES: Final = frozenset(["WebSite", "NewsMediaOrganization", "Organization"])
"""What structured data calls the site an article stands on."""
_SHORTEST_BEFORE_SITE: Final = 3
_TAIL: Final = LazyPattern(r"\s*[-_|–—·]\s*[^-_|–—·]{2,24}\Z")
_MOST_AUTHORS, _LONGEST_NAME = 5, 40
_CALLED: Final = {
    "author": LazyPattern(
        r"(?:article|post|news|entry|art)?[_-]?(?:author|writer)(?:[_-]?name)?|byline__name|fn"
        r"|AuthorInfo-name|author-?info__?name",
        re.IGNORECASE,
    ),
    "container-title": LazyPattern(
        r"(?:article|post|news|art)?[_-]?(?:account|source|media)(?:[_-]?name)?", re.IGNORECASE
    ),
}
_FIRST_POST: Final = (
    ("//*[contains(@class,'authi')]//a[contains(@class,'xw1')]", "author"),
    ("//*[contains(concat(' ', @class, ' '), ' pls ')]//a[contains(@class,'xw1')]", "author"),
    ("//*[starts-with(@id,'authorposton')]", "issued"),
    ("//*[contains(@class,'authi')]//em", "issued"),
    ("//*[@class='readName']", "author"),
    ("//*[contains(@class,'AuthorInfo')]//meta[@itemprop='name']/@content", "author"),
    ("//*[contains(@class,'topic-meta-data')]//*[contains(@class,'names')]", "author"),
    ("//*[contains(@class,'post-date')]//*[contains(@class,'relative-date')]/@title", "issued"),
    ("//*[contains(@class,'ContentItem-time')]//*[contains(@data-tooltip,'发布于')]/@data-tooltip", "issued"),
    ("//*[contains(@class,'ContentItem-time')]", "issued"),
)
"""Where the programs of forums and of sites of questions keep who wrote a post and when."""
_A_DAY: Final = LazyPattern(r"(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})")
_CHANGED: Final = LazyPattern(r"更新|修改|修订|编辑于")
_WRITER: Final = LazyPattern(
    r"(?:(?:本报|本刊|见习)?记者|作者|撰文|文)[\s　]*[\s　:：|｜/／][\s　]*(?P<who>[\u3400-\u9fff·]{2,5})"
)
_NAME_PLACE: Final = LazyPattern(
    r"(?:^|[\s_-])(?:[\w-]*nick-?name|user-?name|(?:[\w-]*_)?author(?:[-_]?name)?|writer|read-?name)(?:$|\s)",
    re.IGNORECASE,
)
"""What pages call the place of a writer's name."""
_MOST_PARTS: Final = 60
_BEHIND_TITLE: Final = LazyPattern(r"\s*[-_|–—·]+\s*")
_NO_SITE: Final = LazyPattern(r"Powered by.*|.*(?:正文|频道|栏目|首页|文章|详情)|\W*", re.IGNORECASE)
_EDITION: Final = LazyPattern(r"(?<=[报刊社])(?:数字版|电子版|数字报|官网|网页版)$")
_LONGEST_SITE: Final = 16
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
_SHORTEST_TITLE, _COLUMN = 8, 6
"""Characters of a heading that is a title, and of a site's drawer that a browser shows in its place at most."""


def page_record(root: HtmlElement, source: str) -> tuple[Stated, ...]:
    """Return what the page states, the surest first: scholarly and official meta lines before general ones."""
    shown = tuple(_shown(root))
    found = (
        *_saved(source),
        *published_record(source),
        *shown,
        *_meta(root),
        *_structured(root),
        *_marked(root),
        *script_record(root),
        *_called(root),
        *_posted(root),
        *stood_first(root),
        *article_in_script(root).record,
    )
    found = tuple({(one.field, one.value): one for one in reversed(found)}.values())[::-1]
    kept = [one for one in found if not (one.field == "author" and one.value.startswith("http"))]
    if not first_of(kept, "title"):
        kept += stated("page", title=_title_by_class(root))
    title = first_of(kept, "title") or _page_title(root)
    below = tuple(dict.fromkeys(one for one in _below_title(root, title) if not first_of(kept, one.field)))
    if not first_of((*kept, *below), "publisher", "container-title"):
        kept += stated("html_title", publisher=_site_behind(root, title))
    kept += below
    if title and not first_of(kept, "title"):
        kept += stated("page" if _is_told_twice(root, title) else "html_title", title=title)
    return tuple(kept)


def article_in_script(root: HtmlElement) -> KeptArticle:
    """Return the article of the page as a script of it keeps it, told by the titles the page shows."""
    titles = (*root.iter("title"), *root.iter("h1"))
    return kept_article(root, [visible_text(one) or one.text or "" for one in titles])


def _shown(root: HtmlElement) -> Iterator[Stated]:
    """Yield what a public account's page shows in its own places."""
    places = (
        ("activity-name", "title"), ("js_name", "publisher"), ("js_author_name", "author"), ("publish_time", "issued"),
        ("thread_subject", "title"), ("subject_tpc", "title"),
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
    if any(field == "container-title" for _, field, _ in lines):
        yield from stated("html_meta", type="article-journal")
    for one in root.iter("link"):
        if (one.get("rel") or "").lower() == "canonical" and (one.get("href") or "").startswith("http"):
            yield from stated("html_meta", URL=one.get("href") or "")
    language = root.get("lang") or ""
    yield from stated("html_meta", language=language)


def _marked(root: HtmlElement) -> Iterator[Stated]:
    """Yield the author and the day that elements of an article are marked as."""
    for one in root.xpath("//*[@rel='author' or @itemprop='author']")[:_MOST_AUTHORS]:
        named = one.xpath(".//*[@itemprop='name']") or [one]
        words = " ".join(visible_text(named[0]).split())
        yield from stated("html_meta", author=_LABEL.sub("", words)[:_LONGEST_NAME])
    for one in root.xpath("//article//time[@datetime] | //header//time[@datetime]")[:1]:
        yield from stated("html_meta", issued=one.get("datetime") or "")


def _posted(root: HtmlElement) -> Iterator[Stated]:
    """Yield who wrote the first post of a thread or an answer and when, by the programs such sites run on."""
    for path, field in _FIRST_POST:
        for one in root.xpath(path)[:1]:
            told = one if isinstance(one, str) else visible_text(one)
            day = _A_DAY.search(told) if field == "issued" else None
            yield from stated("html_class", **{field: day[0] if day else told})
    for one in root.xpath("(//h1)[1]/following::time[@datetime]")[:1]:
        yield from stated("html_class", issued=one.get("datetime") or "")


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
            if _is_leaf(element, words) and len(words) <= _LONGEST_NAME and any(map(called.fullmatch, marks)):
                told[field].append(_LABEL.sub("", words))
    for field, names in told.items():
        if len(set(names)) == 1 and _A_NAME.fullmatch(names[0]):
            yield from stated("html_class", **{field.replace("-", "_"): names[0]})


def _below_title(root: HtmlElement, title: str) -> Iterator[Stated]:
    """Yield the day, and who wrote by the name of its place or its label, that stand between title and text."""
    begun, read = False, 0
    for element in root.iter():
        words = " ".join((element.text or "").split()) if isinstance(element.tag, str) else ""
        if begun and isinstance(element.tag, str):
            yield from told_by_row(element)
        if not words:
            continue
        begun = begun or (words == title and name_of(element) != "title")
        read += begun
        if (begun and len(words) >= _LONG_TEXT and words[-1] in "。！？") or read > _MOST_PARTS:
            break
        if not begun or len(words) > _LONGEST_NAME or words == title:
            continue
        day = None if _CHANGED.search(words) else _A_DAY.search(words)
        yield from stated("html_class", issued=day[0] if day else "")
        label, parent = _WRITER.fullmatch(words), element.getparent()
        around = (element, parent) if parent is not None and name_of(element) == "a" else (element,)
        named = any(_NAME_PLACE.search(one.get("class") or "") for one in around) and _A_NAME.fullmatch(words)
        yield from stated("html_class", author=label["who"] if label else words if named else "")


def _is_leaf(element: HtmlElement, words: str) -> bool:
    """Tell whether an element holds nothing but words, or a link around all of them."""
    if len(element) == 1 and name_of(element[0]) == "a":
        return " ".join(visible_text(element[0]).split()) == words
    return len(element) == 0


def _structured(root: HtmlElement) -> Iterator[Stated]:
    """Yield what JSON-LD says of an article."""
    for one in root.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(one.text or "")
        except (ValueError, RecursionError):
            continue
        nodes = list(_nodes(data))
        for node in nodes:
            if node.get("headline") or "Article" in str(node.get("@type")):
                yield from stated(
                    "json_ld",
                    title=_named(node.get("headline")),
                    author=_names(node.get("author")),
                    publisher=_names(node.get("publisher")),
                    issued=_named(node.get("datePublished")),
                    URL=_named(node.get("url")) or _address(node.get("mainEntityOfPage")),
                )
        for node in nodes:
            if str(node.get("@type")) in _SITES:
                yield from stated("json_ld", publisher=_named(node.get("name")))


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for one in data[:50]:
            yield from _nodes(one)
    elif isinstance(data, Mapping):
        yield data
        if isinstance(data.get("@graph"), list):
            yield from _nodes(data["@graph"])


def _address(value: Any) -> str:
    """Return the address of the page an article is the main thing of, where it is one."""
    told = value.get("@id") if isinstance(value, Mapping) else value
    return told if isinstance(told, str) and told.startswith("http") else ""


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


def _saved(source: str) -> Iterator[Stated]:
    """Yield the address and the day the program that saved the page wrote on top of it."""
    if match := _SINGLE_FILE.search(source, 0, 20_000):
        yield from stated("saver", URL=match["url"], accessed=match["day"].partition(" (")[0].strip())
    elif match := _SAVED_FROM.search(source, 0, 5_000):
        yield from stated("saver", URL=match["url"])


def _before_site(told: str, heading: str) -> bool:
    """Tell whether the title of a page is this heading and the name of its site."""
    return told.startswith(heading) and bool(re.match(r"\s*[-–—_|｜]", told[len(heading) :]))


def _is_told_twice(root: HtmlElement, title: str) -> bool:
    """Tell whether the only heading of the first level and what a browser shows of the page begin with the title."""
    heads = [" ".join(visible_text(one).split()) for one in root.iter("h1")]
    told = next((" ".join((one.text or "").split()) for one in root.iter("title")), "")
    return heads == [title] and told.startswith(title)


def _site_behind(root: HtmlElement, title: str) -> str:
    """Return the name of the site that stands behind its title in what a browser shows of a page."""
    told = next((" ".join((one.text or "").split()) for one in root.iter("title")), "")
    _, found, behind = told.partition(title) if title else ("", "", "")
    if not found or not _BEHIND_TITLE.match(behind):
        return ""
    parts = [one.strip() for one in _BEHIND_TITLE.split(behind)]
    named = [one for one in parts if one and not _NO_SITE.fullmatch(one)]
    named = [_EDITION.sub("", one) for one in named]
    return named[-1] if named and len(named[-1]) <= _LONGEST_SITE else ""


def _shown_before_site(root: HtmlElement, told: str) -> str:
    """Return the shortest beginning of a page's title, up to where a site may follow, that the page shows alone."""
    shown = {
        (one.text or "").strip()
        for one in root.iter()
        if isinstance(one.tag, str) and name_of(one) != "title"
    }
    ends = (match.start() for match in _BEHIND_TITLE.finditer(told))
    return next((told[:end] for end in ends if end >= _SHORTEST_HEADING and told[:end] in shown), "")


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
    told = next((" ".join((one.text or "").split()) for one in root.iter("title")), "")
    headings = root.xpath("//h1 | //h2 | //h3 | //h4")[:_MOST_HEADINGS]
    shown = [" ".join(visible_text(one).split()) for one in headings]
    if len(heads) == 1 and len(heads[0]) >= 4:
        other = next((one for one in shown if one != heads[0] and _before_site(told, one)), "")
        return other if other and told.endswith(heads[0]) else heads[0]
    first = next((one for one in shown if len(one) >= _SHORTEST_BEFORE_SITE and _before_site(told, one)), "")
    if first:
        return first
    inside = [one for one in shown if len(one) >= _SHORTEST_HEADING and one in told]
    if inside:
        return max(inside, key=len)
    alone = _shown_before_site(root, told)
    if alone:
        return alone
    above = root.xpath("//h1") or root.xpath("//h2") or root.xpath("//h3")
    named = " ".join(visible_text(above[0]).split()) if len(above) == 1 else ""
    if len(named) >= _SHORTEST_TITLE and len(_BEHIND_TITLE.split(told)[0]) <= _COLUMN:
        return named
    bare = _TAIL.sub("", told)
    return bare if len(bare) >= 6 else told
