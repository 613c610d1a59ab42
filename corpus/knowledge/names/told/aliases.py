"""Other forms of a name, as a text gives them: 以下简称, 又称, 曾用名, 英文名, in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_place
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_ALIAS: Final = r"[一-鿿A-Za-z0-9&·. ]{2,24}?"
_RENAMED: Final = LazyPattern(
    r"(?:[在于]?(?:\d{4}[ ]?年(?:\d{1,2}月)?|[去前今]年|随后|后来|此后|[一-鿿\d]{1,3}年[前后])"
    r"|[，,]?(?:后|已|又|正式|曾|再次|宣布)){0,3}"
    r"(?:更名|改名)[为叫成]?[ ]?[“\"「]?(?P<one>[A-Z][A-Za-z&.' -]{0,30}[A-Za-z])[”\"」]?(?=[，。；,]|$)"
)
"""A Latin name a company took: 在2021年改名Meta."""
_RENAMED_SO: Final = LazyPattern(
    r"(?:后来?|又|再|随后|此后|[，,]?(?:后来|[去前今]年|\d{4}年)|正式|曾){0,2}(?:改名|更名|改称)[为叫成]?(?P<one>[一-鿿]{3,10}?)(?=[，。；]|$)"
)
"""A name a company took, in no marks: 后来改名雪岭啤酒."""
_NICKNAMED: Final = LazyPattern(
    r"[，,]?(?:也|还|则|又|早|因此|由此|从此|曾)?(?:得了?|落下?了?|落得|赢得|挣来|被起|有)了?(?:一)?个?[“\"「](?P<one>[一-鿿]{2,6})[”\"」]的?"
    r"(?:外号|绰号|诨号|雅号|别名|别称|名号|叫法|浑名|美名|俗称)"
)
"""Behind a name what it came to be called: 曜石光电，得了个“小灯泡”的外号."""
_FURTHER_ON: Final = LazyPattern(
    r"[”\"」]?(?:[（(][^（()）\n]{0,40}[）)])?[^。；\n“”]{0,30}?"
    r"(?:简称|略称|缩称|叫[作做]?|喊[作做]?|唤[作做]?|称(?:[之其]?为|作)?)(?:它|其|他们)?[“「](?P<one>[一-鿿A-Za-z0-9]{2,8})[”」]"
)
"""Further on in the sentence what a name is called for short: “…联合社”，太长，果农一律简称“…社”."""
_NEXT_LINE: Final = LazyPattern(
    r"(?:\n[^\n：:]{1,10}[：:][^\n]{0,40}){0,3}\n"
    r"(?:曾用名|原名|旧名|(?:公司|企业|证券|股票|中文)?简称|(?:中|英|外)文名称?|品牌名?称?|又名|现用?名)[：:][ ]?"
    r"(?P<one>[一-鿿A-Za-z*][一-鿿A-Za-z0-9&.（）() -]{1,38}?)[ ]?(?=\n|$|[，；;])"
)
"""Another name in a line of a record below: 企业名称：…, and 曾用名：… in the next line."""
_LETTERS: Final = LazyPattern(r"[（(](?P<one>[A-Z]{3,6})[）)]")
_LED_BRACKET: Final = LazyPattern(
    r"[（(](?:英文名|以下简称|下称|简称|原名|曾用名|又称)[：:为]?[ ]?"
    r"[“\"「]?(?P<one>[一-鿿A-Za-z][一-鿿A-Za-z .&-]{1,24}?)[”\"」]?[）)]"
)
_OF_WHAT_SORT: Final = frozenset("商国籍人司业")
"""Last signs of what says of what sort a company is: 挪威船用设备商."""
_BEHIND: Final = (
    LazyPattern(
        r"[（(](?:以下|下)?(?:合?称|简称)(?:为)?[：:]?[ ]?(?P<all>(?:[“\"「][^”\"」]{2,20}[”\"」][或、和]?)+)[）)]"
    ),
    LazyPattern(
        r"(?:，|,)?(?:对外|业内|坊间)?(?:简称|又称|又名|也叫|又叫(?=[一-鿿]{1,3}[记号堂斋坊铺居楼馆园轩行店厂社祥昌隆][，。；])|人称|俗称|改名为?|更名为?|现名)[：:]?[“\"]?(?P<one>[一-鿿A-Za-z0-9]{2,12}?)[”\"]?(?=[，。,；）)]|$)"
    ),
    LazyPattern(rf"[（(](?:曾用名|原名|英文名|前身为?)[：:]?[ ]?(?P<one>{_ALIAS})[）)]"),
    LazyPattern(
        r"[，,]?(?:原名|曾用名|旧称|旧名|前称)(?:为|叫|是|：)?[“\"]?(?P<one>[一-鿿A-Za-z0-9]{2,14})[”\"]?(?=[，。,；）)]|$)"
    ),
    LazyPattern(
        r"(?:，|,)?(?:又名|也叫|又称|英文名)[：:]?[ ]?[“\"]?"
        r"(?P<one>[A-Z][A-Za-z&.' -]{1,30}[A-Za-z])(?=[”\"，。,；）)])"
    ),
    LazyPattern(
        r"[^。；\n]{0,30}，(?:其)?英文名(?:称)?(?:为|叫|是|：)?[“\"]?"
        r"(?P<one>[A-Z][A-Za-z&.' -]{1,40}[A-Za-z.])[”\"]?(?=[，。,；）)]|$)"
    ),
    LazyPattern(
        r"(?:[（(][^（()）。]{0,30}[）)])?(?:[，,](?:其)?(?:英文名|简称|原名)[^，。；\n]{1,44})?"
        r"[，,](?:业内|业界|坊间|当地人|市民|老百姓|街坊|行内)?(?:又|也|俗|习|亲切地|常|简)[称叫]?(?:为|作|呼|其为)?[“\"](?P<one>[^”\"]{2,8})[”\"]"
    ),
    LazyPattern(
        r"[”\"」]?[，,]?(?:后来?|又|今|现|已|将|拟|正式|宣布|再次){0,3}(?:改名|更名|改称)[为叫成]?[“\"「](?P<one>[^”\"」]{2,20})[”\"」]"
    ),
    _RENAMED_SO,
    _NICKNAMED,
    _FURTHER_ON,
    _NEXT_LINE,
    LazyPattern(
        r"[ ]?[，,（(]?(?:其|的)?(?:中文名称?|中译名|译名)(?:称|为|叫|是|：|:)?"
        r"(?:[“\"「](?P<quoted>[一-鿿·]{2,10})[”\"」]|(?P<one>[一-鿿·]{2,10}?)(?=[，。,；）)]|$))"
    ),
    LazyPattern(
        r"[，,](?:其)?(?:对外|旗下)?(?:使用的?)?品牌(?:名)?(?:为|是|叫)[“\"「](?P<one>[^”\"」]{2,8})[”\"」]"
    ),
    LazyPattern(r"[^。；\n]{0,40}(?:证券简称|股票简称)[为：:]?[“\"](?P<one>[^”\"]{2,8})[”\"]"),
    LazyPattern(
        r"[（(](?:(?:以下|下)(?:简)?称|原(?!名)(?=[一-鿿]{2,12}(?:厂|公司|社|店|行|科技|集团|股份)[）)])"
        r"|(?:证券|股票|公司)?简称)[：:为]?[ ]?(?P<one>[一-鿿A-Za-z]{2,12})[）)，,；;]"
    ),
    LazyPattern(r"[，,](?:以下|下)(?:简称|合?称)[“\"]?(?P<one>[一-鿿A-Za-z]{2,8})[”\"]?(?=[，。,；）)])"),
    LazyPattern(r"(?:的|，)?全称(?:为|是|叫|：)?[“\"]?(?P<one>[一-鿿（）()]{4,30}?公司)(?=[”\"，。,；]|$)"),
    LazyPattern(
        r"(?:(?!子公司|后者|收购|旗下|将其)[^。；\n]){0,40}[年月日，后](?:又|再|正式|才)?(?:改制|改组|重组|更名|改名)为"
        r"(?P<one>(?!股份|有限|国有)[一-鿿]{2,12}(?:[（(][一-鿿]{2,6}[）)][一-鿿]{2,12})?(?:公司|集团|厂))(?=[，。；]|$)"
    ),
    LazyPattern(
        r"(?:(?!子公司|后者|收购|旗下|将其|品牌)[^。；\n]){0,16}[年月日，](?:又|再|正式|才)?(?:更名|改名)为(?P<one>[一-鿿]{3,8})(?=[，。；]|$)"
    ),
    LazyPattern(r"(?:变更|更名|改名)为(?P<one>[一-鿿]{2,12}(?:[（(][一-鿿]{2,6}[）)][一-鿿]{2,12})?公司)"),
    LazyPattern(
        r"(?:[（(][^（()）。]{0,40}[）)])?的?前身(?:正)?(?:是|为|系)"
        r"(?:[^，。]{0,16}(?:年|成立|建厂|创办|设立|组建|创建|兴建|创立|建成))?[ ]?的?"
        r"(?P<one>(?!一[家个间座])[一-鿿]{4,14}?(?:厂|公司|社|店|行))(?=[，。])"
    ),
    LazyPattern(
        r"[^。；\n]{0,60}(?:后|才|[已又再]|[正]式|如今|现在)(?:改叫|改名叫|改称)(?P<one>[一-鿿]{3,14}?)(?=[，。；]|$)"
    ),
    _RENAMED,
    LazyPattern(
        r"(?:[（(][^（()）。]{0,40}[）)])?的?前身(?:正)?(?:是|为|系)(?P<one>[A-Z][A-Za-z&.-]{1,20}|[一-鿿]{2,10}?(?:集团|科技|股份|公社|商号|商行))"
        r"(?=[，。,；])"
    ),
    LazyPattern(
        r"[^。；\n]{0,5}(?:戏称|昵称|俗称|习惯叫|惯称|亲切地?称|叫|称|喊|唤)(?:它)?(?:为|作)[“\"](?P<one>[^”\"]{2,8})[”\"]"
    ),
    LazyPattern(
        r"(?:(?!公司|集团|收购|旗下|[与和])[^。；\n]){0,24}，(?:业内|当地|江湖)?人称[“\"](?P<one>[^”\"]{2,8})[”\"]"
    ),
    LazyPattern(r"[（(](?P<one>[一-鿿]{2,10}|[A-Z][A-Za-z&. ]{1,24})[）)]"),
)
_HEAD_OF_NOTICE: Final = LazyPattern(
    r"(?:证券|股票|公司)简称[：:][ ]?(?P<one>[*A-Z]{0,3}[一-鿿A-Z]{2,8})"
    r"[ \u3000\t][^\n]{0,60}\n(?:[^\n]{0,12}\n)?[ \u3000]*$"
)
"""The short form in the head of a notice, on the line above the company's name: 证券简称：禾光股份 公告编号：…."""
_IN_MOUTHS: Final = LazyPattern(
    r"(?:[嘴口]里|[嘴口]中|圈里|眼里|圈内|叫惯了|喊惯了)的?[“\"「](?P<one>[一-鿿]{2,6})[”\"」]，"
    r"(?:指的?|说的?)?(?:就|便|正|其实)?(?:是|指)[^，。；“”]{0,16}$"
)
"""What people call a company, told before its name: 股民嘴里的“老锅炉”，指的是早年上市的北固锅炉."""
_WRITTEN: Final = LazyPattern(
    r"(?:叫|喊|称|唤)(?:它|这家[厂店]|他们|这里)?(?:作|为)?[“\"「](?P<one>[一-鿿]{2,5})[”\"」]，"
    r"[^，。；“”]{0,10}(?:登记|注册|执照|招牌|牌子|公章|大名|全名|全称|正式名称|学名)[^，。；“”]{0,8}(?:是|叫|为|写着)(?:的?是)?$"
)
"""What people call a company, told before its name: 都叫它“红旗厂”，登记上写的却是红旗轴承制造有限公司."""
_BRACKET: Final = LazyPattern(r"[（(](?P<inside>[^（()）\n]{2,90})[）)]")
_ITEMS: Final = LazyPattern(r"[^，,；;]+")
_GIVEN: Final = LazyPattern(
    r"[ ]?(?P<lead>原(?=[“\"「])|(?:以下|下文|下|对外)?(?:均|分别|合并|亦)?(?:简称|统称|合称|称)|曾用名(?:称)?"
    r"|原名|旧名|旧称"
    r"|现名|现称|前身|英文名(?:称)?|(?:英文)?(?:缩写|简称)"
    r"|[^“”，（）]{0,6}?(?:叫|喊|唤)(?:它|他们|这里)?(?:作|为)?(?=[“\"「])|中文名(?:称)?|外文名|又名|又称|也称|俗称|人称|昵称|业内称|外号|即"
    r"|品牌名?|(?:证券|股票|公司|A股)简称)?(?:为|是)?[：:]?[ ]?"
    r"(?P<named>[“\"「][^”\"」]{2,20}[”\"」](?:[或、和及]?[“\"「][^”\"」]{2,20}[”\"」])*"
    r"|[一-鿿A-Za-z][一-鿿A-Za-z0-9&·.' -]{1,24})"
)
"""What an item in the brackets behind a name gives: with a lead another form of it."""
_BEFORE: Final = LazyPattern(r"[“\"「](?P<one>[一-鿿]{2,4})[”\"」]$")
_CALLED: Final = LazyPattern(
    r"(?:叫|喊|称|唤)(?:作|为|它|他们)?[“\"「](?P<one>[一-鿿]{2,5})[”\"」]，(?:因为|因|只因|原来)[^，。；“”]{0,4}$"
)
_MANAGED: Final = LazyPattern(
    r"(?:都|也|习惯)?(?:叫|唤|喊|称)(?:作|做|为)?[“\"「](?P<one>[^”\"」]{2,8})[”\"」]"
)
"""Behind a name with 管 before it: 管江口造船厂叫“江船”."""
_IN_BRACKET_BEHIND: Final = LazyPattern(r"(?<![一-鿿])(?P<one>[一-鿿]{2,6})[（(]$")
"""A short form before the whole name in brackets: 粤华包（粤华包装股份有限公司）."""
_FORMER: Final = LazyPattern(
    r"由原?(?P<one>[一-鿿]{4,14}?(?:厂|公司|社|店|行))(?:改制|改组|重组|转制|改造)(?:而来|组建|设立|成立|而成)的$"
)
"""What a company was before, told before its name."""
_PAIR: Final = 2
"""So long is what a role has before it that tells which one: 受托|管理人, 联席|保荐人."""
_QUOTED: Final = LazyPattern(r"[“\"「](?P<one>[^”\"」]{2,20})[”\"」]")
_LED: Final = LazyPattern(
    r"(?:以下|下文|下|对外)(?:简|统|合)?称|(?:简|统|合|又|也|旧|现)称|曾用名|原名|现名|又名|[中英外]文名|品牌名"
)
"""What leads to another form within brackets, and is no part of it."""
_COMMON: Final = frozenset(
    {
        "公司",
        "本公司",
        "集团",
        "保荐机构",
        "发行人",
        "标的公司",
        "甲方",
        "乙方",
        "本行",
        "保荐人",
        "本集团",
        "上市公司",
        "转让方",
        "受让方",
        "出让方",
        "收购人",
        "转让人",
        "受让人",
        "认购人",
        "出资人",
        "债务人",
        "债权人",
        "委托人",
        "受托人",
        "原告",
        "被告",
        "承租人",
        "出租人",
        "买方",
        "卖方",
        "交易对方",
        "交易双方",
        "标的资产",
        "目标公司",
        "项目公司",
    }
)
_ROLE: Final = LazyPattern(
    r"[甲乙丙丁戊各双对己他我买卖本]方|本[一-鿿]{1,3}"
    r"|(?P<does>[一-鿿]{2})(?:人|方|商|单位|机构|部门|公司|企业|中心|平台)"
)
"""What somebody is to a notice or a contract: 招标人, 建设单位, 本行."""
_OF_DEAL: Final = frozenset(
    {
        "招标",
        "投标",
        "中标",
        "采购",
        "发包",
        "供货",
        "建设",
        "施工",
        "标的",
        "目标",
        "项目",
        "业主",
        "交易",
        "责任",
        "权利",
        "义务",
    }
)
"""What a role is called by that is no deed."""


def aliases_around(text: str, name: Span) -> Iterator[Span]:
    """Yield the places where other forms of a name are given behind it, or in quotation marks right before it."""
    before = _BEFORE.search(text, max(0, name.start - 12), name.start)
    if before and set(before["one"]) & set(name.of(text)) and not is_role(before["one"]):
        yield Span(before.start("one"), before.end("one"))
    called = _CALLED.search(text, max(0, name.start - 40), name.start)
    if called and not is_role(called["one"]):
        yield Span(called.start("one"), called.end("one"))
    for told in (_HEAD_OF_NOTICE, _WRITTEN, _IN_MOUTHS):
        above = told.search(text, max(0, name.start - 100), name.start)
        if above and not is_role(above["one"]):
            yield Span(above.start("one"), above.end("one"))
    managed = _MANAGED.match(text, name.end) if text[name.start - 1 : name.start] in {"管", "把"} else None
    if managed and not is_role(managed["one"]):
        yield Span(managed.start("one"), managed.end("one"))
    whole = _IN_BRACKET_BEHIND.search(text, max(0, name.start - 8), name.start)
    if whole and text[name.end : name.end + 1] in {"）", ")"} and _short_for(whole["one"], name.of(text)):
        yield Span(whole.start("one"), whole.end("one"))
    former = _FORMER.search(text, max(0, name.start - 30), name.start)
    if former:
        yield Span(former.start("one"), former.end("one"))
    yield from aliases_behind(text, name)


def aliases_behind(text: str, name: Span) -> Iterator[Span]:
    """Yield the places where other forms of a name are given right behind it."""
    printed = name.of(text)
    yield from _in_brackets(text, name)
    for place, pattern in enumerate(_BEHIND):
        match = pattern.match(text, name.end)
        if not match:
            continue
        if "all" in match.groupdict():
            for one in _QUOTED.finditer(text, match.start("all"), match.end("all")):
                if not is_role(one["one"]):
                    yield Span(one.start("one"), one.end("one"))
            continue
        group = "one" if match["one"] else "quoted"
        alias = match[group]
        bare = place == len(_BEHIND) - 1
        if pattern is _RENAMED_SO and not (is_coined(alias) or ends_as_company(alias)):
            continue
        product = bare and len(alias.rpartition(" ")[2]) == 1
        if is_role(alias) or product or (bare and (_LED.match(alias) or not _short_for(alias, printed))):
            continue
        if pattern is _FURTHER_ON and not _short_for(alias, printed):
            continue
        yield Span(match.start(group), match.end(group))


def _in_brackets(text: str, name: Span) -> Iterator[Span]:
    """Yield the other forms given in brackets right behind a name, whatever else stands there: （代码：…，简称“…”）."""
    bracket = _BRACKET.match(text, name.end)
    if bracket is None:
        return
    printed = name.of(text)
    for item in _ITEMS.finditer(text, *bracket.span("inside")):
        given = _GIVEN.fullmatch(text, *item.span())
        if given is None:
            continue
        quoted = list(_QUOTED.finditer(text, *given.span("named")))
        spans = [Span(*one.span("one")) for one in quoted] or [Span(*given.span("named"))]
        for span in spans:
            alias = span.of(text)
            told = given["lead"] or (
                _short_for(alias, printed) and alias[0].isascii() == printed[0].isascii()
            )
            first = item.start() == bracket.start("inside") and item.end() < bracket.end("inside")
            told = told or (first and printed[0].isascii() and _is_translated(alias))
            if told and not is_role(alias) and not alias.endswith(" "):
                yield span


def is_role(alias: str) -> bool:
    """Tell whether what stands as another form of a name only says what its bearer is there: 招标人, 本行, 甲方."""
    if alias in _COMMON:
        return True
    which = alias[_PAIR:] if alias.endswith(("人", "商", "机构")) else ""
    role = _ROLE.fullmatch(alias) or _ROLE.fullmatch(which)
    does = role["does"] if role else None
    return role is not None and (does is None or does in _OF_DEAL or word_class(does).startswith("v"))


def _is_translated(alias: str) -> bool:
    """Tell whether the first of several things in the brackets behind a Latin name is its Chinese form."""
    words = alias.replace("·", "")
    if not words.isalpha() or words[0].isascii() or alias[-1] in _OF_WHAT_SORT:
        return False
    own = words.removesuffix(plain_words(words)[-1])
    return is_coined(words) or (len(own) > 1 and is_coined(own))


def aliases_of_known(text: str, name: Span) -> Iterator[Span]:
    """Yield other forms of a widely known name right behind it: what it is called in short or now, or its letters.

    Its products stand in such brackets as often, so that bare ones give a form only where they hold a few capitals.
    """
    letters = _LETTERS.match(text, name.end)
    if letters and letters["one"] not in listed("latin") and not name.of(text).isascii():
        yield Span(letters.start("one"), letters.end("one"))
    for pattern in (_RENAMED, _LED_BRACKET):
        given = pattern.match(text, name.end)
        if given and not is_role(given["one"]):
            yield Span(given.start("one"), given.end("one"))


def _short_for(alias: str, name: str) -> bool:
    """Tell whether a form in bare brackets is made of the name's characters in order, or in the other script.

    Of a place in them is only told where the bearer is: Nordlyd Audio（丹麦）.
    """
    if alias.isascii() != name.isascii():
        return not is_place(alias)
    rest = iter(name)
    return len(alias) < len(name) and all(char in rest for char in alias)
