from __future__ import annotations

import pytest

from corpus.model.edit import Certainty, RepairClass, RepairState
from corpus.model.platform import Correction
from corpus.text.offsets import apply_edits
from corpus.text.repairs import RULES, TERMS, RepairKind, propose
from tests.lines import every


def clean(text: str) -> str:
    return apply_edits(text, propose(text))


def offered(text: str) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.before, one.after) for one in propose(text) if not one.applied]


@every(
    ("noisy", "wanted"),
    [
        ("增长8.5% 。其中 ，网店（ 三家 ）", "增长8.5%。其中，网店（三家）"),
        ("这 是 一 个 散 开 的 标题", "这是一个散开的 标题"),
        ("店主说,生意好;快递多:真的!是吗?对", "店主说，生意好；快递多：真的！是吗？对"),
        ("占72.3%;其中GMV,京东,天猫", "占72.3%；其中GMV，京东，天猫"),
        ("网店,开了三家(都在县城),人多,货也多", "网店，开了三家（都在县城），人多，货也多"),
        ("产值１２．５％，Ａ股", "产值12.5%，A股"),
        ("⼀家⽹店，⻓期亏损", "一家网店，长期亏损"),
        ("网\u200b店\u00ad的生\u2060意", "网店的生意"),
        ("网店&nbsp;的&ldquo;生意&rdquo;<strong>好</strong><br>人多", "网店的“生意”好\n人多"),
        ("他说：ä½\xa0å¥½ï¼\x8cå\x90\x8då\xad\x97", "他说：你好，名字"),
        ("题写着ã€Œæµ·çš„å£°éŸ³ã€，看不清", "题写着「海的声音ã€，看不清"),
        ("书是大家捐的，，共四百本。。管书的人姓周，。", "书是大家捐的，共四百本。管书的人姓周。"),
        ("她打开门--外面，空无一人......只有风。", "她打开门——外面，空无一人……只有风。"),
        ('他说:"车来了,大家排好队。"人群，静了。', "他说：“车来了，大家排好队。”人群，静了。"),
        ("历史[编辑]与沿革", "历史与沿革"),
        (
            "新桥通车了,两岸的人到一起,放起了鞭炮.孩子们在桥上跑.",
            "新桥通车了，两岸的人到一起，放起了鞭炮。孩子们在桥上跑。",
        ),
        ("作者约翰.史密斯,译者王五,出版于北京,一共三卷", "作者约翰.史密斯，译者王五，出版于北京，一共三卷"),
        ("捕鱼2 . 0 6万吨，卖了2 3 1户，又有1 2座", "捕鱼2.06万吨，卖了231户，又有12座"),
        ("古树1 , 208株，百年的3 42株，在2 0 2 3年", "古树1,208株，百年的342株，在2023年"),
    ],
)
def test_certain_defects_of_form_are_put_right(noisy: str, wanted: str) -> None:
    assert clean(noisy) == wanted


@every(
    "text",
    [
        "产值12,345万元，时间3:00，比分2:1，网址http://a.com/?q=1。",
        "The shop sells 12,345 items; really? Yes (it does)!",
        "I like 电商, and you?",
        "省份,数值,增速\n北京,31,8.5\n上海,28,7.9",
        '    print("店主说,好")',
        "代码(09919)与货币(USD)。",
        "报道（记者 张三）说，货比三家。网店家数：三。",
        "甲说“好”。乙 丙 二人不说话。",
        "👩\u200d🌾在网店卖果子。",
        "一、背景。二、现状。三、对策。",
        "第一，要快。一是人多，二是货多。第二，要稳。",
        "增长率为8。5家网店关门了。",
        "网页里的<br>标签表示换行。",
        "电话010-12345678，热线：055-79000显示占线。",
        "什么？？好吧。。。慢慢来，，不急。",
        "各组分别为3 5 2人，第1 2 3名，地铁1 2 3号线，开奖号码3 5 2 4 7 1个。",
        "他数道：1 2 3 4 5 6 7 8 9，一共九个数。",
        "数着1 2 3人，新库1 2座，每3 5天一次。",
        "2024 年 3 月 1 日      2024 年 3 月 1 日",
        "啦 啦 啦 啦 啦 啦 啦 啦 啦 啦",
        "1\n00:00:01,000 --> 00:00:03,000\n你好，\n\n2\n00:00:03,000 --> 00:00:05,000\n好，\n\n3\n00:00:06,000",
        '尺寸 12" × 8"，名为{"名称": "张三"}，共三件。',
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_a_mixed_number_sequence_takes_the_style_of_most() -> None:
    text = "1 。人多 。第二,货多 。第三,路好 。四 。税低 。5.网快 。不及物动词钱好赚 。"
    assert clean(text) == "一、人多。二、货多。三、路好。四、税低。五、网快。六、钱好赚。"


def test_arabic_sections_keep_their_figures() -> None:
    text = "1.先看人 。原因有三:一是人多 。第二,货多 。第三,路好 。2 。再看货 。3.最后看路 。"
    assert clean(text) == "1.先看人。原因有三：一是人多。二是货多。三是路好。2.再看货。3.最后看路。"


def test_a_word_for_a_roman_number_alone_is_a_word() -> None:
    assert clean("不及物动词没有宾语。静脉注射要小心。") == "不及物动词没有宾语。静脉注射要小心。"


def test_a_caption_without_its_chart_stands_on_its_own_line() -> None:
    text = "交易额增长 。2011-2018年网店交易统计数据来源:前沿研究院(备注:不含旅游) 。商务部说好 。"
    assert (
        clean(text)
        == "交易额增长。\n[图：2011-2018年网店交易统计]（数据来源：前沿研究院；备注：不含旅游）\n商务部说好。"
    )


def test_a_caption_that_swallowed_a_sentence_is_only_offered() -> None:
    text = "交易额增长。2018年网店交易统计数据来源：前沿研究院梳理了网店的现状。"
    assert clean(text) == text
    assert [one[0] for one in offered(text)] == [RepairKind.CHART_RESIDUE]


def test_the_page_title_injected_into_the_text_is_taken_out() -> None:
    text = "网店的一年\n【网店怎么开 网店赚钱吗,网店的前景】今年网店多了。\n【导语】网店少了。"
    assert clean(text) == "网店的一年\n今年网店多了。\n【导语】网店少了。"
    known = "网店的一年\n【一个看不出来历的网页大标题在这里】今年网店多了。"
    assert clean(known) == known
    edits = propose(known, furniture=["一个看不出来历的网页大标题在这里"])
    assert apply_edits(known, edits) == "网店的一年\n今年网店多了。"


def test_page_numbers_and_running_heads_go_and_wrapped_lines_are_joined() -> None:
    body = "县城里的网店今年又多了不少家，店主们都说生意比去年要好得多，快递也来得更勤快了，"
    lines = [body[:30], body[30:] + body[: 30 - len(body[30:])], body[:30], body[:30], "最后一行。"]
    text = "网店的一年\n" + "\n".join(lines) + "\n- 1 -\n\n网店的一年\n" + "\n".join(lines) + "\n- 2 -"
    one = "".join(lines)
    assert clean(text) == f"网店的一年\n{one}\n\n{one}"


def test_a_long_paragraph_a_program_printed_twice_goes_once() -> None:
    paragraph = (
        "县城里的网店今年又多了不少家，店主们都说生意比去年要好得多，快递也来得更勤快了，钱好赚了。" * 3
    )
    assert clean(f"题\n{paragraph}\n{paragraph}\n另一段。") == f"题\n{paragraph}\n另一段。"
    thrice = f"题\n{paragraph}\n{paragraph}\n另一段。\n{paragraph}"
    assert clean(thrice) == thrice
    assert (RepairKind.REPEATED_PARAGRAPH, f"\n{paragraph}", "") in offered(thrice)


@pytest.mark.parametrize(
    "line",
    [
        "乙方应于每月五日前付款，逾期按日计息，直至付清为止。",
        "2024-05-01 08:00:00 INFO 队列为空，等待下一批任务，连接保持，心跳正常，重试次数为零。",
        "风从江上来，船向镇上开，卖布的人唱着歌，歌里说今年的雨水好，明年的收成也好。",
    ],
)
def test_what_contracts_logs_and_refrains_repeat_stays_and_is_offered(line: str) -> None:
    text = f"记\n前面一句话。{line}{line}后面一句话。\n{line}\n{line}\n{line}"
    assert clean(text) == text
    assert any(kind == RepairKind.REPEATED_PARAGRAPH for kind, _before, _after in offered(text))


@pytest.mark.parametrize(
    "kept",
    [
        "https://example.org/搜索?q=茶叶&page=2",
        "http://例子.测试:8080/店铺,列表.html?id=3",
        "www.example.org/甲,乙?丙=丁",
        "店主@例子.测试",
    ],
)
def test_nothing_inside_an_address_is_touched(kept: str) -> None:
    assert clean(f"网址\n请看{kept}，以后再谈,好吗?") == f"网址\n请看{kept}，以后再谈，好吗？"


def test_code_keeps_its_shape_and_marks() -> None:
    code = '    if 甲 == 乙:  print("&lt;b&gt;店,铺")\n    return [１, 2]'
    assert clean(f"笔记\n先看代码。\n{code}\n完了。") == f"笔记\n先看代码。\n{code}\n完了。"


def test_digits_parted_by_blanks_are_joined_where_a_unit_follows_and_offered_elsewhere() -> None:
    assert (
        clean("摘录\n全 国 营 收 为 3 5 2 . 4 亿 元 ， 增 长 5 . 2 % 。")
        == "摘录\n全国营收为352.4亿元，增长5.2%。"
    )
    assert clean("摘录\n全国的营收为3 5 2 . 4亿元，比去年多。") == "摘录\n全国的营收为352.4亿元，比去年多。"
    loose = "摘录\n全国的营收为3 5 2 . 4左右，比去年多。"
    assert clean(loose) == loose
    assert (RepairKind.EXTRA_BLANK, "3 5 2 . 4", "352.4") in offered(loose)


def test_that_articles_of_a_contract_and_entries_of_a_log_are_left_alone() -> None:
    entry = "2023-05-01 08:00:01,123 INFO [main] server.start port=8080 ready"
    for text in (f"日志\n{entry}\n{entry}", "合同\n第一条 租金每月三千元。\n第十二条 押一付三，先付后住。"):
        assert not offered(text)
        assert clean(text) == text


def test_running_lines_that_count_pages_go() -> None:
    pages = "".join(
        f"第{n}段说的是第{n}件事，说得很长。\n县城网店报告 免责条款  {n} / 12\n" for n in range(1, 6)
    )
    assert "免责条款" not in clean(f"报告\n{pages}完了。")
    ratio = "进度\n甲组完成 3 / 12\n乙组完成 5 / 12\n甲组完成 9 / 12\n都在继续。"
    assert clean(ratio) == ratio


@pytest.mark.parametrize("head", ["江边旧事　　{}", "石匠的女儿"])
def test_running_heads_in_the_middle_of_sentences_go(head: str) -> None:
    parts = [
        ("她从小在采石场长大，听惯了锤子的声音，十二岁就能认", "出十几种石头。"),
        ("村里的人都说，她的耳朵比父亲的还灵，将来一定是个好石", "匠。"),
        ("可是她偏偏去学了画画，一去就是七年，回来时背着一个大", "画夹。"),
    ]
    text = "石匠的女儿\n" + "\n".join(
        f"{above}\n{head.format(place)}\n{below}" for place, (above, below) in enumerate(parts, 3)
    )
    assert not any(head.format(place) in clean(text).split("\n")[1:] for place in range(3, 6))
    sections = "石匠的女儿\n" + "\n".join(
        f"{head.format(place)}\n{above}{below}" for place, (above, below) in enumerate(parts, 3)
    )
    assert clean(sections) == sections


def test_the_count_of_pages_goes_from_the_title() -> None:
    pages = "\n".join(f"县志（2023）    {n} / 3\n第{n}段说的是第{n}件事，说得很长。" for n in range(1, 4))
    assert clean(pages).startswith("县志（2023）\n第1段")


def test_a_first_line_that_is_a_paragraph_is_no_title() -> None:
    assert clean("　　花是自己育的苗,一年不断;人都高兴!\n第二段。").startswith(
        "　　花是自己育的苗，一年不断；人都高兴！"
    )
    lines = [
        "走进社区，三百多户居民的窗台上都摆",
        "着花。社区书记介绍，花是居民自己育的苗，",
        "一年四季不断。去年，社区办了六场花市，收",
        "入全部用于公益。今年还要再办八场，地点在",
        "河边，周围的商户也都报了名，要来摆摊，还",
        "要搭台唱戏。",
    ]
    whole = "".join(lines)
    assert clean("\n".join(lines) + "\n　　第二段。") == whole + "\n　　第二段。"


def test_characters_only_their_own_font_knows_are_marked() -> None:
    assert (RepairKind.MOJIBAKE, "\ue012\ue013", None) in offered("说明\n按\ue012\ue013键开机。")


def test_the_title_is_put_right_in_its_characters_not_in_its_marks() -> None:
    body = "\n县城的店多了，路也通了。"
    assert clean("⽂件１２页&nbsp;手册" + body) == "文件12页手册" + body
    assert clean("哪家店最好?" + body) == "哪家店最好?" + body


def test_wording_is_applied_only_where_a_lexicon_holds_the_form() -> None:
    text = "品多多与JD.COM都涨了。"
    assert clean(text) == text
    edits = propose(text, [Correction("品多多", "拼多多"), Correction("JD", "京东")])
    assert apply_edits(text, edits) == "拼多多与京东.COM都涨了。"
    assert {one.repair_class for one in edits if one.applied} == {RepairClass.WORDING}


def test_facts_are_offered_and_never_put_in() -> None:
    text = (
        "据称,网店很多 。055-79000显示网店有三千家,另有《县城报告,《网店年鉴》为证 。"
        + "人多货多路也好走," * 10
        + "后来却"
    )
    facts = [one for one in propose(text) if one.repair_class is RepairClass.FACT]
    assert [(one.kind, one.before, one.after, one.state) for one in facts] == [
        (RepairKind.LOST_TITLE, "055-79000", None, RepairState.OFFERED),
        (RepairKind.LOST_TITLE, "《县城报告,", None, RepairState.OFFERED),
        (RepairKind.TRUNCATED_SENTENCE, "后来却", None, RepairState.OFFERED),
    ]


def test_lost_characters_and_advertising_are_pointed_out() -> None:
    text = "网店锟斤拷很多。扫码关注公众号，领取福利。人不少。"
    assert offered(text) == [
        (RepairKind.MOJIBAKE, "锟斤拷", None),
        (RepairKind.BOILERPLATE, "扫码关注公众号，领取福利。", ""),
    ]


def test_the_title_line_stays_as_it_is() -> None:
    text = "网店,还\u200b有前途吗?\n有 。"
    assert clean(text) == "网店,还有前途吗?\n有。"


def test_hyphens_are_offered() -> None:
    assert (RepairKind.HYPHENATION, "-\n", "") in offered("标题\nThis is inter-\nnational trade.")


def test_every_rule_has_a_term_and_every_kind_a_rule() -> None:
    by_hand = {RepairKind.OWN_CORRECTION, RepairKind.OWN_TITLE}
    assert {rule.kind for rule in RULES} == set(RepairKind) - by_hand
    assert set(TERMS) == set(RepairKind)


def test_a_certain_repair_that_lost_its_place_stays_offered() -> None:
    edits = propose("1 。人多 。2 。货多 。3.路好 。")
    first = [one for one in edits if one.start <= 2]
    assert [(one.kind, one.before, one.after, one.state) for one in first] == [
        (RepairKind.BROKEN_NUMBERING, "1 。", "1.", RepairState.APPLIED),
        (RepairKind.EXTRA_BLANK, " ", "", RepairState.OFFERED),
    ]
    assert all(one.certainty is Certainty.CERTAIN for one in first)


def test_that_marks_read_in_the_wrong_encoding_are_put_right() -> None:
    mark, dots = "\u00e2\u20ac", "\u00e2\u20ac\u00a6" * 2
    text = f"书记说：{mark}\u0153花是大家的{mark}\u009d居民点头{dots}châteaux 价 €20。"
    assert clean(text) == "书记说：“花是大家的”居民点头……châteaux 价 €20。"


_SHOPS = "今年春天县城里又开了三家卖竹编的小店，店主都是从外地回来的年轻人，生意比他们自己预想的还要好一些。"
_ROADS = "镇上到县里的路去年修宽了，货车一天跑两个来回，从前要等三天的包裹如今第二天早上就送到了店门口。"


@every(
    "line",
    [
        "上一篇：县里开了一个会",
        "下一篇 > 镇上修了一条路",
        "（责任编辑：某某某）",
        "分享到：微信 微博 QQ空间",
        "扫一扫在手机打开当前页",
        "【字体：大 中 小】",
        "【打印】 【关闭】",
        "【字体：大 中 小】 【打印】【关闭】",
        "阅读 1.2万",
        "阅读 1万+ 赞 在看",
        "分享 收藏 点赞 在看",
        "喜欢此内容的人还喜欢",
        "点赞 35 收藏 12",
        "您所在的位置：首页 > 新闻 > 正文",
        "网站地图 | 联系我们 | 关于我们",
        "版权所有 © 某某网 2020",
        "登录后发表评论",
        "打印本页\n关闭窗口",
        "收藏\n【字号：\n加大\n还原\n减小】",
        "收藏\n|\n分享到:\n×",
    ],
)
def test_lines_of_the_web_page_go(line: str) -> None:
    assert clean(f"竹编小店\n{_SHOPS}\n{line}\n{_ROADS}") == f"竹编小店\n{_SHOPS}\n{_ROADS}"


@pytest.mark.parametrize(
    "line", ["在看", "大家都赞", "下载", "来源：某某网", "编辑部的故事", "下一篇文章会讲讲竹编的价格。", "小"]
)
def test_lines_that_may_be_the_articles_own_stay(line: str) -> None:
    assert line in clean(f"竹编小店\n{_SHOPS}\n{line}\n{_ROADS}")


@pytest.mark.parametrize("number", ["{}", "{} / 9", "Page {} of 9", "某县年鉴 {}"])
def test_page_numbers_in_all_their_forms_go(number: str) -> None:
    pages = [_SHOPS, _ROADS, _SHOPS.replace("春", "夏"), _ROADS.replace("宽", "平")]
    text = "县志\n" + "\n".join(
        f"{page}\n店开在桥头。\n路修到山脚。\n桥架在河上。\n" + number.format(place)
        for place, page in enumerate(pages, 1)
    )
    left = clean(text).split("\n")
    assert not any(number.format(place) in left for place in range(1, 5))
    assert len(left) == 17


def test_numbers_in_a_column_are_no_page_numbers() -> None:
    text = f"竹编小店\n{_SHOPS}\n1\n2\n3\n4\n{_ROADS}"
    assert clean(text) == text


def test_entities_written_twice_over_are_read() -> None:
    assert clean("县城的小店开代码班&amp;#12290;店主&amp;nbsp;很高兴") == "县城的小店开代码班。店主很高兴"


def test_a_blank_behind_a_comma_goes() -> None:
    assert clean("小店开张， 生意很好、 人也多。") == "小店开张，生意很好、人也多。"


def test_a_line_that_stops_at_a_comma_goes_on_in_the_next() -> None:
    broken = f"竹编小店\n{_SHOPS[:24]}他们说，这样的日子从前没有想过也不敢想，\n{_ROADS}"
    assert clean(broken) == broken.replace("想，\n", "想，")


def test_a_single_break_within_a_word_is_offered() -> None:
    text = f"竹编小店\n{_SHOPS[:30]}\n{_SHOPS[30:]}\n{_ROADS}"
    assert clean(text) == text
    assert ("wrong_line_break", "\n", "") in offered(text)


def test_brackets_follow_what_most_of_the_text_does() -> None:
    assert clean("小店（桥头）和大店（山脚）都在镇(东)上。") == "小店（桥头）和大店（山脚）都在镇（东）上。"


def test_a_wrong_form_that_is_spoken_of_stays() -> None:
    text = "原文印作“品多多”，是误写。后来品多多又开了店。"
    assert apply_edits(text, propose(text, [Correction("品多多", "拼多多")])) == (
        "原文印作“品多多”，是误写。后来拼多多又开了店。"
    )


def test_a_frame_of_a_table_is_no_repeated_paragraph() -> None:
    frame = "|:---------------------------------------------:|"
    assert offered(f"| 店 |\n{frame}\n| 甲 |\n\n| 路 |\n{frame}\n| 乙 |") == []


def test_a_dot_that_ends_a_clause_is_offered_as_a_stop() -> None:
    text = "小店开张那天来了许多街坊邻居.店主约翰.史密很高兴，街坊也高兴。"
    assert clean(text) == text
    assert offered(text) == [("half_width_mark", ".", "。")]
