"""Going through a paper by command, with and without a library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.library.checking.audited import Standing
from corpus.library.checking.auditing import audit
from corpus.library.checking.papers import audit_text
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.model.progress import Progress
from tests.processes.standing import StandingProgram

FAMILY = Path(__file__).parents[1] / "audit"
FLOOR = 0.9

SOURCE = (
    "夜市两回会\n\n城东的夜市今年开了两回会，摊位费降了，摊主却没有回来。"
    "全市夜间消费额为12.6亿元，比上年增长8.4%。\n"
)
OTHER = "夜市另一说\n\n据协会估算，全市夜间消费额为15.1亿元，比上年增长8.4%。\n"


@pytest.fixture
def paper() -> str:
    return (
        "有报道说，“摊位费降了，摊主却没有回来”。也有人写道：“摊位费涨了，摊主却没有回来。”"
        "还有人说“所有的摊主都去了海边卖贝壳”。全市夜间消费额达到12.6亿元。全县粮食产量为15万吨。"
    )


def test_that_each_quotation_and_figure_is_told_with_its_place(
    library: Library, tmp_path: Path, paper: str
) -> None:
    for name, text in (("甲.txt", SOURCE), ("乙.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    import_paths(library, [tmp_path / "甲.txt"])
    steps: list[Progress] = []
    alone = audit(library, paper, progress=steps.append)
    assert steps == [Progress("audit", n, 5) for n in range(5)]
    import_paths(library, [tmp_path / "乙.txt"])
    both = audit(library, paper)
    wanted = [Standing.SAME, Standing.CHANGED, Standing.NOT_FOUND, Standing.SAME, Standing.NOT_FOUND]
    assert [one.standing for one in alone] == wanted
    assert alone[0].found is not None
    assert alone[0].found.quote == "摊位费降了，摊主却没有回来"
    assert all(one.span.of(paper) == one.text for one in alone)
    assert both[3].standing is Standing.CONTRADICTED
    assert both[3].against is not None
    assert "15.1亿元" in both[3].against.quote


def test_that_pairs_are_answered_line_by_line(program: StandingProgram) -> None:
    good = {"library_text": SOURCE, "paper_sentence": "有报道说，“摊位费降了，摊主却没有回来”。"}
    lines = "\n".join([json.dumps(good), "no pair", json.dumps({**good, "paper_sentence": "今天下雨。"})])
    done = program.run("audit", "--lines", text=lines.encode())
    first, second, third = (json.loads(line) for line in done.out.splitlines())
    assert (first[0]["verdict"], first[0]["kind"]) == ("same", "quotation")
    assert second["error"]["kind"] == "bad_usage"
    assert third == []


def test_that_a_line_shows_where_wordings_part_and_who_says_otherwise(
    program: StandingProgram, library: Library, tmp_path: Path, paper: str
) -> None:
    for name, text in (("甲.txt", SOURCE), ("乙.txt", OTHER), ("稿.txt", paper)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    import_paths(library, [tmp_path / "甲.txt", tmp_path / "乙.txt"])
    done = program.run("--library", str(library.root), "audit", str(tmp_path / "稿.txt"))
    told = done.out.decode().splitlines()
    assert "夜市两回会: 摊位费【涨→降】了，摊主却没有回来" in told[1]
    assert "≠ 夜市另一说: " in told[3]
    assert "15.1亿元" in told[3]


REPORT = (
    "2026年{name}政府工作报告\n\n一年来，我们攻坚克难，地区生产总值增长{grown}%，人均地区生产总值增长{head}%，"
    "一般公共预算收入增长{income}%。\n\n今年的主要预期目标是：地区生产总值增长{aim}%左右，一般公共预算收入增长3%左右。\n"
)


def test_that_another_place_an_aim_and_what_falls_to_a_head_contradict_nothing(
    library: Library, tmp_path: Path
) -> None:
    said = {"四川省": ("5.3", "5.6", "4.1", "5.5"), "吉林省": ("4.7", "6.2", "9.8", "5")}
    for name, (grown, head, income, aim) in said.items():
        text = REPORT.format(name=name, grown=grown, head=head, income=income, aim=aim)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        import_paths(library, [tmp_path / f"{name}.txt"])
    for name, (grown, _head, income, _aim) in said.items():
        whole = audit(library, f"{name}地区生产总值增长{grown}%。一般公共预算收入增长{income}%。")
        assert [one.standing for one in whole] == [Standing.SAME, Standing.SAME], name
    wrong = audit(library, "四川省地区生产总值增长7.9%。")
    assert [one.standing for one in wrong] == [Standing.CHANGED]


@pytest.mark.parametrize(
    "furniture",
    [
        "1. 先说背景", "（2）再说方法", "3、最后说结论", "表 4　各省的增长", "图2-1 走势",
        "参见《31.63万亿是怎么来的》", "如前人所述[5]", "又见别处［6-8］", "推断（1、2、3）", "+5.9", "12624.7", "−22%",
    ],
)  # fmt: skip
def test_that_what_only_orders_or_names_is_no_figure(library: Library, furniture: str) -> None:
    assert audit(library, f"开头的话。\n{furniture}\n后面的话。") == ()


def test_that_another_s_figure_is_no_contradiction_and_the_county_at_hand_is_one(
    library: Library, tmp_path: Path
) -> None:
    for name, text in (
        (
            "甲.txt",
            "甲说\n\n2017年，东坪澄逯行的快递业务量为2160.8万件。截至2023年底，全县共有代收点1268个。\n",
        ),
        ("乙.txt", "乙说\n\n2017年，西岭澄逯行的快递业务量为5356.4万件。\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        import_paths(library, [tmp_path / name])
    (first,) = audit(library, "2017年，东坪澄逯行的快递业务量为2160.8万件。")
    (second,) = audit(library, "截至2023年底，该县代收点超过1200个。")
    assert (first.standing, second.standing) == (Standing.SAME, Standing.SAME)


def test_that_a_county_pointed_at_is_the_one_named_and_a_sentence_goes_on_about_the_one_before(
    library: Library, tmp_path: Path
) -> None:
    for name, text in (
        (
            "甲.txt",
            "甲说\n\n2025年，栖霞岭县地区生产总值318.6亿元。底薪由4200元提高到4800元。滨江区夜间公交专线昨天开通。首日运送乘客3260人次。\n",
        ),
        ("乙.txt", "乙说\n\n据栖霞岭县统计局的数据，2025年全县地区生产总值305.9亿元。\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        import_paths(library, [tmp_path / name])
    for paper, wanted in (
        ("2025年栖霞岭县地区生产总值达318.6亿元。", Standing.CONTRADICTED),
        ("该厂底薪由4200元提高到5800元。", Standing.CHANGED),
        ("滨江区夜间公交专线首日运送乘客逾3200人次。", Standing.SAME),
        ("滨江区夜间公交专线首日运送乘客6230人次。", Standing.CHANGED),
    ):
        assert [one.standing for one in audit(library, paper)] == [wanted], paper


@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.long)])
def test_that_a_whole_paper_hears_what_pairs_hear_and_calls_nothing_invented_right(
    library: Library, tmp_path: Path, every: int
) -> None:
    """The whole library lies there; of the sentences of papers one in ``every`` is asked."""
    lines = (FAMILY / "fresh_pairs.jsonl").read_text("utf-8").splitlines()
    pairs = [one for one in map(json.loads, lines) if one["verdict"].startswith("figure")]
    for number, text in enumerate(dict.fromkeys(one["library_text"] for one in pairs)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    import_paths(library, [tmp_path])
    right = 0
    asked = pairs[::every]
    for one in asked:
        found = {entry.standing.value for entry in audit(library, one["paper_sentence"])}
        wanted = {
            verdict.removeprefix("figure_") for verdict in (one["verdict"], *one.get("verdict_alt", ()))
        }
        right += found == wanted or len(found & wanted - {"same"}) > 0
        assert "not_found" not in wanted or "same" not in found, one["paper_sentence"]
        assert wanted != {"same"} or not found & {"changed", "contradicted"}, one["paper_sentence"]
    assert right / len(asked) >= FLOOR


def test_that_two_speakers_a_pointing_sentence_and_a_name_in_the_title_are_heard(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "甲.txt").write_text(
        "松烟市第二医院候诊研究\n\n线上取号的患者占87.4%，较2021年提高21.8个百分点。取药等候由19.3分钟降至8.5分钟。"
        "\n护士长在会上说：“窗口越少，排队的人越看不见。”\n\n保安老葛反问：“不会用手机的人，该往哪里排？”\n",
        encoding="utf-8",
    )
    import_paths(library, [tmp_path / "甲.txt"])
    for paper, wanted in (
        (
            "护士长说：“窗口越少，排队的人越看不见。”老葛反问，“不会用手机的人，该往哪里排？”",
            ["same", "same"],
        ),
        ("线上取号的患者占87.4%。这一比例比2021年高出21.8个百分点。", ["same", "same"]),
        ("松烟市第二医院取药等候时间由19.3分钟延长至8.5分钟。", ["changed"]),
    ):
        assert [one.standing.value for one in audit(library, paper)] == wanted, paper


def test_that_words_said_without_quotation_marks_are_found_and_others_are_left_alone(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "甲.txt").write_text(SOURCE, encoding="utf-8")
    import_paths(library, [tmp_path / "甲.txt"])
    (said,) = audit(library, "摊主答道：摊位费降了，摊主却没有回来。")
    assert (said.standing, said.text) == (Standing.SAME, "摊位费降了，摊主却没有回来。")
    assert audit(library, "摊主答道：今天的雨下得比去年这时候大。") == ()


def test_that_lines_broken_at_a_fixed_width_part_no_quotation_nor_number(
    library: Library, tmp_path: Path, paper: str
) -> None:
    (tmp_path / "甲.txt").write_text(SOURCE, encoding="utf-8")
    import_paths(library, [tmp_path / "甲.txt"])
    whole = paper * 2
    broken = "\n".join(whole[at : at + 23] for at in range(0, len(whole), 23))
    checked = audit_text(library, "贴来的", broken)
    assert checked.text == whole
    assert checked.entries == audit(library, whole)


def test_that_the_day_a_text_is_dated_is_not_of_when_it_tells(library: Library, tmp_path: Path) -> None:
    for year, sold, when in (
        (2022, "708.52", "松烟市统计局\n2023年3月17日"),
        (2023, "452.16", "（2024年3月5日）"),
        (2024, "163.24", "——2025年1月27日在松烟市第十四届人民代表大会第五次会议上"),
    ):
        (tmp_path / f"{year}.txt").write_text(
            f"松烟市{year}年国民经济和社会发展统计公报\n{when}\n\n二、国内贸易\n"
            f"全年社会消费品零售总额{sold}亿元，比上年增长1.1%。\n",
            encoding="utf-8",
        )
    import_paths(library, [tmp_path])
    for paper, wanted in (
        ("2023年松烟市社会消费品零售总额为452.16亿元。", Standing.SAME),
        ("松烟市2024年社会消费品零售总额为163.24亿元。", Standing.SAME),
        ("2023年松烟市社会消费品零售总额为163.24亿元。", Standing.CHANGED),
    ):
        assert [one.standing for one in audit(library, paper)] == [wanted], paper


def test_that_a_part_behind_a_semicolon_goes_on_with_what_was_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(
        "2021年，青禾镇接待游客86.4万人次，旅游收入3.15亿元；2022年接待游客降至51.2万人次，收入1.87亿元；"
        "2023年回升到103.7万人次，收入4.02亿元。\n",
        encoding="utf-8",
    )
    import_paths(library, [tmp_path / "甲.txt"])
    found = audit(library, "青禾镇2023年接待游客超过100万人次，旅游收入4.02亿元。")
    assert [one.standing for one in found] == [Standing.SAME, Standing.SAME]
