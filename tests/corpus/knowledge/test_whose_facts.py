"""Of whom a fact is told where several companies stand in a sentence, or none."""

from __future__ import annotations

import pytest

from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.others import read
from tests.lines import every


def told(text: str) -> set[tuple[str, str]]:
    return {(one.predicate, one.platform) for one in read(text, builtin_knowledge()).facts}


@every(
    ("text", "predicate", "company"),
    [
        ("砚溪在线由青禾集团、北辰科技和长堤资本于2013年发起设立。", "founded", "砚溪在线"),
        ("云帆智驾完成D轮融资。公司由前百度工程师沈一舟于2017年创立。", "founded", "云帆智驾"),
        ("龙溪农机厂建于1966年，2002年破产。", "founded", "龙溪农机厂"),
        ("工行原副行长秦卫东转任交行行长。", "people", "交通银行"),
        ("云栈机器人获北辰创投领投、九合创投跟投的1.2亿元A轮融资。", "funding", "云栈机器人"),
        ("项目名称：蓝鲸储能\n融资轮次：A轮\n融资金额：8000万元\n投资机构：长堤资本、春山基金", "funding", "蓝鲸储能"),
        ("知味智厨第三次融资，这次是1亿元，钱全部来自海鸥集团。", "funding", "知味智厨"),
        ("小径智驾拿到了第二笔钱：两千万美元，来自红杉中国。", "funding", "小径智驾"),
        ("谷雨生物一下子拿到了4500万元A轮融资，出钱的是丰年农业基金。", "funding", "谷雨生物"),
        ("上交所上市委审议通过了槐序医疗的科创板首发申请，公司拟募资8.6亿元。", "listing", "槐序医疗"),
        ("众合新材任命了新的掌门人。秦卫东将担任公司总经理，他此前在海岬集团工作。", "people", "众合新材"),
        ("聚福斋去年也没能幸免。公司营收少了三成，账面亏了860万元。", "loss", "聚福斋"),
        ("多名业主称，优筑装饰收了全款却迟迟不开工，涉及金额近300万元。", "dispute", "优筑装饰"),
    ],
)  # fmt: skip
def test_that_a_fact_is_told_of_whom_it_is(text: str, predicate: str, company: str) -> None:
    assert (predicate, company) in told(text)


@pytest.mark.parametrize(
    ("text", "predicate", "company"),
    [
        ("砚溪在线由青禾集团、北辰科技和长堤资本于2013年发起设立。", "founded", "长堤资本"),
        ("我和同事一起注册了灵犀绘本。", "founder", "灵犀绘本"),
        ("2016年底，秦雅琴辞去教职，创立了少儿编程机构豆芽编程。", "people", "豆芽编程"),
        ("云栈机器人获北辰创投领投、九合创投跟投的1.2亿元A轮融资。", "funding", "九合创投"),
        ("它拿到碧海资本的4500万元A轮融资，去年营收首次过亿。", "sales", "碧海资本"),
        ("众合新材任命了新的掌门人。秦卫东将担任公司总经理，他此前在海岬集团工作。", "people", "海岬集团"),
        ("上市委审议通过了槐序医疗的科创板首发申请。", "launch", "槐序医疗"),
        ("据媒体报道，轻舟物流有意融资3亿美元，公司未予置评。", "funding", "轻舟物流"),
        ("渝北制药买下和泰堂，原股东承诺三年利润不低于3亿元。", "profit", "渝北制药"),
    ],
)
def test_that_a_fact_is_told_of_nobody_else(text: str, predicate: str, company: str) -> None:
    assert (predicate, company) not in told(text)
