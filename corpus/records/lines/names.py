"""Names in bylines: told from other words by their form, with marks, degrees and offices taken off."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.model.family_names import SURNAMES
from corpus.references.people import COMPOUND_SURNAMES
from index.lazy_pattern import LazyPattern

_HAN: Final = "\u3400-\u9fff"
_PERSON: Final = LazyPattern(
    rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}(?:·[{_HAN}A-Z.]{{1,10}})+|[{_HAN}]{{2,4}}[A-Z]?"
    rf"|(?:[A-Z]\.){{1,3}}[{_HAN}]{{2,8}}"
)
_WESTERN: Final = LazyPattern(r"[A-Z][A-Za-z'\u00c0-\u024f.-]*(?: [A-Z][A-Za-z'\u00c0-\u024f.-]*){1,3}")
RANK: Final = LazyPattern(
    r"\b(?:Reporter|Correspondent|Editor|Writer|Columnist|Producer|Analyst|Staff|Photographer|Contributor|Researcher"
    r"|Economist|Fellow|Professor|Assistant|Associate|Director|Lecturer|Officer|Manager|Consultant|Advis[eo]r)s?$",
    re.IGNORECASE,
)
"""What someone is, behind the name."""
_DAY: Final = LazyPattern(r"\d{4}\s*年")
_MARKS: Final = LazyPattern(
    r"(?<=[\u3400-\u9fff])\d[a-h](?![A-Za-z])|[\d*＊†‡§※∗#✉①-⑳¹²³⁰-⁹ᵃ-ᶻ\u1d43-\u1d6b\u2070-\u209c]+|\[\d+\]|（\d+）"
)
_MARK_BEHIND: Final = LazyPattern(
    rf"(?<=[{_HAN}])[ 　]?(?:[\d*＊†‡§※∗①-⑳¹²³⁰-⁹]+[a-h]?(?:[,，][\d*＊†‡§※∗①-⑳¹²³⁰-⁹]+[a-h]?)*)[ 　,，、]+"
    rf"(?=[{_HAN}]|[A-Z][a-z]+ [A-Z])"
)
"""The mark of a footnote that ends a name of a list."""
_OFFICE: Final = LazyPattern(
    r"^(?:(?:本[报网刊台]|特约|首席|见习|实习|资深|驻[\u3400-\u9fff]{2})*"
    r"(?:记者|通讯员|实习生|作者|编译|研究员|撰稿人?|主笔))[ 　:：]*"
)
_SPREAD_NAME: Final = LazyPattern(
    rf"(?:^|(?<=[，,、；]))[ 　]*([{_HAN}])[ 　]+([{_HAN}])[ 　]+([{_HAN}])[ 　]*(?=$|[，,、；])"
)
"""A name of three characters with blanks between them, alone between commas."""
_FAMILY_APART: Final = LazyPattern(
    rf"(?<=^[{''.join(sorted(one for one in SURNAMES if len(one) == 1))}])[ 　]+(?=[{_HAN}]{{1,2}}$)"
)
"""The blank between a family name and the name behind it, where they are all that stands between two commas."""
_PADDED: Final = LazyPattern(
    rf"(?<![{_HAN}])(?P<first>(?!文[ 　])[{''.join(sorted(one for one in SURNAMES if len(one) == 1))}])[ 　]+"
    rf"(?P<second>[{_HAN}])(?![{_HAN}])"
)
"""A name with blanks between its characters, which makes it as wide as the one beside it: 张　伟."""
_BESIDE_WESTERN: Final = LazyPattern(rf"(?<=[{_HAN}])[ 　]+(?=[A-Z][a-z]+ [A-Z])")
"""The blank between a Chinese name and a Western one: 甲　Anna Linde."""
_BEHIND_WESTERN: Final = LazyPattern(rf"(?<=[a-z])[ 　]+(?=[{_HAN}])")
_NOT_NAMES: Final = frozenset(
    [
        "来源",
        "不详",
        "未知",
        "作者",
        "编辑",
        "时间",
        "原创",
        "转载",
        "佚名",
        "匿名",
        "admin",
        "管理员",
        "网友",
        "受访者",
        "本报讯",
        "本报",
        "本刊",
        "本网",
        "各位代表",
        "摘要",
        "目录",
        "前言",
        "引言",
        "记者",
        "小编",
        "关键词",
        "参考文献",
        "参考资料",
        "注释",
        "附录",
        "致谢",
        "绪论",
        "导论",
        "结论",
        "结语",
        "联系人",
        "分析师",
        "研究员",
        "助理",
        "责编",
        "主编",
        "副主编",
        "校对",
        "摄影",
        "审核",
        "导师",
        "主持人",
        "主讲人",
        "嘉宾",
        "主播",
        "小结",
        "后记",
        "简介",
        "介绍",
        "单位",
        "授权",
    ]
)
_NO_NAME_CHARS: Final = LazyPattern(r"[的了是在和与及或被把对为这那什么怎吗呢吧]")
_NO_NAME_START: Final = LazyPattern(
    r"第[一二三四五六七八九十\d]|我要|查看|点击|关注|分享|打印|收藏|评论|返回|下载|加入|转发"
)
_MAY_BE_IN_NAMES: Final = LazyPattern(
    rf"[{''.join(sorted(one for one in SURNAMES if len(one) == 1))}](?:[在和与为之][{_HAN}]|[{_HAN}]和)$"
)
"""A name in which a word stands that names seldom hold: 龙在田."""
_SINGLE: Final = LazyPattern(rf"[ 　]*[{_HAN}](?:[ 　]+[{_HAN}])+[\d*＊†‡§※∗ 　,，]*")
DONE: Final = "著编译撰摄绘"
"""What somebody did with a text, in one character behind the name."""
_THREE: Final = LazyPattern(rf"[{_HAN}][ 　]+[{_HAN}][ 　]+(?![{DONE}])[{_HAN}]")
"""A name of three characters that stand apart."""
_FEWEST_SIGNS, _MOST_SIGNS = 2, 4
_OLD_SURNAMES: Final = str.maketrans(
    "陳劉張趙黃吳孫馬羅鄭謝韓馮鄧許蘇呂葉閻蔣鐘譚鄒陸賈韋廖錢龔萬顧賴龍喬賀湯嚴溫魯聶倫莊顏梁蕭歐司諸東譙單於應畢邱齊鮑婁費",
    "陈刘张赵黄吴孙马罗郑谢韩冯邓许苏吕叶阎蒋钟谭邹陆贾韦廖钱龚万顾赖龙乔贺汤严温鲁聂伦庄颜梁萧欧司诸东谯单于应毕邱齐鲍娄费",
)
_WHOLE_NAME: Final = 3
_PEN_NAME: Final = LazyPattern(rf"[{_HAN}A-Za-z0-9_·-]{{2,10}}")
_SENTENCE: Final = LazyPattern(
    r"[了是什么怎吗呢吧]|^\d+$|^[一二三四五六七八九十]+[个名位人]|署名|不明|未知|见文末|集体"
    r"|(?:会员|教授|讲师|研究员|院长|主任|主席|理事|学者|专栏作家)$"
)
_BODY: Final = LazyPattern(
    r"(?:局|委|委员会|院|所|中心|公司|集团|大学|学院"
    r"|(?:大学|学院)[\u3400-\u9fff]{2,8}系|协会|学会|商会|咨询|(?:管理|咨询|企业|投资|财务)顾问|智库|传媒|(?<![\u3400-\u9fff]{7})研究|联合会|基金会|研究会|小组|课题组"
    r"|编辑部|编写组|联盟|出版社|管委会|工商联|中心组|公署|法院|检察院|研究室|秘书处|(?:研究|调查|资料|课题)组"
    r"|(?:研究院|研究所|研究部|中心|事业部)[\u3400-\u9fff]{1,6}[组部室]"
    r"|妇联|团委|共青团|总工会|工会|侨联|文联|残联|科协|宣传部|组织部|统战部"
    r"|实验室|文化馆|档案馆|图书馆|博物馆|银行"
    r"|(?:厅|局|委|委员会|办公室)[\u3400-\u9fff]{2,8}[处科司股]"
    r"|工作组|政府|办公室|部|署|厅|社|队|会)$"
)


_DOES: Final = LazyPattern(
    r"[。，！？：:；]|注册成立|递表|挂牌(?!办)|登陆|冲刺|闯关|走进|进驻|签约|牵手|告别|约谈|收购|起诉|拟赴|转战|入驻|亮相"
)
"""What no body's name holds: marks of a sentence, what a headline says somebody does."""


def without_marks(text: str) -> str:
    """Return a name or title without the small numbers and stars of footnotes."""
    return _MARKS.sub("", text).strip()


def people_in(text: str) -> list[str]:
    """Return the names a stretch of a byline lists, empty where any part of it is no name."""
    return list(_people_in(text))


@lru_cache(maxsize=256)
def _people_in(text: str) -> tuple[str, ...]:
    """Return the people a line names, kept: many readers ask for the same few lines in a row."""
    if _DAY.search(text):
        return ()
    text = re.sub(r"[（(][^（）()]*(?:[）)]|$)|[【〔\[［][\u3400-\u9fff]{1,3}[】〕\]］]", " ", text).strip()
    parted = _MARK_BEHIND.sub("、", text)
    if parted == text and _THREE.fullmatch(text):
        return _people_in("".join(text.split()))
    if parted != text:
        text = "、".join(_unspread(part) for part in parted.split("、"))
    text = re.sub(rf"(?<=[A-Z]\.)[ 　]+(?=(?:[A-Z]\.[ 　]?){{0,2}}[{_HAN}])", "", text)
    bare = _BEHIND_WESTERN.sub("、", _BESIDE_WESTERN.sub("、", without_marks(text)))
    joined = _SPREAD_NAME.sub(r"\1\2\3", bare)
    joined = re.sub(rf"(?<![{_HAN}])([{_HAN}])[ 　]+([{_HAN}])(?![{_HAN}])", r"\1\2", joined)
    if _WESTERN.fullmatch(re.split(r",| and ", joined)[0].strip()):
        parts = [part.strip() for part in re.split(r",| and |&|;", joined) if part.strip()]
        return tuple(parts) if all(_WESTERN.fullmatch(part) for part in parts) else ()
    found: list[str] = []
    for part in _parts(joined):
        name = _OFFICE.sub("", part)
        if found and _WESTERN.fullmatch(name):
            found.append(name)
            continue
        if not name or (found and _NO_NAME_START.match(name)):
            continue
        if not is_person(name) and not (found and is_family_name(name)):
            return ()
        found.append(name)
    return tuple(found)


def _parts(listed: str) -> list[str]:
    """Return the words of a list of names; a Western name between its commas is one of them."""
    whole = [_FAMILY_APART.sub("", part.strip(" 　")) for part in re.split(r"[、，,;；/／]+", listed)]
    return [
        word
        for part in whole
        for word in ([part] if _WESTERN.fullmatch(part) else re.split(r"[\s　]+", part))
    ]


def _unspread(part: str) -> str:
    """Return a name whose characters stand apart (甲 乙 丙) as one word, anything else as it is."""
    signs = part.split()
    spread = _FEWEST_SIGNS <= len(signs) <= _MOST_SIGNS and bool(_SINGLE.fullmatch(part))
    return "".join(signs) if spread else part


def people_before_bodies(text: str) -> list[str]:
    """Return the names before the bodies they belong to (甲　某大学), empty where a line holds anything else."""
    parts = [part for part in re.split(r"[\s　]+", re.sub(r"[（(][^（）()]*(?:[）)]|$)", " ", text)) if part]
    first = next((place for place, part in enumerate(parts) if is_body(part)), len(parts))
    if not first > 0 or not all(is_body(part) for part in parts[first:]):
        return []
    return people_in(" ".join(parts[:first]))


def western_people(line: str) -> list[str]:
    """Return the names of a line of Western authors, small letters and marks of footnotes taken off."""
    parts = [
        re.sub(r"[^A-Za-z'\u00c0-\u024f. -]", "", without_marks(part)).strip()
        for part in re.split(
            r",|;|\|| and |&|·|\s{2,}|(?<=[a-z])[\d*∗†‡§¶]+\s+(?=[A-Z])",
            re.sub(r"(?<=[a-z.])\s+[a-h](?=\s*(?:[,;]|and |$))", "", line),
        )
    ]
    names = people_in(", ".join(part for part in parts if len(part) > 1 and not RANK.search(part)))
    return [_in_small_letters(name) if name.isupper() else name for name in names]


def _in_small_letters(name: str) -> str:
    """Return a name printed in capitals as it is written elsewhere, initials left as they are."""
    return " ".join(word.capitalize() if len(word) > 2 and "." not in word else word for word in name.split())


def without_padding(line: str) -> str:
    """Return a line in which the characters of each name stand together: 张 伟　李建国 becomes 张伟　李建国.

    Three characters apart are one name where they are all of the line.
    """
    if _THREE.fullmatch(line):
        return "".join(line.split())
    return _PADDED.sub(r"\g<first>\g<second>", line)


def pen_name(text: str) -> str:
    """Return the name behind a label where it may be a pen name: short, without marks, no sentence. Else empty."""
    name = text.strip()
    return name if _PEN_NAME.fullmatch(name) and name not in _NOT_NAMES and not _SENTENCE.search(name) else ""


def is_person(name: str) -> bool:
    """Tell whether ``name`` has the form of a person's name or a pen name."""
    if not _PERSON.fullmatch(name) or name in _NOT_NAMES or _NO_NAME_START.match(name):
        return False
    return not _NO_NAME_CHARS.search(name) or (
        len(name) == _WHOLE_NAME and _MAY_BE_IN_NAMES.match(name) is not None
    )


def is_family_name(name: str) -> bool:
    """Tell whether ``name`` is a family name of every day and one or two more characters."""
    first = name[:2].translate(_OLD_SURNAMES)
    short = len(name) in {2, 3} and first[:1] in SURNAMES
    compound = len(name) in {3, 4} and first in COMPOUND_SURNAMES
    return (short or compound) and bool(_PERSON.fullmatch(name)) and name not in _NOT_NAMES


def is_body(name: str) -> bool:
    """Tell whether ``name`` has the form of an institution's name."""
    return 3 <= len(name) <= 30 and bool(_BODY.search(name)) and not _DOES.search(name)
