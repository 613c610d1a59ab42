"""Noise of copied pages: forum tags, escapes, misread marks and digits, marks of other keyboards; and what looks so."""

from __future__ import annotations

import pytest

from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose


def clean(text: str) -> str:
    return apply_edits(text, propose(text))


@pytest.mark.parametrize(
    ("noisy", "wanted"),
    [
        ("本次普查从2O23年起，到l1月l5日止。", "本次普查从2023年起，到11月15日止。"),
        ("收入3O万元，占4l%，共6O.5亿元。", "收入30万元，占41%，共60.5亿元。"),
        ("探沟深1. 5米，宽12. 6%的地段另算。", "探沟深1.5米，宽12.6%的地段另算。"),
        ("先用ﬁne网，再用eﬀect法。", "先用fine网，再用effect法。"),
        ("攤位按晚計﹐小的四百元､大的六百元｡下雨不收﹒", "攤位按晚計，小的四百元、大的六百元。下雨不收。"),
        ("早餐改为六点ï¼Œ午餐不变ã€‚大家说Â 好。", "早餐改为六点，午餐不变。大家说好。"),
        ("饭做了十年。\\r\\n最早的时候\\n娃们自带干粮。", "饭做了十年。\n最早的时候\n娃们自带干粮。"),
        (
            "[b]五块钱[/b]怎么花，[color=red]看[/color]账本。[img]http://a.com/1.jpg[/img]挂着。",
            "五块钱怎么花，看账本。挂着。",
        ),
        ('看<a href="http://a.com/b.html">这里</a>&hellip;', "看这里…"),
        (
            "钥匙放门卫室 ，，节后还；，换班先说、，再走。.不许迟到，.",
            "钥匙放门卫室，节后还；换班先说，再走。不许迟到，.",
        ),
        ("夯层厚8~10厘米，，夯窝六厘米。", "夯层厚8~10厘米，夯窝六厘米。"),
        ("负责人核对班次，离开岗位要报告.", "负责人核对班次，离开岗位要报告。"),
        ("民国二 十 六 年 统 计 表 明，过境的盐多。", "民国二十六年统计表明，过境的盐多。"),
        (
            "题目在此\n电梯通了，大家高兴。\n↓↓↓点击阅读原文\n分享、在看、点赞",
            "题目在此\n电梯通了，大家高兴。",
        ),
        ("账本谁都能翻。\n账本挂着。\n本帖最后由 老陈 于 2021-6-3 21:15 编辑", "账本谁都能翻。\n账本挂着。"),
        ('先来一段" 定场诗"，入正书。', "先来一段“定场诗”，入正书。"),
        (
            "林地和裸地两种( 宽度15 m )，都监测。只是录的人多了，, 喝茶的人少。",
            "林地和裸地两种（宽度15 m），都监测。只是录的人多了，喝茶的人少。",
        ),
        ("年轻人也来了，都发到网上．\n裘先生不管。", "年轻人也来了，都发到网上。\n裘先生不管。"),
        (
            (
                "题目在此\n周末要提前订。\n▼ 点击展开全文\n平时也满。\n发布于：湖南省"
                "\n声明：该文观点仅代表作者，平台仅提供信息存储空间服务。"
            ),
            "题目在此\n周末要提前订。\n平时也满。",
        ),
    ],
)
def test_noise_of_copied_pages_is_put_right(noisy: str, wanted: str) -> None:
    assert clean(f"题\n{noisy}" if "题目" not in noisy else noisy).removeprefix("题\n") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "型号B1O与O2-15l停产，l号机与O号机不换，容量2l、5l，电池CR2O32，时间O(1)。",
        "步骤如下：\n1. 5米以上的树要报批，先登记。\n2. 其余随意。",
        "今天(｡•ᴗ•｡)也要〝加油〞，ﾟ(ﾟ´Д｀)ﾟ｡",
        "乱码是怎么来的\n引号读错时常见 â€œ 和 ã€‚ 这样的组合，ä¸\xad 是“中”。",
        "Le café…… à côté, naïve façade, São João — né à Málaga.",
        "路径D:\\资料\\新建\\年报，注意 \\n 是换行，\\t 是制表符。",
        "论坛发帖代码教程\n变粗用 [b]文字[/b]，插图用 [img]地址[/img]，就这么简单。",
        "题\n要变红，就写成 [color=red]字[/color]，别忘了关上。",
        "题\n下面这段代码把 &nbsp; 换成普通空格：",
        "部首区的字\n⼀、⼁是康熙部首区的字符，⻝是食字旁。",
        "HTML 实体速查\n&amp; 显示为 &，<br/> 换行。",
        "群聊记录\n阿强 20:16:02\n[图片]\n小周 20:16:10\n来了来了",
        "运行记录\n一切正常。\n1 / 3\n2 / 3\n3 / 3",
        "这家店，，，怎么说呢，，还行吧~~",
        "陈 三、李 四、王 五 三人到场，比分 3 2 1。",
    ],
)
def test_what_only_looks_like_noise_stays(text: str) -> None:
    assert clean(text) == text
