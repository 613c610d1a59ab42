"""Metrics by one name: synonyms made one, and the subject a metric carries in front taken off."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_NOISE = re.compile(
    r"[\s“”\"'（）()的]|^(?:全国|中国|我国|国内|全省|全市|全县|全区|其中)|^(?:实现|完成)(?=[一-鿿]{2})|累计(?=完成)|类(?=电商)|行业(?=规模)"
)
_BROUGHT_IN = re.compile(
    r"^(?:采收|收获|摘下|打下|(?:收|产|打)了?(?![入益费购取视藏治支缴款录发案储割值业能量品出权假妇击造工印开赢学看官]))了?"
    r"(?P<what>[一-鿿]{2,4})$"
)
"""What a harvest is told by: 收鲜枣 is 鲜枣产量."""
_ADDED = re.compile(r"(?:完成|实现|达到|约|为|共计|合计|总计|达|数)+$")


@cache
def _data() -> dict[str, Any]:
    """Return the dictionary of metrics."""
    return tomllib.loads((files("corpus.knowledge") / "metrics.toml").read_text(encoding="utf-8"))


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for all other forms of metrics, the longest first, and what each stands for."""
    usual = {form: name for name, forms in _data()["synonyms"].items() for form in forms}
    names = {*usual, *_data()["synonyms"]}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))), usual


@lru_cache(maxsize=8192)
def usual_metric(metric: str) -> str:
    """Return the usual name of a metric: 网络零售市场规模 → 网络零售规模, 生产总值 → 地区生产总值."""
    pattern, usual = _forms()
    plain = _ADDED.sub("", _NOISE.sub("", metric))
    for _ in range(3):
        shorter = _NOISE.sub("", pattern.sub(lambda match: usual.get(match[0], match[0]), plain))
        if shorter == plain:
            break
        plain = shorter
    brought = _BROUGHT_IN.match(plain)
    return f"{brought['what']}产量" if brought else plain


def subject_within(metric: str) -> tuple[str, str]:
    """Return the subject and the measure of a metric that names both: 预制菜规模 → 预制菜, 规模; else no subject."""
    for head in sorted(_data()["heads"]["market"], key=len, reverse=True):
        if metric.endswith(head) and len(metric) - len(head) >= 2:
            return metric.removesuffix(head), head
    return "", metric
