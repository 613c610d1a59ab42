"""Which source a paper names for a quotation, and whether a text can be that source."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.audit.cited.agreement import Agreement, agreement, mentions
from corpus.audit.cited.named_source import NamedSource, pages_of
from corpus.audit.cited.naming import sources_named
from corpus.audit.cited.second_hand import is_second_hand
from corpus.audit.cited.source_list import SourceList
from corpus.model.span import Span
from tests.lines import every

WORDS = "船比桥更懂得一条河"
LISTED = "\n\n参考文献\n[1] 沈舟. 渡口考[M]. 江岸: 江岸出版社, 2019: 12-14.\n[2] 转引自韩璐，第3页。\n"
COUNTED = "\n\n## 参考文献\n\n1. 沈舟. 渡口考[M]. 江岸: 江岸出版社, 2019.\n2. 韩璐. 桥与船[M]. 江岸, 2020.\n"
NOTES = (
    "\n① 沈舟：《渡口考》，江岸：江岸出版社，2019年，第12页。\n② 同上，第15页。\n③ 韩璐：《桥与船》，江岸：江岸出版社，"
    "2020年，第3页。\n④ 同①。\n⑤ 同前注②，第20-21页。\n⑥ 同上注。\n⑦ 这一句是船工说的。\n⑧ 同上。\n"
    "⑩ 同上。\n⑪ 韩璐：《桥与船》，江岸：江岸出版社，2020年；沈舟：《渡口考》，2019年。\n⑫ 同⑪。\n"
)


def named(paper: str) -> list[tuple[tuple[str, ...], str, str]]:
    start = paper.index(WORDS)
    found = sources_named(paper, Span(start, start + len(WORDS)), SourceList(paper))
    return [(one.names, one.title, one.year) for one in found]


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [
        (f"“{WORDS}”（沈舟，2019：12）。", [(("沈舟",), "", "2019")]),
        (f"“{WORDS}。”（沈舟、韩璐，2019a，第12页）", [(("沈舟", "韩璐"), "", "2019")]),
        (f"“{WORDS}”（参见沈舟等，2019；韩璐，2020）。", [(("沈舟",), "", "2019"), (("韩璐",), "", "2020")]),
        (f'"{WORDS}" (Brown & Lee, 2018, pp. 3-4).', [(("Brown", "Lee"), "", "2018")]),
        (f"“{WORDS}”（《渡口考证录》，第3页）。", [((), "渡口考证录", "")]),
        (f"“{WORDS}”[1]。{LISTED}", [(("沈舟",), "渡口考", "2019")]),
        (f"“{WORDS}”[1]。{COUNTED}", [(("沈舟",), "渡口考", "2019")]),
        (f"“{WORDS}”（沈舟，2019）。{LISTED}", [(("沈舟",), "渡口考", "2019")]),
        (f"正如沈舟（2019）指出，“{WORDS}”。", [(("沈舟",), "", "2019")]),
        (f"据江岸研究院《渡口年度观察》显示，“{WORDS}”。", [(("江岸研究院",), "渡口年度观察", "")]),
        (f"沈舟在《渡口考证录》中写道：“{WORDS}”。", [(("沈舟",), "渡口考证录", "")]),
    ],
)
def test_which_source_is_named(paper: str, wanted: list[tuple[tuple[str, ...], str, str]]) -> None:
    assert named(paper) == wanted


@every(
    "paper",
    [
        f"“{WORDS}”[2]。{LISTED}",
        f"“{WORDS}”[1-2]。{LISTED}",
        f"“{WORDS}”[7]。{LISTED}",
        f"“{WORDS}”（见图3，2020）。",
        f"“{WORDS}”（同上，2019）。",
        f"“{WORDS}”（访谈A03，2021）。",
        f"与沈舟（2019）不同，有人写道：“{WORDS}”。",
        f"针对沈舟（2019），他说：“{WORDS}”。",
        f"沈舟读《渡口考证录》时说：“{WORDS}”。",
        f"沈舟评《渡口考证录》指出，“{WORDS}”。",
        f"“{WORDS}”。沈舟（2019）不以为然。",
        f"沈舟说：“{WORDS}”。",
    ],
)
def test_that_what_cannot_be_read_for_certain_names_none(paper: str) -> None:
    assert named(paper) == []


@pytest.mark.parametrize(
    ("mark", "wanted"),
    [
        ("②", [("渡口考", (15, 15))]),
        ("④", [("渡口考", (12, 12))]),
        ("⑤", [("渡口考", (20, 21))]),
        ("⑥", [("渡口考", (20, 21))]),
        ("⑧", []),
        ("⑩", []),
        ("⑫", []),
    ],
)
def test_that_a_note_that_points_back_names_what_that_note_does(mark: str, wanted: list[Any]) -> None:
    paper = f"“{WORDS}”{mark}。{NOTES}"
    start = paper.index(WORDS)
    found = sources_named(paper, Span(start, start + len(WORDS)), SourceList(paper))
    assert [(one.title, one.pages) for one in found] == wanted


EARLIER = "“桥是后来的事”（沈舟，2019：12）。"


@every(
    ("paper", "wanted"),
    [
        (f"{EARLIER}他又说“{WORDS}”（同上，第13页）。", [("沈舟", (13, 13))]),
        (f"{EARLIER}他又说“{WORDS}”（同上）。", [("沈舟", (12, 12))]),
        (f"{EARLIER}（船工语）又说“{WORDS}。”（同前书：13-14）", [("沈舟", (13, 14))]),
        (f"“Bridges” (Brown, 2018: 3) and “{WORDS}” (ibid., p. 4).", [("Brown", (4, 4))]),
        (f"{EARLIER}“水浅”（同上，第14页），“{WORDS}”（同上，第15页）。", [("沈舟", (15, 15))]),
        (f"“桥是后来的事”[1]12，又说“{WORDS}”（同上，第13页）。{LISTED}", [("沈舟", (13, 13))]),
        (f"{EARLIER}韩璐（2020）不同意，“{WORDS}”（同上，第13页）。", []),
        (f"{EARLIER}《桥与船》里说“{WORDS}”（同上，第13页）。", []),
        (f"“桥”（沈舟，2019；韩璐，2020），“{WORDS}”（同上，第13页）。", []),
        (f"{EARLIER}“{WORDS}”（同上，2019）。", []),
        (f"{EARLIER}{'河面很宽。' * 130}“{WORDS}”（同上，第13页）。", []),
        (f"“{WORDS}”（同上，第13页）。", []),
    ],
)
def test_that_a_bracket_that_points_back_names_the_source_named_last(paper: str, wanted: list[Any]) -> None:
    start = paper.index(WORDS)
    found = sources_named(paper, Span(start, start + len(WORDS)), SourceList(paper))
    assert [(one.names[0], one.pages) for one in found] == wanted


def test_that_notes_pointing_back_without_end_come_to_an_end() -> None:
    paper = f"“{WORDS}”[900]。\n" + "".join(f"[{number}] 同上。\n" for number in range(1, 901))
    assert named(paper) == []


def item(**fields: Any) -> dict[str, Any]:
    found: dict[str, Any] = {key.replace("_", "-"): value for key, value in fields.items()}
    names = found.pop("author", "")
    return found | ({"author": [{"literal": one} for one in names.split("、")]} if names else {})


BOOK = item(title="渡口考", author="沈舟", publisher="江岸出版社")
REPORT = item(title="2019年渡口年度观察", author="江岸研究院", publisher="江岸研究院")


@every(
    ("source", "held", "wanted"),
    [
        (NamedSource("", ("沈舟",)), BOOK, Agreement.AGREES),
        (NamedSource("", ("韩璐",)), BOOK, Agreement.DIFFERS),
        (NamedSource("", ("韩璐", "沈舟")), BOOK, Agreement.AGREES),
        (NamedSource("", ("韩璐",)), item(title="渡口考", publisher="江岸出版社"), Agreement.UNKNOWN),
        (NamedSource("", ("韩璐",)), item(title="渡口考"), Agreement.UNKNOWN),
        (NamedSource("", ("韩璐",)), REPORT, Agreement.UNKNOWN),
        (NamedSource("", ("栖霞研究院",)), REPORT, Agreement.DIFFERS),
        (NamedSource("", ("栖霞研究院",)), item(title="渡口考", author="沈舟"), Agreement.UNKNOWN),
        (NamedSource("", ("江岸院",)), REPORT, Agreement.AGREES),
        (NamedSource("", ("JAI",)), REPORT, Agreement.UNKNOWN),
        (NamedSource("", ("Shen",)), BOOK, Agreement.UNKNOWN),
        (NamedSource("", ("韩璐",), "渡口考"), BOOK, Agreement.AGREES),
        (NamedSource("", ("韩璐",), "Ferries"), BOOK, Agreement.UNKNOWN),
        (NamedSource("", ("江岸研究院",), "2017年渡口年度观察"), REPORT, Agreement.DIFFERS),
        (NamedSource("", ("江岸研究院",), "渡口年度观察"), REPORT, Agreement.AGREES),
        (NamedSource("", (), "茶馆流水账本"), REPORT, Agreement.DIFFERS),
        (NamedSource("", (), "茶馆流水账本"), item(title="渡口考"), Agreement.UNKNOWN),
        (
            NamedSource("", (), "宁州市快递业条例"),
            item(title="宁州市茶业条例", author="宁州市"),
            Agreement.DIFFERS,
        ),
        (NamedSource("", ("Lindqvist A",)), item(title="A", author="Novak, A"), Agreement.DIFFERS),
    ],
)
def test_whether_a_text_can_be_the_source(
    source: NamedSource, held: dict[str, Any], wanted: Agreement
) -> None:
    assert agreement(source, held) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"他常说：“{WORDS}”，听的人都笑。", True),
        (f"据江岸研究院的调查，{WORDS}。", True),
        (f"{WORDS}[3]。", True),
        (f"{WORDS}（沈舟，2001）。", True),
        (f"{WORDS}。第二天雨停了。", False),
    ],
)
def test_whether_words_of_a_text_are_somebody_elses(text: str, wanted: bool) -> None:
    start = text.index(WORDS)
    assert is_second_hand(text, Span(start, start + len(WORDS))) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("沈舟先生来过。", True), ("来的是沈先生。", False), ("Lindqvist was here.", True), ("A ferry.", False)],
)
def test_whether_a_text_speaks_of_a_source(text: str, wanted: bool) -> None:
    assert mentions(text, NamedSource("", ("沈舟", "Lindqvist A"))) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("12", (12, 12)), ("12-14", (12, 14)), ("14-12", None), ("12, 20", None), ("", None)]
)
def test_which_pages_a_locator_names(text: str, wanted: tuple[int, int] | None) -> None:
    assert pages_of(text) == wanted
