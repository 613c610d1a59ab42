"""When a company was founded and by whom, and who takes or leaves its posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.facts.cues import cue
from corpus.knowledge.facts.scene import NAME, NUMBER, Clause, Scene
from corpus.knowledge.facts.values import short_date
from corpus.knowledge.phrases.persons import FAMILY
from corpus.knowledge.phrases.sentence_view import is_dated
from corpus.model.platform import PlatformFact
from corpus.text.needed_signs import GuardedGroup, guarded

PERSON: Final = (
    rf"[{FAMILY}][一-鿿](?:(?![因已将于出担接升辞离卸被获任兼在是为和与的先女也曾等加说表创])[一-鿿])?"
)
"""The pattern of a person's name in Chinese: a family name and one or two characters."""
_FOUNDS: Final = "投资设立|出资设立|创办|创立|创建|注册|成立|一手创"
_ORIGINS: Final = "成立|创立|创办|创建|始建|诞生"


@cache
def _founded() -> tuple[re.Pattern[str], ...]:
    verbs = cue("founded", "verbs")
    none = f"[^。；{NAME[1:-1]}]"
    return (
        re.compile(
            rf"(?P<name>{NAME})[^。；，{NAME[1:-1]}]{{0,14}}?(?:{verbs})[^，。；]{{0,2}}?于?["
            rf" ]?(?P<date>{NUMBER})"),
        re.compile(rf"(?P<name>{NAME})[^。；，{NAME[1:-1]}]{{0,12}}?(?P<date>{NUMBER})[^。；，{NAME[1:-1]}]{{0,14}}?(?:正式)?(?:成立|创立|创办|诞生|创建|问世|注册成立|始创|建厂|设立)(?!的|以来|之|仅|了|[^，。；]{{0,10}}(?:公司|基金|中心|工厂|部门|项目))"),
        re.compile(rf"(?P<name>{NAME})(?:系|是|乃)?由[^，。；{NAME[1:-1]}]{{2,26}}?于?(?P<date>{NUMBER})[^，。；{NAME[1:-1]}]{{0,8}}?(?:成立|创立|创办|创建|设立)"),
        re.compile(rf"(?P<date>{NUMBER})[ ]?(?:年)?(?:{verbs})的(?P<name>{NAME})"),
        re.compile(rf"(?:^|[。；])(?P<date>{NUMBER})[，,]?(?P<name>{NAME})(?:在[^，。；{NAME[1:-1]}]{{1,8}})?(?:正式|宣告)?(?:注册成立|注册设立|挂牌成立|成立(?!了)|诞生)"),
        re.compile(rf"(?P<name>{NAME})的?前身(?:为|是)?[^，。；]{{0,4}}(?P<date>{NUMBER})[^，。；]{{0,6}}(?:{verbs}|挂牌)的"),
        re.compile(rf"(?:{verbs})于?(?P<date>{NUMBER})的(?P<name>{NAME})"),
        re.compile(rf"(?P<date>{NUMBER})[^。；{NUMBER[1:-1]}]{{0,36}}?(?:创办|创立|注册|成立|创建|组建|办起|开办)了?[^，。；{NAME[1:-1]}]{{0,4}}(?P<name>{NAME})"),
        re.compile(rf"(?P<date>{NUMBER}){none}{{0,40}}?(?:注册|成立|创办|创立)了(?:这家|该|一家|自己的)[^，。；]{{0,14}}公司"),
        re.compile(
            rf"(?:^|[，。；：:])(?:公司|该公司|集团|平台|品牌|企业|其|它|后者)?(?:正式)?(?:{_ORIGINS})于(?P<date>{NUMBER})(?!的)"),
        re.compile(
            rf"(?:^|[，；：:])(?P<date>{NUMBER})(?:年)?(?:正式)?(?:{_ORIGINS})于[^，。；{NAME[1:-1]}]{{2,12}}(?=[，。；]|$)"),
        re.compile(rf"(?P<name>{NAME})的?(?:历史|前身|起源|源头)[^，。；]{{0,6}}追溯[到至](?P<date>{NUMBER})"),
        re.compile(rf"(?:^|[；，。\n])(?:成立|创立|注册)(?:日期|时间|年份)[：:]?(?P<date>{NUMBER})"),
        re.compile(
            rf"一[家个](?:于|在)?(?P<date>{NUMBER})(?:年)?(?:才|刚|新)?(?:成立|创立|起步|创办|诞生|注册)的"
            rf"[^，。；{NAME[1:-1]}]{{0,12}}(?:公司|企业|品牌|机构|平台)，(?P<name>{NAME})"),
        re.compile(rf"自(?P<date>{NUMBER})(?:正式)?(?:成立|创立|创办|诞生|创建|问世|创业|开业)(?:以来|至今|起|之日)"),
        re.compile(rf"(?:^|[，。；：:])(?:直到|到了?|于)?(?P<date>{NUMBER})(?:年)?(?:才|正式|便|就|又)?(?:注册|成立|组建)了?公司(?=[，。；]|$)"),
        re.compile(
            rf"(?P<date>{NUMBER}){none}{{0,40}}?(?:就|正|便)?是[^，。；{NAME[1:-1]}]{{0,14}}(?P<name>{NAME})的(?:"
            rf"{cue('founded', 'origin')})"),
    )  # fmt: skip


@cache
def _founder() -> tuple[re.Pattern[str], ...]:
    none = f"[^。；{NAME[1:-1]}]"
    return (
        re.compile(rf"(?P<name>{NAME})?[^，。；{NAME[1:-1]}]{{0,6}}由(?:[^，。；{NAME[1:-1]}]{{0,10}}(?:教授|博士|工程师|员工|高管|设计师|程序员|院士|师傅|兄弟|夫妇|老师|硕士|医生|教师|记者|律师|厨师|画师|主持人|编辑|经理|总监)(?:出身)?的?)?(?P<who>{PERSON})[^，。；]{{0,14}}?(?:{_FOUNDS})"),
        re.compile(
            rf"(?P<name>{NAME})?的?(?:联合创始人|创始人|创办人|创办者)(?:兼(?:[A-Za-z首席执行官总裁董事长经理]+|首席[一-鿿]{2,4}官))?(?:是|为|叫|名叫|[:：])?(?P<who>(?!之一|个人|身[价家])[一-鿿]{{2,3}}?)"
            r"(?=[，,。；;表示称说在于曾等、和与把将带从此原毕今是当（(介透坦告笑退卸辞升宣亲还仍也至则每已认指对]|强调|发文|向|回[应忆]|谈|直言|$)"
        ),
        re.compile(
            rf"(?P<name>{NAME})?的?(?:联合创始人|创始人|创办人|创办者)(?:是|为)[^，。；{NAME[1:-1]}]{{2,10}}?"
            rf"(?:教授|教师|老师|博士|工程师|高管|经理|设计师|程序员|院士|医生|记者|律师|军人|学生)(?P<who>{PERSON})(?=[，。；]|$)"
        ),
        re.compile(
            rf"(?P<name>{NAME})的?(?:创始人|创办人)[、，](?:现任|兼)?[^，。；{NAME[1:-1]}{NUMBER[1:-1]}]{{2,12}}?"
            rf"(?P<who>{PERSON})(?=[，。；{NUMBER[1:-1]}说称表在介认回曾于]|$)"),
        re.compile(
            rf"(?P<who>{PERSON})[^。；，{NAME[1:-1]}]{{0,14}}，[^，。；{NAME[1:-1]}]{{0,4}}"
            rf"(?:创办|创立|创建|办起|开办)了(?P<name>{NAME})"),
        re.compile(rf"(?<!在)(?P<who>{PERSON})(?:于?{NUMBER})?[^，。；{NAME[1:-1]}]{{0,8}}?(?:创办|创立|创建|注册)了?(?P<name>{NAME})"),
        re.compile(rf"(?P<who>{PERSON})(?:、{PERSON})*[和与及]{PERSON}[^。；{NAME[1:-1]}]{{0,20}}(?:成立|创办|创立|创建)了?(?P<name>{NAME})"),
        re.compile(rf"(?:^|，|[一-鿿])(?P<who>{PERSON})[和与][^，。]{{1,8}}(?:凑了|拿出|一起|共同|一道|联手|合伙|合作|搭档)[^。]{{0,24}}?(?:注册|成立|创办|创立|创建)了"),
        re.compile(rf"(?P<who>[{FAMILY}]家[^，。{NUMBER[1:-1]}]{{1,4}}?)(?={NUMBER}){none}{{0,26}}?(?:就|正|便)?是(?P<name>{NAME})的"),
    )  # fmt: skip


@cache
def _guarded() -> tuple[GuardedGroup, GuardedGroup, GuardedGroup]:
    """Return the patterns of ``_founded``, ``_founder`` and ``_posts``."""
    posts = (pattern for _, pattern in _posts())
    founded, founder, posted = (GuardedGroup(map(guarded, ones)) for ones in (_founded(), _founder(), posts))
    return founded, founder, posted


def founding(scene: Scene) -> Iterator[PlatformFact]:
    """Yield when a company was founded, and by whom."""
    told: set[str] = set()
    founded, founder, _ = _guarded()
    for pattern in founded.finders(scene.alphabet) if scene.counts else ():
        for match in pattern.finditer(scene.signs):
            clause = scene.clause_at(match.start("date"))
            company = _company(scene, match, clause)
            number = scene.number(match["date"])
            if company and company not in told and is_dated(number) and number.start_date:
                told.add(company)
                said = {
                    "text": scene.told(min(match.start(), clause.start), scene.clause_at(match.end() - 1).end)
                }
                yield scene.fact(company, "founded", "成立", clause, said, short_date(number))
    named: set[str] = set()
    for pattern in founder.finders(scene.alphabet):
        for match in pattern.finditer(scene.signs):
            clause = scene.clause_at(match.start("who"))
            company = _company(scene, match, clause)
            if not match.groupdict().get("name"):
                company = _named_before(scene, match.start(), company)
            whole = scene.is_word_between(match.start("who"), match.end("who"))
            whole = whole or scene.signs.startswith("于", match.end("who"))
            if company and company not in named and whole:
                named.add(company)
                yield scene.fact(company, "founder", "创始人", clause, {"text": match["who"]}, "")


def _named_before(scene: Scene, place: int, company: str) -> str:
    """Return a company that is named before its founder; one only named behind is where he did something else."""
    before = [scene.name(sign) for sign in re.findall(NAME, scene.signs[:place])]
    return before[-1] if before and company not in before else company


def _company(scene: Scene, match: re.Match[str], clause: Clause) -> str:
    """Return whom a match names, else whom its clause speaks of."""
    sign = match.groupdict().get("name")
    return scene.name(sign) if sign else clause.subject


@cache
def _posts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    post = rf"(?:{cue('people', 'post')})"
    joins, becomes, leaves = cue("people", "joins"), cue("people", "becomes"), cue("people", "leaves")
    return (
        ("joins", re.compile(
            rf"(?P<event>{joins})了?(?:[前原][^，。；]{{2,10}}?)?(?P<who>{PERSON})(?:先生|女士|博士)?(?:为|担任|出任)(?:公司|该公司|本公司|其)?(?P<c"
            rf"ompany>{NAME})?[^，。；、]{{0,8}}?(?P<post>{post})")),
        ("leaves", re.compile(
            rf"(?:(?P<company>{NAME})(?:的)?)?(?P<post>{post})(?P<who>{PERSON})(?:先生|女士)?"
            rf"[^，。；]{{0,14}}?(?:，(?:已|并|现|故|遂|于|申请|提出|拟|决定)[^，。；]{{0,6}}?)?(?P<event>{leaves})")),
        ("joins", re.compile(
            rf"(?:(?P<company>{NAME})的?)?(?P<post>{post})[^。；]{{0,16}}?由[^，。；{NAME[1:-1]}]{{0,10}}?(?P<who>{PERSON})"
            r"(?P<event>出任|接任|担任|继任)")),
        ("leaves", re.compile(
            rf"(?P<who>{PERSON})(?:先生|女士)?[^，。；]{{0,12}}?(?P<event>{leaves})(?P<compan"
            rf"y>{NAME})?[^，。；]{{0,6}}?(?P<post>{post})?")),
        ("joins", re.compile(
            rf"(?P<who>{PERSON})(?:先生|女士)?，?(?:将|已|正式|近日|日前|上月|本月|上周|本周|重新|于{NUMBER})*(?P<event>"
            rf"{becomes})了?(?:[^，。；{NAME[1:-1]}]{{1,12}}的)?(?P<company>{NAME})[^。；]{{0,12}}?(?P<post>{post})")),
        ("joins", re.compile(
            rf"(?P<company>{NAME})[^，。；]{{0,8}}(?P<event>新任|任命|迎来)[^，。；]{{0,4}}?(?P<post>{post})(?:由|是|为)?(?P<who>{PERSON})(?=[，。；、（]|$|[接担出]任|表示|说|称|上任|到任|到岗|履新)")),
        ("joins", re.compile(
            rf"(?:由)?(?P<who>{PERSON})(?:先生|女士)?(?:将|已|正式|近日|于{NUMBER})*(?P<event"
            rf">出任|接任|升任|担任)(?P<company>{NAME})?[^，。；]{{0,8}}?(?P<post>{post})")),
    )  # fmt: skip


def people(scene: Scene) -> Iterator[PlatformFact]:
    """Yield who takes or leaves a post of a company."""
    seen: set[str] = set()
    for number in _guarded()[2].likely(scene.alphabet):
        event, pattern = _posts()[number]
        for match in pattern.finditer(scene.signs):
            clause = scene.clause_at(match.start("event"))
            company = scene.name(match["company"]) if match["company"] else clause.subject
            whole = scene.is_word_between(match.start("who"), match.end("who"))
            if not company or match["who"] in seen or not whole:
                continue
            seen.add(match["who"])
            value = {"person": match["who"], "event": event, "post": match["post"] or ""}
            yield scene.fact(company, "people", "人事", clause, value)
