"""The words around a figure: its clause, and the metric they name."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.knowledge.note_marks import UNSEEN
from corpus.knowledge.regions import SCOPE_HEAD

BOUNDARY = re.compile(r"[，,；;。！？!?：:\n\t（(【［\[）)】]|——")
_BACKWARDS = re.compile(r"[；;。！？!?\n\t（(【［\[）)】]|[，,：:](?:(?<!\d[，,：:])|(?!\d))")
"""A boundary of one character in a text turned round; between two digits a comma or colon is none."""
_TAIL = re.compile(
    r"(?:[再又]?[迈跨登跃]上[^，,]{0,4}台阶|[再又]上[^，,]{0,3}台阶|"
    r"[ 　*“\"]|一共|现在|已经|已|也|倒是?(?<![打推压摔绊]倒)"
    r"|(?<![人年月日户亩平])均|都|仍|(?<![偿归退返交送])还|再|又|则|却|反而|只剩下?|仅剩下?|还剩下?|就|仅|只"
    r"|(?<![行作华])为|是"
    r"|(?<![国公私民现持])有|达到了?|达成"
    r"|达|至|到|(?<![存潜现])在|(?<![关处])于|占到?了?|(?<![签预合租违履制节])约|近|将|(?<![社协委议展大工商学峰晚年盛赛例选览博洽交运聘布介讨])会|(?<![许认])可"
    r"|(?<![产储节智功性动效势职核光热氢赋])能|(?<!需)要|(?<!公)共|(?<![统设审会])计|了|的|(?<!新)高|有望|预计|预期"
    r"|力争|确保|控制|"
    r"完成|实现|保持|稳定|维持|增长到|增加到|提高到|提升到|上升到|下降到|减少到|降低到|扩大到|增长至|增加至|提高至|提升至|上升至|下降至|降至|升至|增至|扩至|缩至|"
    r"(?:缩短|压缩|缩减|延长|攀升|跃升|回升|回落|扩展|拓展|发展|壮大|增长|增加|提高|提升|上升|下降|减少|降低|扩大|缩小|压减|收窄)[到至]|"
    r"突破|超过了?|超|逾|接近|逼近|跃升|跃上|迈上|站上|累计|总计|合计|分别|首次|一举|一度|成功|同时|获得|获|取得|拥有|具有|包括|包含|涵盖|覆盖|高达|多达|(?<=[一-鿿][一-鿿])(?:收报|开报|报收)|(?<![日周月年简])报|录得|"
    r"拿到|拿下|募集|筹集|共有|设有|建成|大概|大约|小于|大于|少于|多于|低于|高于|得到?|不低于|不少于|至少|最多|左右|号称|宣称|自称|支撑着|着|被|(?<=[店户家])净|(?<!变)更|(?<=..)(?<![上下回攀提增爬])[涨跌]|(?<![自理])由|年均|最|其次|主要集中|主要分布|集中|分布|较|连续|从|(?<![方定])向|冲击|攀升"
    r"|達到?|為|約|大約|僅|佔|於|將近|共計|總計|長達|高達|(?<![打突])破|另有"
    r"|(?:过去|近|连续)?[一二两三四五六七八九十\d]+年(?:来|间)?)$"
)
_HEAD = re.compile(
    r"^(?:[ 　*#>|-]|[.．](?!\d)|同期(?=[营收净毛利亏产销归下发成])|单季度?(?=[营收净毛利亏归])"
    r"|(?:达产|满产|投产|建成)后(?=年产|可?年)|报告期内?(?=[营收净毛利亏归公])|将(?=投资|新建|建设|收购|募集|发行)|约定(?=[年月日]?利[率息])"
    r"|[”'、，,；;：:》）)]|其中|其次是?|共有|现有|最多的是|接下来是?|分别是|此外|同时|另外|并且"
    r"|并|而|但是|但"
    r"|则|且|(?:过去|近)?[一二两三四五六七八九十\d]+年(?:来|间)?(?=新增|新设|累计|新)"
    r"|如果|假如|若(?=[一-鿿]{3})|另有|另約?(?=$|[一-鿿]{2})|约(?=占)|以及|及|和(?!谐)|与(?!会)|根据|系(?![列统数])|上述|其余(?=$)|今(?=累计|已|共)|公告称?(?=拟|将|预计)|未来[一二两三四五六七八九十\d]{1,2}年(?:内|里|间)?|拟(?![合态人定物以向])|也|还(?!款|贷)|又|再(?![生贷保制融担])|即(?!时|配)|因此|所以|目前|当前|如今|现在|今年|去年|预计"
    r"|预期(?!寿命)|要(?=力争|确保|努力|实现|推动)|努力|力争|确保|据预测|[一二三四五六七八九十]是(?=[一-鿿]{3})|"
    r"据统计|据悉|据测算|据估算|据了解|数据显示|数据还显示|调查显示|统计显示|报告显示|结果显示|截至|截止|到(?![位账期访岸场港货])|至"
    r"|在(?![沪京渝川建校岗线职册营园网库编研])|自(?![治然动主媒营建身贸来行住备愿学有筹])|从(?!业|事)|全年|当年|期间|年均|累计|共计|总共|已经|已(?![婚故知]|投[项企])|可能|好像|获得|获批|获(?!评|奖|客|利|悉)|完成|实现|"
    r"着力|实施|持续|连续|新增?建?(?=成功)|年(?=[^均产度])|时(?=年)|有(?![限效色机关轨线害偿形氧毒期奖望序无])(?=[一-鿿]{3})|末|底(?![部层])|，|的(?!士)|时期|内(?![部贸资需蒙陆河销容江])|里(?!程)|中(?=[，,]))"
)
_KIND_OF_PLACE = frozenset({"区域", "地区", "市场", "板块", "业务", "片区"})
"""What is nothing without the place before it: 北美区域."""
_REACH = 300
"""No clause is longer than this, in code points."""

EMPTY = re.compile(
    r"(?!\d0后$)"
    r"[\d.,%年月日季度一二两三四五六七八九十半后前于第全上下天周个Qq \-—~至到末底初份旬内来起的和间期已经就有]*"
)
_LONGEST_TAIL = 16
"""No end that ``_TAIL`` finds is longer, in code points, but one with a numeral that goes over the middle of it."""
_IN_NUMERAL = re.compile(r"[一二两三四五六七八九十\d]")
METRIC_HEAD = re.compile(
    r"(?:(?:进出口|进口|出口|销售|零售|交易|成交|贷款|存款)?总[额值量]|增加值|总产值|产值|生产总值|总值|收入|支出|投资|交易额|销售额|零售额|成交额|进出口|出口|进口|总额|规模|产量|销量|总量|用户|人数|"
    r"比重|占比|比例|份额|渗透率|普及率|贡献率|转化率|增速|利润|利润率|市值|估值|融资|消费|存款|贷款|余额|面积|能力|数量|客流|装机容量|装机|里程|产能|容量|发电量|电量|人口|毛?[一-鿿]{2}率)$"
)
_OWN_HEAD = re.compile(rf"[数额量率值积]$|{METRIC_HEAD.pattern}")
_TWIN = re.compile(
    r"城镇|农村|城市|乡村|进口|出口|国内|国外|境内|境外|入境|出境|省内|省外|线上|线下|东部|中部|西部|东北|男性|女性|男|女"
    r"|第?[一二三]|第[一二三]产业|有效|实际|新增|存量|公办|民办|国有|民营|个人|单位|商品|服务|货物|工业|农业|内资|外资"
    r"|刑事|治安|民事|(?:国家|[省市部县区])级|本科|专科|高职|普通|职业"
)
_INNER = re.compile(
    r"^(?:在|对|将|把|以|当)?(?:最近的|本次|此次)?(?P<np>.+?)(?:(?<![高初集])中|里|上|内|方面|领域)$"
)


def clause_start(text: str, start: int, limit: int) -> int:
    """Return where the clause begins that holds position ``start``, not before ``limit``."""
    limit = max(limit, start - _REACH)
    if start <= limit:
        return limit
    if text.find("——", limit, start) < 0:
        return _clause_start_backwards(text, start, limit)
    position = limit
    for match in BOUNDARY.finditer(text, limit, start):
        inner = (
            match[0] in ",，：:"
            and text[match.start() - 1 : match.start()].isdecimal()
            and text[match.end() : match.end() + 1].isdecimal()
        )
        if not inner:
            position = match.end()
    return position


def _clause_start_backwards(text: str, start: int, limit: int) -> int:
    """Return what ``clause_start`` does, looking back from ``start``: the boundary is near, the limit is not."""
    behind = text[start : start + 1]
    backwards = text[max(0, limit - 1) : start + 1][::-1]
    match = _BACKWARDS.search(backwards, len(behind), start + len(behind) - limit)
    return start + len(behind) - match.start() if match else limit


@lru_cache(maxsize=4096)
def strip_metric(words: str) -> str:
    """Return the noun phrase left of a clause head after connectors, scope words and verbs are taken off."""
    words = words.replace(UNSEEN, "").strip()
    while True:
        shorter = _HEAD.sub("", words)
        shorter = _without_tail(shorter)
        if shorter == words:
            break
        words = shorter
    inner = _INNER.match(words)
    if (
        inner
        and len(inner["np"]) >= 2
        and inner["np"][-1] not in "以之线网"
        and not METRIC_HEAD.search(words)
    ):
        words = inner["np"]
    words = _unquoted(words.strip(" 　"))
    return "" if EMPTY.fullmatch(words) else words


def _without_tail(words: str) -> str:
    """Return words without the verb or scope word at their end, which is looked for only where it may begin."""
    near = len(words) - _LONGEST_TAIL
    if near <= 0 or "\n" in words or _IN_NUMERAL.match(words, near + _LONGEST_TAIL // 2):
        return _TAIL.sub("", words)
    match = _TAIL.search(words, near)
    return words[: match.start()] if match else words


def _unquoted(words: str) -> str:
    """Take quotation marks off that enclose the whole phrase or have lost their partner."""
    for opening, closing in (("“", "”"), ("「", "」"), ('"', '"')):
        if words.startswith(opening) and words.endswith(closing) and len(words) > 1:
            return words[1:-1]
        if opening != closing and words.count(opening) != words.count(closing):
            words = (
                words.lstrip(opening).rstrip(closing)
                if words[:1] == opening or words[-1:] == closing
                else words
            )
    return words.strip('" ') if words.count('"') % 2 else words


def split_scope(words: str) -> tuple[str, str]:
    """Part the scope a metric begins with from the metric: 全省生产总值 → 全省, 生产总值."""
    match = SCOPE_HEAD.match(words)
    if not match or match.end() >= len(words):
        return "", words
    rest = words[match.end() :].lstrip("的 ")
    return ("", words) if rest in _KIND_OF_PLACE else (match[0].removesuffix("的"), rest)


def split_list(words: str, count: int) -> tuple[str, ...] | None:
    """Part a list of ``count`` subjects that share their last noun: 装备制造业、高技术制造业增加值."""
    items = [
        item.strip()
        for item in re.split(
            r"、|以及|，|,|(?<!中)和(?!谐)|(?<![普涉以波累触顾提危企])及(?![其率格时早至物])|与", words
        )
        if item.strip()
    ]
    if len(items) != count:
        return None
    twin = _TWIN.match(items[-1])
    if count > 1 and twin and all(_TWIN.fullmatch(item) for item in items[:-1]):
        return (*(item + items[-1][twin.end() :] for item in items[:-1]), items[-1])
    head = ""
    for index in range(count - 1, -1, -1):
        own = METRIC_HEAD.search(items[index])
        if own:
            head = items[index].rpartition("的")[2] if "的" in items[index] else own[0]
        elif not _OWN_HEAD.search(items[index]):
            items[index] += head
    return tuple(items)
