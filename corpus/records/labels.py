"""Lines of labels and values under a title and at the end: 来源：… 作者：… 时间：…, on one line or on two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

LABELS: Final = {
    "author": [
        "作者",
        "撰文",
        "文",
        "文字",
        "记者",
        "本报记者",
        "撰稿",
        "撰稿人",
        "采写",
        "采访",
        "执笔",
        "作者姓名",
        "文字整理",
        "发帖人",
        "博主",
        "撰写",
        "采编",
        "主笔",
        "文章作者",
        "本文作者",
        "原文作者",
        "原作者",
        "整理",
        "原创",
    ],
    "source": [
        "来源",
        "文章来源",
        "本文来源",
        "原文来源",
        "内容来源",
        "信息来源",
        "稿件来源",
        "新闻来源",
        "出处",
        "公众号",
        "微信公众号",
        "媒体",
        "稿源",
        "公号",
        "来源网站",
        "转自",
        "转载自",
        "摘自",
        "原载",
        "首发",
        "来自",
    ],
    "sheet": ["版次", "版面", "版号"],
    "made_by": [
        "出品",
        "发布单位",
        "发布机构",
        "编制单位",
        "发布者",
        "发文机关",
        "发文单位",
        "制定机关",
        "承担单位",
        "完成单位",
        "发文机构",
        "制发机关",
        "发布机关",
        "公开单位",
        "供稿",
        "供稿单位",
        "编制机构",
        "出品方",
        "出品单位",
        "主编单位",
        "编写单位",
        "研究单位",
        "编纂单位",
        "编撰单位",
    ],
    "issued": [
        "发布时间",
        "发布日期",
        "发表时间",
        "发表日期",
        "发表于",
        "时间",
        "日期",
        "发布",
        "出版日期",
        "完成日期",
        "完成时间",
        "发布于",
        "编辑于",
        "发文日期",
        "发文时间",
        "发帖时间",
        "公开日期",
        "刊发时间",
        "刊发日期",
        "发稿时间",
        "发稿日期",
        "网络首发时间",
        "首发时间",
        "首发日期",
        "刊登日期",
        "刊登时间",
        "见报日期",
        "公布日期",
        "公布时间",
        "登载日期",
        "报道时间",
        "上传时间",
        "报告日期",
        "报告时间",
        "完稿日期",
        "定稿日期",
        "Published",
        "Posted",
        "Date",
    ],
    "written": ["成文日期", "成文时间", "撰写日期", "生成日期", "生成时间", "制发日期", "签发日期"],
    "number": ["文号", "发文字号", "标准号"],
    "address": ["原文链接", "链接", "网址", "原文地址"],
    "other": [
        "编辑",
        "本版编辑",
        "本期编辑",
        "本版责编",
        "版面编辑",
        "数据",
        "口述",
        "插画",
        "插图",
        "视觉",
        "编",
        "文编",
        "责编",
        "责任编辑",
        "校对",
        "图",
        "摄影",
        "摄",
        "图片",
        "统筹",
        "监制",
        "审核",
        "浏览",
        "阅读",
        "阅读次数",
        "点击",
        "点击数",
        "浏览次数",
        "版式",
        "美编",
        "排版",
        "策划",
        "制图",
        "视频",
        "施行日期",
        "实施日期",
        "更新时间",
        "更新",
        "评论",
        "分类",
        "标签",
        "头图来源",
        "图片来源",
        "题图来源",
        "题图",
        "头图",
        "关键词",
        "译者",
        "翻译",
        "译",
        "地点",
        "出席",
        "联系人",
        "联络人",
        "执业证书",
        "指导教师",
        "指导老师",
        "字号",
        "分享",
        "打印",
        "实习生",
        "初审",
        "复审",
        "终审",
        "一审",
        "二审",
        "三审",
        "总编",
        "签发",
        "值班编辑",
        "受访人",
        "受访者",
        "作者单位",
        "采访时间",
        "采访地点",
        "采访人",
        "录入",
        "点赞",
        "转发",
        "原标题",
        "版块",
        "阅读量",
        "浏览量",
        "访问量",
        "供图",
        "设计",
        "制作",
        "运营",
        "参编单位",
        "协编单位",
        "指导单位",
        "支持单位",
        "主办单位",
        "研究支持",
        "联系邮箱",
        "电话",
    ],
}
_FIELD_OF: Final = {label: field for field, labels in LABELS.items() for label in labels}
_WORDS: Final = "|".join(sorted((r"[ 　]*".join(label) for label in _FIELD_OF), key=len, reverse=True))
_PAIR: Final = re.compile(
    rf"(?:^|(?<=[\s　（(【\[）)】\]■●·|｜丨>/／；;、]))({_WORDS})[ 　]*([:：/／|｜丨])[ 　]*"
)
_MARKS: Final = " 　\t·|｜丨；;、，,）)】]"
_BEHIND: Final = re.compile(
    r"[ 　]*[|｜丨][ 　]*|\t+|[ 　]{2,}(?=\S*\d)|[ 　]+(?=\d{4}[-年/.]|第?\s?[A-Z]?\d{1,3}\s?版)"
    r"|[ 　]+(?=(?:记者|责编|责任编辑|编辑|通讯员|实习生|作者|摄影|字体|字号|浏览|点击|阅读|打印))"
    r"|[ 　]+(?=[\u3400-\u9fff]{2,6}[:：])|(?<=[报网社台刊端])(?=记者[ 　])"
    r"|[ 　]+(?=分享到?[:：]|保护视力|我要纠错|打印本页|关闭窗口|【)|[ 　]*[】\]][ 　]*[【\[]"
    r"|[，,][ 　]*(?=(?:选自|摘自|原载|载于?|刊于?|来源)[《：:])"
    r"|[ 　]*[（(]ID[:：]|[ 　]*[【\[（(](?=打印|关闭|字体|字号|大[ 　]|收藏|分享|返回)"
)
_ENDS: Final = re.compile(r"[:：]")
_SINCE: Final = re.compile(r"(?:^|(?<=[\s　·|｜]))(?:发布于|编辑于|发表于|更新于)(?=[ 　]*\d{4})")
_ALONE: Final = re.compile(rf"({_WORDS})[ 　]*[:：]?")


def pairs(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield (field, label, value) for every label of ``lines``; a label alone on its line takes the next line."""
    waiting = ""
    for line in lines:
        stripped = line.strip(" 　（()）【】[]*—")
        if waiting:
            if not _ALONE.fullmatch(stripped):
                yield _FIELD_OF[waiting], waiting, stripped
                waiting = ""
                continue
            waiting = ""
        alone = _ALONE.fullmatch(stripped)
        if alone:
            waiting = _bare(alone[1])
            continue
        stripped = _SINCE.sub(lambda since: since[0] + "：", stripped)
        found = list(_PAIR.finditer(stripped))
        for one, end in zip(found, [*(other.start() for other in found[1:]), len(stripped)], strict=False):
            value = _BEHIND.split(stripped[one.end() : end].strip(_MARKS))[0].strip(_MARKS)
            yield _FIELD_OF[_bare(one[1])], _bare(one[1]), value


def is_labelled(line: str) -> bool:
    """Tell whether a line begins with a label and its value."""
    return bool(_PAIR.match(line.strip(" 　（(【[*■●—")))


@cache
def _patterns_of(label: str, *, bare: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a label with its value in a line, and what a line of the label alone is."""
    spaced = r"[ 　]*".join(map(re.escape, label))
    mark = r"(?:[ 　]*[:：][ 　]*|[\s　]+)" if bare else r"[ 　]*[:：][ 　]*"
    return (
        re.compile(
            rf"(?:^|[\s　]){spaced}{mark}(\S[^\n]*?)(?:[ 　]{{2,}}|[ 　](?=[\u3400-\u9fff]{{2,8}}[:：])|$)"
        ),
        re.compile(rf"{spaced}[ 　]*[:：]"),
    )


def labelled(lines: Sequence[str], *labels: str, bare: bool = False) -> str:
    """Return the value of the first of ``labels`` that a line begins with, blanks inside a label ignored.

    A label with its colon alone on a line takes the next one. ``bare`` takes a blank for the colon.
    """
    together = "\n".join(lines)
    if not bare and not _ENDS.search(together):
        return ""
    for label in labels:
        if not all(character in together for character in label):
            continue
        pattern, alone = _patterns_of(label, bare=bare)
        for line, below in zip(lines, [*lines[1:], ""], strict=True):
            if label[0] not in line:
                continue
            found = pattern.search(line)
            if found:
                return found[1].strip()
            if alone.fullmatch(line) and below and not _ENDS.search(below):
                return below
    return ""


def _bare(label: str) -> str:
    return re.sub(r"[ 　]", "", label)
