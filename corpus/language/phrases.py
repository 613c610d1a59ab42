"""How words are put together for people: titles, lists, asides, each as the language spoken writes them."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.language.catalogue import translate as _
from corpus.model.numbering import PageRef
from corpus.model.place import Place


def titled(title: str) -> str:
    """Return the title of an article as a title."""
    return _("《{title}》", title=title)


def page_name(page: PageRef | None) -> str:
    """Return what a page is called: its printed number where it is known, empty where there is no page."""
    if page is None:
        return ""
    if page.printed:
        return _("第 {page} 页", page=page.printed.replace("-", "–"))
    if not page.number.isdecimal():
        return page.number
    return _("PDF 第 {page} 页", page=page.number) if page.pdf else _("第 {page} 页", page=page.number)


def titled_at(place: Place) -> str:
    """Return the article of a place, with the name of its file where another article has the same title."""
    return with_file(titled(place.title), place.file)


def with_file(words: str, file: str) -> str:
    """Return what names an article with the name of its file beside it; ``file`` is empty where none has to be."""
    return f"{words} · {file}" if file else words


def placed(place: Place) -> str:
    """Return the article of a place, told apart from others of its title, and the page it begins on."""
    page = page_name(place.page)
    return f"{titled_at(place)} · {page}" if page else titled_at(place)


def quoted(text: str) -> str:
    """Return ``text`` between quotation marks."""
    return _("“{text}”", text=text)


def listed(names: Iterable[str]) -> str:
    """Return names one after another."""
    return _("、").join(names)


def labelled(name: str, value: str) -> str:
    """Return a value after what it is a value of."""
    return _("{name}：{value}", name=name, value=value)


def according_to(source: str) -> str:
    """Return whom a figure is attributed to."""
    name = source.removeprefix("据").strip()
    space = " " if name[:1].isascii() else ""
    return _("据{source}", source=space + name).replace("  ", " ")


def with_aside(text: str, aside: object) -> str:
    """Return ``text`` with something in brackets after it."""
    return _("{text}（{aside}）", text=text, aside=aside)


def passed_over_sentence(kinds: Iterable[tuple[str, int]]) -> str:
    """Return the sentence that tells of files no reader takes, by suffix and number."""
    counts = tuple(kinds)
    named = listed(_("{kind} {n} 个", kind=suffix or _("无后缀"), n=n) for suffix, n in counts)
    number = sum(n for _suffix, n in counts)
    return _("另有 {n} 个文件的格式还读不了，已略过：{kinds}", n=number, kinds=named)
