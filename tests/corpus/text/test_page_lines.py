from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from corpus.text import page_lines
from corpus.text.seams import is_furniture
from tests.lines import every

_TABLE = tomllib.loads((files("corpus.text") / "page_lines.toml").read_text(encoding="utf-8"))
_MARKS = {
    "above": page_lines.ABOVE_TITLE,
    "lists": page_lines.LISTS_PAGES,
    "comments": page_lines.COMMENTS,
    "reply": page_lines.REPLY,
}


@pytest.mark.parametrize("kind", page_lines.FURNITURE)
def test_each_wording_of_the_table_finds_its_lines(kind: str) -> None:
    for entry in _TABLE[kind]:
        own = page_lines.pattern_of([entry])
        for line in entry["lines"]:
            assert own.fullmatch(line), (entry["pattern"], line)
            assert is_furniture(line, "")
            for mark, pattern in _MARKS.items():
                assert not entry.get(mark) or pattern.fullmatch(line)
            assert not entry.get("behind") or page_lines.BEHIND_DAY.search(f"2023-04-05 {line}")


@every(
    "line",
    [
        "用户评论", "直播与推荐", "目录", "分享我的书单", "图：神经网络", "设计：病例对照研究", "摄影：光与影的对话",
        "关注民生，推动发展", "打开 APP 的方法很简单", "我们采用问卷法，您的隐私会受到保护。", "订阅用户增长一成",
        "设置 > 通用 > 关于", "下一章讲的是渡口。", "扫描电镜照片", "全文共分三章", "主办单位：县文化馆",
    ],
)  # fmt: skip
def test_lines_of_a_text_are_none_of_the_page(line: str) -> None:
    assert not is_furniture(line, "")


def test_a_line_a_browser_prints_above_a_page_holds_its_title() -> None:
    assert page_lines.heads_page("2023/4/6 10:22 旧物市场又火了 - 某某日报", "旧物市场又火了")
    assert not page_lines.heads_page("旧物市场又火了·续篇", "旧物市场又火了")
