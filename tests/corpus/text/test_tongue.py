"""The language of texts and titles, and what citing makes of it."""

from __future__ import annotations

import sys

import pytest

from corpus.report.citations.citing import cite
from corpus.text.tongue import tag_of, tongue_of

TITLES = {
    "zh-CN": (
        "电子商务", "AIGC时代", "基于Python和TensorFlow的Convolutional Neural Network研究",
        "浅谈日语助词「は」与「が」的区别", "优の良品", "优衣库（ユニクロ）的经营",
    ),
    "zh-Hant": ("臺灣電子商務發展報告",),
    "ja": ("コンビニ業界の現状と課題", "日本語の文法", "吾輩は猫である", "台湾のデジタル経済"),
    "ko": ("한국 전자상거래",),
    "en": ("The Wealth of Nations", "Deep Learning", "On the Meaning of 道 in Early Texts", "Café Culture in China"),
    "de": ("Kapital und Arbeit", "Zur Kritik der politischen Ökonomie"),
    "fr": ("Le Capital au XXIe siècle", "À la recherche du temps perdu"),
    "es": ("Cien años de soledad",),
    "it": ("Il nome della rosa",),
    "ru": ("История России", "Основы экономики"),
    "uk": ("Електронна комерція в Україні",),
    "vi": ("Thương mại điện tử",),
    "el": ("Ελληνική ιστορία",),
    "": ("", "2019", "Naïve Bayes", "La vie", "Historia de la ciencia", "История на България"),
}  # fmt: skip
"""Titles by the tag of their language; those of the last row do not tell it."""


@pytest.mark.parametrize(("tag", "title"), [(tag, one) for tag, titles in TITLES.items() for one in titles])
def test_that_a_title_tells_its_language_or_nothing(tag: str, title: str) -> None:
    assert tongue_of(title) == tag


@pytest.mark.parametrize(
    ("name", "tag"), [("chi", "zh-CN"), ("English", "en"), ("日文", "ja"), ("zh_TW", "zh-TW"), ("tlh", "tlh")]
)
def test_that_a_language_is_known_by_what_programs_call_it(name: str, tag: str) -> None:
    assert tag_of(name) == tag


@pytest.mark.parametrize(
    ("title", "mark", "others"),
    [
        ("Основы экономики", "(", "и др."),
        ("Zur Kritik der politischen Ökonomie", "(", "et al"),
        ("Naïve Bayes", "(", "et al"),
        ("コンビニ業界の現状と課題", "（", "ほか"),
        ("电商概论", "（", "等"),
    ],
)
def test_that_only_eastern_works_are_cited_with_full_marks(title: str, mark: str, others: str) -> None:
    names = [{"family": one, "given": "A"} for one in ("Weber", "Simmel", "Sombart", "Lenz")]
    item = {"id": "x", "type": "book", "title": title, "author": names, "issued": {"date-parts": [[2004]]}}
    (cited,) = cite([item], "gbt7714-2025-author-date")
    assert cited.mark.startswith(mark)
    assert f"，{others}" in cited.text


def test_that_no_whole_text_is_kept_for_its_language() -> None:
    text = "".join(["县城的网店这几年变了样。"] * 5000)
    before = sys.getrefcount(text)
    assert tongue_of(text) == "zh-CN"
    assert sys.getrefcount(text) == before
