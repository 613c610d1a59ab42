"""Texts that tell one thing in other words: its deed, its year so far, whoever reckoned it, the whole of a place."""

from __future__ import annotations

import pytest

from corpus.knowledge.comparing.conflicts import find_conflicts
from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.conflicts import located
from tests.lines import every


def kinds(one: str, other: str, *, written: tuple[str, str] = ("2022-12-20", "2023-01-15")) -> list[str]:
    """Return the kinds of contradictions between two texts without a title of their own."""
    texts = [
        {"title": "手记", "date": day, "text": text} for day, text in zip(written, (one, other), strict=True)
    ]
    return [found.kind for found in find_conflicts(located(texts, builtin_knowledge()))]


@pytest.mark.parametrize(
    ("measure", "deed"),
    [
        ("2021年，柳溪大学招生6120人。", "柳溪大学2021年招收新生8160名。"),
        ("2021年，柳溪大学录取新生6120人。", "柳溪大学2021年招生8160人。"),
        ("2021年三季度，澄光手机出货量180万台。", "2021年三季度，澄光手机出货120万台。"),
        ("2021年，青禾港货物吞吐量180万吨。", "2021年，青禾港吞吐货物120万吨。"),
        ("2021年，云岭市全社会用电量18亿千瓦时。", "2021年，云岭市全社会用电12亿千瓦时。"),
        ("2021年，云岭水电站发电量18亿千瓦时。", "2021年，云岭水电站发电12亿千瓦时。"),
        ("2021年，云岭市结婚登记1.8万对。", "2021年，云岭市有1.2万对新人登记结婚。"),
        ("2021年，云岭法院审结案件1.8万件。", "2021年，云岭法院结案1.2万件。"),
        ("2021年，云岭图书馆外借图书18万册。", "2021年，云岭图书馆借出图书12万册。"),
    ],
)
def test_that_a_measure_and_its_deed_are_held_against_each_other(measure: str, deed: str) -> None:
    assert kinds(measure, deed) == ["数值不一致"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2021年，柳溪大学招生6120人。", "柳溪大学2021年毕业生8160名。"),
        ("2021年，云岭法院新收案件1.8万件。", "2021年，云岭法院结案1.2万件。"),
        ("2021年，云岭市发电量18亿千瓦时。", "2021年，云岭市用电12亿千瓦时。"),
        ("2021年，云岭市结婚登记1.8万对。", "2021年，云岭市离婚登记1.2万对。"),
        ("2021年，云岭图书馆外借图书18万册。", "2021年，云岭图书馆采购图书12万册。"),
    ],
)
def test_that_other_deeds_are_other_things(one: str, other: str) -> None:
    assert kinds(one, other) == []


@every(
    "by",
    ["我们估计", "我们认为", "有机构测算", "业内人士估算，", "多家机构初步测算"],
)
@every("whose", ["澄光", "青禾港", "云岭市"])
def test_that_what_somebody_reckons_is_of_whom_they_name(by: str, whose: str) -> None:
    told = f"2021年，{whose}手机出货87.4万台。"
    assert kinds(told, f"{by}{whose}2021年手机出货量为61万台。") == ["数值不一致"]
    assert kinds(told, f"{by}星湾2021年手机出货量为61万台。") == []


@pytest.mark.parametrize(
    ("up_to", "other"),
    [
        ("截至11月底，云岭县当年新建农田360万亩。", "云岭县今年前十一个月新建农田460万亩。"),
        ("截至10月底，云岭县今年新建基站360座。", "云岭县今年前十个月新建基站460座。"),
        ("截至11月底，云岭县当年新增就业3.6万人。", "2022年1至11月，云岭县新增就业4.6万人。"),
        ("截至九月末，云岭县今年改造危房360户。", "云岭县今年前三季度改造危房460户。"),
        ("截至6月30日，云岭县今年修建公路36公里。", "今年上半年，云岭县修建公路46公里。"),
    ],
)
def test_that_a_year_counted_up_to_a_day_ends_there(up_to: str, other: str) -> None:
    days = ("2022-12-10", "2022-12-20")
    assert kinds(up_to, other, written=days) == ["数值不一致"]
    assert kinds(up_to, other.replace("今年", "去年").replace("2022", "2021"), written=days) == []


def test_that_a_year_counted_up_to_a_day_is_not_the_whole_year() -> None:
    assert kinds("截至11月底，云岭县当年新增就业3.6万人。", "2022年，云岭县新增就业4.6万人。") == []


@pytest.mark.parametrize("place", ["阿林旗", "巴林左旗", "云中盟", "锡林盟", "乌拉后旗"])
@pytest.mark.parametrize("whole", ["全", "我"])
def test_that_banners_and_leagues_are_places(place: str, whole: str) -> None:
    texts = [
        {
            "title": f"{place}统计公报",
            "date": "2022-01-20",
            "text": f"2021年，{whole}{place[-1]}粮食产量18.6万吨。",
        },
        {"title": "草原新事", "date": "2022-02-20", "text": f"2021年，{place}粮食产量15.1万吨。"},
    ]
    assert len(find_conflicts(located(texts, builtin_knowledge()))) == 1


@pytest.mark.parametrize(
    "other",
    [
        "2021年，阿林市粮食产量15.1万吨。",
        "2021年，巴林右旗粮食产量15.1万吨。",
        "2021年，红旗粮食产量15.1万吨。",
        "2021年，企业联盟粮食产量15.1万吨。",
        "2021年，该集团旗下农场粮食产量15.1万吨。",
    ],
)
def test_that_other_places_and_no_places_are_none_of_a_banner(other: str) -> None:
    assert kinds("2021年，阿林旗粮食产量18.6万吨。", other) == []


@pytest.mark.parametrize("added", [71, 121])
def test_that_three_industries_make_the_product_of_a_place(added: int) -> None:
    parts = f"2021年云岭市第一产业增加值{added}亿元，第二产业增加值402亿元，第三产业增加值389亿元。"
    found = kinds("2021年，云岭市地区生产总值912亿元。", parts)
    assert found == ([] if added + 402 + 389 == 912 else ["合计不符"])


def test_that_other_values_are_not_the_product_of_a_place() -> None:
    parts = "2021年云岭市第一产业增加值71亿元，第二产业增加值402亿元，第三产业增加值389亿元。"
    assert kinds("2021年，云岭市工业总产值912亿元。", parts) == []
    assert kinds("2021年，云岚市地区生产总值912亿元。", parts) == []


@pytest.mark.parametrize("place", ["云岭市", "青岚县", "安川省"])
@pytest.mark.parametrize("share", ["四分之一", "25%"])
def test_that_a_share_of_all_of_a_place_is_held_against_both(place: str, share: str) -> None:
    whole = f"2021年，{place}外贸进出口总额120亿元。"
    part = f"2021年，{place}跨境电商进出口18亿元，占全{place[-1]}外贸进出口总额的{share}。"
    assert kinds(whole, part) == ["推算不符"]
    assert kinds(whole, part.replace("18亿", "30亿")) == []


def test_that_a_share_of_the_whole_province_is_not_one_of_its_town() -> None:
    part = "2021年，云岭市跨境电商进出口18亿元，占全省外贸进出口总额的1%。"
    assert kinds("2021年，云岭市外贸进出口总额120亿元。", part) == []


@pytest.mark.parametrize(
    ("line", "length"),
    [("云亭地铁5号线", "全长"), ("云亭煤矿3号井", "井深"), ("青岚地铁12号线", "全长")],
)
def test_that_a_numbered_thing_keeps_its_number(line: str, length: str) -> None:
    text = {"title": "手记", "date": "2022-05-06", "text": f"{line}{length}34.8公里，设站27座。"}
    first = located([text], builtin_knowledge())[0].statistic
    assert (first.subject, first.metric) == (line, length)


@pytest.mark.parametrize(
    "said", ["里有这么一组数：", "给出一个数据：", "里写到，", "列出了这样一组数字：", "中提到："]
)
def test_that_a_paper_quoted_by_what_stands_in_it_is_the_source(said: str) -> None:
    texts = [
        {
            "title": "县域青年调研报告",
            "date": "2022-05-06",
            "text": "在问卷中，57%的县域青年表示“不着急结婚”。",
        },
        {
            "title": "手记",
            "date": "2022-06-06",
            "text": f"《县域青年调研报告》{said}67%的县域青年“不着急结婚”。",
        },
    ]
    assert [one.kind for one in find_conflicts(located(texts, builtin_knowledge()))] == ["转引有误"]


@every("season", ["春", "夏", "秋"])
@every("pointed", ["这个{}天", "这个{}季", "这{}天", "这一个{}天"])
def test_that_a_season_pointed_at_is_the_last_one_before_the_writing(season: str, pointed: str) -> None:
    told = f"2022年{season}季，云岭县植树61.2万棵。"
    pointing = f"{pointed.format(season)}，云岭县植树51.2万棵。"
    assert kinds(told, pointing, written=("2022-12-20", "2022-12-21")) == ["数值不一致"]
    assert kinds(told, pointing, written=("2022-12-20", "2023-01-21")) == ["数值不一致"]
    assert kinds(told, pointing, written=("2022-12-20", "2023-12-21")) == []


@pytest.mark.parametrize("name", ["云岭", "青岚", "安川", "柳溪", "澄州"])
def test_that_a_bank_is_one_by_its_whole_and_its_short_name(name: str) -> None:
    told = f"2021年，{name}农村商业银行不良贷款率1.61%。"
    assert kinds(told, f"2021年，{name}农商行不良贷款率2.31%。") == ["数值不一致"]
    assert kinds(told, f"2021年，{name}农商银行不良贷款率2.31%。") == ["数值不一致"]
    assert kinds(told, f"2021年，{name}商业银行不良贷款率2.31%。") == []
    assert kinds(told, f"2021年，{name}村镇银行不良贷款率2.31%。") == []
