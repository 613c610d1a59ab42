"""No text takes more steps than its length: hostile lines and runs are read in about the steps of ordinary ones.

Steps are counted, not timed: lines of code run, characters looked through, places a pattern tries. Work that goes
through the whole text for every line, or tries all ways to part a run, shows in them on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from corpus.audit.names.names import names_in
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.quoted.quotations import quotations_in
from corpus.knowledge.names.told.evidence import by_evidence
from corpus.model.knowledge import Knowledge
from corpus.model.source import SourceDocument
from corpus.records.head import record_of_text
from corpus.references.bibtex import bibtex_entries
from tests.counting.steps import CountedModules, lines_run

Step = Callable[[str], object]

SIZES = (400, 1600)
LONGER = (4000, 8000)
"""What looks around a place in a window of fixed length grows with the text until the text is longer than that."""
BOUND = 1.5
"""How much dearer a character of the larger text is at most; what looks at everything for everything comes to 4."""
WAYS = 400
"""How many places the patterns of a page's furniture try, for one character of a line, at most."""
UNITS = (
    " ", "\u3000", "（", "【", "《", "“", "”", ".", "…", "1", "1,", "第", "一、", "一是", "一百", "从", "据", "占",
    "的 ", "a", "a.", "a@", "é", "<p ", "&nbsp; ", "数据来源：", "-", "—", "2018年", "*[", "a\t", "\n", "业", "3岁，",
    "拼多多5元", "某某某（a中）某\n", "打印 ", "分享a", "1. ", "“2018年", "12%", "增长12%",
)  # fmt: skip
DEAR = {"一是", " ", "\u3000", "增长12%", "12%", "1,", "1. ", "拼多多5元", "是一是第二,"}
"""Of these a count takes seconds, ten times as many as of the others."""
LIKE_ANOTHER = {
    "【", "《", "”", "…", "一百", "据", "占", "a.", "a@", "é", "&nbsp; ", "-", "a\t", "业", "分享a",
}  # fmt: skip
"""What is read as another of them is: "【" as "（", "据" as "从", "业" as "第"."""
OF_REPAIRS = ("9", ",", "(", "<", "&", "电 ", "统计数据来源:", "1 。", "å", "-\n", "是一是第二,", "店,")
OF_NAMES = ("洁达（H", "云川航空‑", "仓库里的盘点车(…", "鹭江物流、")
"""Names said over and over, and brackets behind them that never close."""
OF_SENTENCES = ("1 。", "。", "…", ".", "电”", "?", "a.b")


@pytest.fixture(scope="module")
def modules() -> CountedModules:
    """Every step was taken once, by both copies: what is made at a first question is no part of any growth."""
    made = CountedModules("corpus.text", "corpus.knowledge")
    warming = "题目在此\n一是。2018年，网店卖出3万件。"
    plain, counted = steps(_imported), steps(made.load)
    for name, step in plain.items():
        step(warming)
        made.tried(counted[name], warming)
    return made


@pytest.fixture(scope="module")
def of_references() -> CountedModules:
    return CountedModules("corpus.references")


def steps(load: Callable[[str], object]) -> dict[str, Step]:
    """Return the steps of reading a text, of the modules that ``load`` gives."""

    def of(module: str, name: str) -> Callable[..., object]:
        found: Callable[..., object] = getattr(load(module), name)
        return found

    split, decode = of("corpus.text.split", "split"), of("corpus.text.decode", "decode")
    sentences, extract = (
        of("corpus.text.sentences", "sentences"),
        of("corpus.knowledge.extraction", "extract"),
    )
    return {
        "decode": lambda text: decode(text.encode()),
        "headings": of("corpus.text.headings", "find_headings"),
        "split": lambda text: split(SourceDocument(text, "utf-8", "text")),
        "repairs": of("corpus.text.repairs", "propose"),
        "fingerprint": of("corpus.text.similarity", "fingerprint"),
        "sentences": sentences,
        "extraction": lambda text: extract(text, sentences(text), Knowledge()),
    }


def growth(count: Callable[[str], int], unit: str, sizes: tuple[int, int]) -> float:
    """Return how much dearer a character of the larger text is than one of the smaller."""
    # By fours: which encodings are tried depends on the number of bytes, and both texts must meet the same ones.
    small, large = (f"题目在此\n{unit * (size // len(unit) // 4 * 4)}。" for size in sizes)
    return count(large) / len(large) / (max(count(small), 500) / len(small))


def counts(modules: CountedModules, name: str) -> Iterator[Callable[[str], int]]:
    """Yield what counts the work of a step: the lines it runs, and what its patterns try."""
    plain, counted = steps(_imported)[name], steps(modules.load)[name]
    yield lambda text: lines_run(plain, text)
    yield lambda text: modules.tried(counted, text)


def _imported(module: str) -> object:
    return __import__(module, fromlist=["*"])


def assert_linear(modules: CountedModules, unit: str, names: tuple[str, ...]) -> None:
    for name in names:
        for count in counts(modules, name):
            dearer = growth(count, unit, SIZES)
            assert dearer < BOUND or growth(count, unit, LONGER) < BOUND, name


def parameters(units: tuple[str, ...], long: set[str]) -> list[object]:
    """Return the units as parameters, some of them for the long run only."""
    return [pytest.param(unit, marks=pytest.mark.long) if unit in long else unit for unit in units]


@pytest.mark.parametrize("unit", parameters(UNITS, DEAR | LIKE_ANOTHER), ids=repr)
def test_that_every_step_is_linear_in_a_run_of_one_thing(modules: CountedModules, unit: str) -> None:
    assert_linear(modules, unit, tuple(steps(_imported)))


@pytest.mark.parametrize("unit", parameters(OF_REPAIRS, DEAR), ids=repr)
def test_that_repairs_are_linear_in_a_run_of_one_thing(modules: CountedModules, unit: str) -> None:
    assert_linear(modules, unit, ("repairs",))


@pytest.mark.parametrize("unit", OF_SENTENCES, ids=repr)
def test_that_sentences_are_linear_in_a_run_of_one_thing(modules: CountedModules, unit: str) -> None:
    assert_linear(modules, unit, ("sentences",))


@pytest.mark.parametrize("unit", OF_NAMES, ids=repr)
def test_that_extraction_is_linear_in_names_said_over_and_over(modules: CountedModules, unit: str) -> None:
    assert_linear(modules, unit, ("extraction",))


def test_that_names_are_weighed_in_steps_that_grow_with_a_text_full_of_other_names() -> None:
    names = [one + other for one in "鹿禾贝榴枫桐橙柚鲸雀" for other in "单淘团乐鲜橙猫趣"]

    def told(count: int) -> str:
        return "".join(f"消费者认定{name}平台，随后路过，其次，再次，最后，" for name in names[:count])

    def weighed(text: str) -> object:
        return list(by_evidence(text))

    weighed(told(80))  # which words there are is looked up once
    small, large = (lines_run(weighed, told(count)) for count in (20, 80))
    assert large < BOUND * 4 * small


@pytest.mark.parametrize("unit", [" ", "a", "，"], ids=repr)
def test_that_papers_and_their_references_are_read_in_steps_that_grow_with_them(unit: str) -> None:
    def entry(text: str) -> object:
        return bibtex_entries(f"@book{{a, title={{甲}}, author={{{text}}}")

    for step in (numbers_in, quotations_in, names_in, record_of_text, entry):
        # What is made at a first question is no part of the growth.
        for known in ("2018年，网店卖出3万件", unit):
            step(f"题目在此\n{known}。")
        assert growth(partial(lines_run, step), unit, (1200, 2400)) < BOUND, step


@pytest.fixture(scope="module")
def of_papers() -> CountedModules:
    return CountedModules("corpus.audit", "corpus.records")


OF_PAPERS = {
    "corpus.audit.numbers.stated_numbers": "numbers_in",
    "corpus.audit.quoted.quotations": "quotations_in",
    "corpus.audit.names.names": "names_in",
    "corpus.records.head": "record_of_text",
}


@pytest.mark.parametrize(
    "unit", [" ", "a", "，", "“", "由", "年初", "1", "第", "县", "作者：", "(", "2018年"], ids=repr
)
def test_that_patterns_of_papers_and_records_try_no_more_for_a_longer_run(
    of_papers: CountedModules, unit: str
) -> None:
    for module, name in OF_PAPERS.items():
        step = getattr(of_papers.load(module), name)
        assert growth(partial(of_papers.tried, step), unit, SIZES) < BOUND, name


@pytest.mark.parametrize("unit", [" ", "\t", "=", "{"], ids=repr)
def test_that_patterns_of_references_try_no_more_for_a_longer_run(
    of_references: CountedModules, unit: str
) -> None:
    """Dots and commas are left out: a line ends at 2000 characters before they matter."""
    read = of_references.load("corpus.references.line").read_line
    entries = of_references.load("corpus.references.bibtex").bibtex_entries

    def entry(text: str) -> object:
        return entries(f"@book{{a, title={{甲}}, author={{{text}}}")

    for step in (read, entry):
        assert growth(partial(of_references.tried, step), unit, SIZES) < BOUND, step


@pytest.mark.parametrize(
    "line",
    [
        "分享" + "a" * 110 + "！",
        ("打印" + " " * 18) * 5 + "字",
        ("点赞 1" + " " * 14) * 6 + "！",
        "首页" + (" > 业" + " " * 14) * 6 + "。",
        "字号：" + "大 " * 50 + "字",
        "网站地图 " * 22 + "字",
        "扫一扫" + " ，" * 50 + "字",
    ],
)
def test_that_no_line_has_more_ways_to_be_a_pages_than_it_has_characters(
    modules: CountedModules, line: str
) -> None:
    furniture = modules.load("corpus.text.page_lines").FURNITURE

    def tried(text: str) -> object:
        return [pattern.fullmatch(text) for pattern in furniture.values()]

    assert modules.tried(tried, line[:120]) < WAYS * len(line)


@pytest.mark.parametrize("beginning", ["山货", "第3页", "3/12", "山货 3", "Page 3", "- 3"])
def test_that_blanks_in_a_line_with_a_number_are_not_parted_in_all_ways(
    modules: CountedModules, beginning: str
) -> None:
    find, page = (
        modules.load("corpus.text.repairs.running_heads").find_page_numbers,
        modules.load("corpus.text.repairs.rule").Page,
    )
    line = beginning + " " * 150 + "好"
    assert modules.tried(lambda text: list(find(page(text))), f"{line}\n" * 2) < WAYS * len(line)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("other_forms", "find_ligatures"),
        ("other_forms", "find_small_marks"),
        ("misread_digits", "find_misread_digits"),
        ("characters", "find_full_width"),
        ("remains", "_misread_marks"),
    ],
)
def test_that_rules_for_odd_characters_try_nothing_in_a_text_without_them(
    modules: CountedModules, module: str, name: str
) -> None:
    find = getattr(modules.load(f"corpus.text.repairs.{module}"), name)
    page = modules.load("corpus.text.repairs.rule").Page
    text = "题目在此\n" + "去年全县的网店卖出三万件山货，比上年多两成。" * 20
    assert modules.tried(lambda text: list(find(page(text))), text) == 0


def quadratic(text: str) -> int:
    """Look through the whole text for every sign: what must be noticed."""
    return sum(text.count(sign) for sign in text)


def test_that_work_that_grows_faster_is_noticed(modules: CountedModules) -> None:
    assert growth(lambda text: lines_run(quadratic, text), "电", SIZES) > 2 * BOUND
    pattern, parted = modules.pattern(r"(?:电+)+商"), modules.pattern(r"电.*货")
    assert growth(lambda text: modules.tried(parted.findall, text), "电商", (100, 400)) > 2 * BOUND
    assert modules.tried(pattern.search, "电" * 12) > 20 * modules.tried(pattern.search, "电" * 6)


def test_that_patterns_made_when_they_are_first_used_are_counted(modules: CountedModules) -> None:
    sentences = modules.load("corpus.text.sentences").sentences
    assert modules.tried(sentences, "一是。二是！三是" * 20) > 100
