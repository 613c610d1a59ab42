"""Labels that no table lists, told by the word they end in: …时间 is a day, …单位 a body, …标题 a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.lines.dates import is_date_line
from corpus.records.lines.label_words import LABELS, TABLE_LABELS
from corpus.records.lines.names import is_body, people_in
from corpus.records.lines.notices import NUMBERS
from corpus.records.lines.title_marks import MARKS
from index.lazy_pattern import LazyPattern

_KNOWN: Final = frozenset(
    label for table in (LABELS, TABLE_LABELS) for labels in table.values() for label in labels
)
_OTHER_DAYS: Final = LazyPattern(
    r"申请|授权|优先权|实施|施行|执行|生效|失效|废止|更新|修[改订回]|收稿|来稿|投稿|接受|录用|采访|受访|访问|访谈|下载|打印|引用"
    r"|截[止至]|开始|结束|起[止讫]"
    r"|会议?|开会|答辩|入学|毕业|出生|注册|立项|结项|调[研查]|印刷|重印|加工|到期|阅读|观察|拍摄|录制|直播|下[一次]"
    r"|事件|案发|活动|报名"
)
_OTHER_BODIES: Final = LazyPattern(
    r"参[编与加]|协[编办作]|支持|指导|主[办管]|承办|作者|所在|工作|批准|归口|提出|抄[送报]|主送|印刷|印制|参会|受访"
    r"|联系"
)
_DAY: Final = LazyPattern(r"(?P<about>[\u3400-\u9fff]{1,4})(?:时间|日期|日)")
_BODY: Final = LazyPattern(
    r"(?P<about>[\u3400-\u9fff]{1,4})(?:单位|机关|机构|部门|方)|机构|部门|单位|公众号名称|公众号|账号|公号"
)
_TITLE: Final = LazyPattern(
    r"[\u3400-\u9fff]{1,4}(?:标题|题目|题名|篇名)|(?:法规|标准|文件|报告|文献|文章|图书|政策|论文|数据集?|资料"
    r"|课件)名称?|主旨|(?:正"
    r"|主)标题"
)
_WRITER: Final = LazyPattern(
    r"(?:发言|报告|主讲|演讲|致辞|讲话|发布|发帖|撰写|投稿|发表|主笔|写作|宣讲|分享|口述整理)(?:人|者)|投稿人|主讲|署名"
)
_ROW: Final = LazyPattern(
    r"(?P<label>[\u3400-\u9fff](?:[ 　]*[\u3400-\u9fff]){1,6})[ 　]*[:：][ 　]*(?P<value>\S.*)"
)
_BRACKETED: Final = LazyPattern(
    r"[【\[［〔](?P<label>[\u3400-\u9fff，、()（） 　]{2,11})[】\]］〕][ 　]*[:：]?[ 　]*(?P<value>\S.*)"
)
_OF_PEOPLE: Final = frozenset(label for field in ("told_by", "asked", "asked_by") for label in LABELS[field])
"""Labels of people that name a column where a title stands behind them: 【口述】我在山里修路."""
_LONGEST_NAMES: Final = 6
_LINES: Final = 20
_ENOUGH: Final = 2
"""Rows of labels and values that make a table; one alone may be a title or a sentence."""
_OF_READERS: Final = LazyPattern(r"论文|学位|网络|发送|中文|英文|外文|课题|项目")
"""How labels begin that readers of covers and first pages know themselves."""
_STRETCH: Final = LazyPattern(r"[至到~～]|\d\s*[—–]")
_LONGEST_VALUE: Final = 30
_SHORTEST_TITLE: Final = 4


def with_known_labels(lines: Sequence[str]) -> list[str]:
    """Return lines whose labels are the ones the readers know, where a word and its value tell which."""
    rows = [_ROW.fullmatch(line) if line[-1:] not in "。！？" else None for line in lines[:_LINES]]
    told = list(lines)
    bracketed = {
        place: one for place, line in enumerate(lines[:_LINES]) if (one := _BRACKETED.fullmatch(line))
    }
    if len(bracketed) + sum(row is not None for row in rows) >= _ENOUGH:
        for place, one in bracketed.items():
            label = re.sub(r"[ 　]", "", one["label"])
            known = label if label in _KNOWN else known_label(label, one["value"])
            if label in MARKS["before"]:
                continue
            if label in _OF_PEOPLE and len(one["value"]) > _LONGEST_NAMES and not people_in(one["value"]):
                continue
            known = known or (label if NUMBERS.match(f"{label}：") else "")
            told[place] = f"{known}：{one['value']}" if known else lines[place]
    for place, row in enumerate(rows if sum(row is not None for row in rows) >= _ENOUGH else ()):
        label = re.sub(r"[ 　]", "", row["label"]) if row else ""
        if row is None or label in _KNOWN or _OF_READERS.match(label) or not _beside_a_row(rows, place):
            continue
        known = known_label(label, row["value"].strip())
        if known:
            told[place] = f"{known}：{row['value'].strip()}"
    return told


def _beside_a_row(rows: Sequence[object], place: int) -> bool:
    """Tell whether a row stands next to another one, a line between them or none."""
    return any(
        0 <= other < len(rows) and rows[other] for other in (place - 2, place - 1, place + 1, place + 2)
    )


def known_label(label: str, value: str) -> str:
    """Return the label that readers know for one they do not, empty where its word or its value tells nothing."""
    day, body = _DAY.fullmatch(label), _BODY.fullmatch(label)
    if day and is_date_line(value) and not _STRETCH.search(value) and not _OTHER_DAYS.search(day["about"]):
        return "发布时间"
    if body and not (body["about"] and _OTHER_BODIES.search(body["about"])) and len(value) <= _LONGEST_VALUE:
        account = "号" in label
        return "公众号" if account else "发布单位" if is_body(value) else ""
    if _TITLE.fullmatch(label) and len(value) >= _SHORTEST_TITLE:
        return "标题"
    if not _WRITER.fullmatch(label) or len(value) > _LONGEST_VALUE:
        return ""
    return "发布单位" if label.startswith("发布") and is_body(value) else "作者"
