"""Bibliographies for other programs, whole."""

from __future__ import annotations

import json
from typing import Any

from corpus.report.bibliography import to_bibtex, to_csljson, to_ris

ITEMS: list[dict[str, Any]] = [
    {
        "id": "甲 2021", "type": "article-journal", "title": "Cost & benefit of 50% {off}", "DOI": "10.1/a_b",
        "container-title": "海棠学报", "author": [{"literal": "海棠研究院"}, {"family": "Berg", "given": "Anna"}],
        "issued": {"date-parts": [[2021, 3]]}, "volume": "4", "issue": "2", "page": "61-66",
    },
    {
        "id": "甲 2021", "type": "webpage", "title": "网页", "URL": "https://e.org/{x}",
        "accessed": {"date-parts": [[2026, 7, 2]]},
    },
]  # fmt: skip


def test_bibtex_escapes_and_keeps_keys_apart() -> None:
    assert to_bibtex(ITEMS) == (
        "@article{甲-2021,\n"
        "  author = {{海棠研究院} and Berg, Anna},\n"
        "  title = {Cost \\& benefit of 50\\% \\{off\\}},\n"
        "  volume = {4},\n  number = {2},\n  doi = {10.1/a_b},\n  journal = {海棠学报},\n"
        "  pages = {61--66},\n  year = {2021},\n}\n\n"
        "@misc{甲-2021-2,\n  title = {网页},\n  url = {https://e.org/%7Bx%7D},\n  urldate = {2026-07-02},\n}\n"
    )


def test_ris_names_every_field() -> None:
    assert to_ris(ITEMS).replace("\r\n", "\n") == (
        "TY  - JOUR\nID  - 甲 2021\nAU  - 海棠研究院\nAU  - Berg, Anna\nTI  - Cost & benefit of 50% {off}\n"
        "T2  - 海棠学报\nVL  - 4\nIS  - 2\nDO  - 10.1/a_b\nPY  - 2021\nDA  - 2021/03//\nSP  - 61\nEP  - 66\nER  - \n\n"
        "TY  - ELEC\nID  - 甲 2021\nTI  - 网页\nUR  - https://e.org/{x}\nY2  - 2026/07/02/\nER  - \n\n"
    )


def test_csl_json_gives_the_items_as_they_are() -> None:
    assert json.loads(to_csljson(ITEMS)) == ITEMS
