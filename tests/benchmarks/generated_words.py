"""Wording of our own for generated texts: sentences with gaps, and what the gaps are filled with."""

from __future__ import annotations

from typing import Final

SENTENCES: Final = (
    "{place}的{people}{time}开始在{channel}上卖{goods}，起初一天只有{few}单。",
    "{people}最看重的是{virtue}，价格反而排在后面。",
    "{goods}从{place}运到{place2}，路上要换{few}次车。",
    "要把{goods}卖好，先得把{virtue}做扎实，这是{people}的经验。",
    "有{people}担心，{channel}的规则一变，{goods}的销路就会断掉。",
    "{time}的一次座谈会上，{people}谈到了{virtue}与{virtue2}之间的取舍。",
    "{place}的仓库离港口不远，{goods}当天就能装船，国际市场的订单因此多了起来。",
    "系统根据浏览记录推荐{goods}，{people}说人工智能省去了一半的客服。",
    "{place}出台了新的规范，要求{people}公示{goods}的来源，违者要受到处罚。",
    "以前一个人包办拍照、上架和发货，现在{place}有了专门的代运营公司，分工更细了。",
    "{place}和{place2}各有各的强项，前者擅长{goods}，后者擅长{goods2}。",
    "县城里的{people}也学会了直播，大众化的消费正在改变{goods}的卖法。",
    "服务的范围从{goods}延伸到了{goods2}，{people}称之为产业链的延伸。",
    "谈到{virtue}，{people}摇了摇头，说那是{time}的老黄历了。",
    "{channel}的流量越来越贵，{people}转而经营自己的老主顾。",
    "如果没有{virtue}，{goods}的发展就是无源之水。",
    "{people}把{goods}拆成小包装，{place2}的年轻人更愿意尝试。",
    "这样的发展不能只看速度，还要看{virtue}和{virtue2}。",
    "{time}，{place}的{people}第一次参加展会，带去的{goods}半天就卖空了。",
    "调查中，多数{people}认为{channel}对{virtue}有帮助。",
    "问题在于，{goods}的标准并不统一，{place}和{place2}的说法就对不上。",
    "{people}算过一笔账：扣掉运费和包装，{goods}的利润所剩无几。",
    "与{place2}相比，{place}的优势在于{virtue}，短处是{virtue2}。",
    "学校请来{people}讲课，内容从{goods}的选品讲到{channel}的运营。",
    "{goods}的包装换过{few}次，每一次都是为了{virtue}。",
    "也有人不同意这种看法，他们认为{channel}带来的是{virtue2}，而不是{virtue}。",
    "{place}的合作社把{people}组织起来，统一收购{goods}。",
    "为了{virtue}，{people}宁可少卖几单{goods}。",
    "{time}下过一场大雨，{place}的{goods}晚了{few}天才上市。",
    "在{channel}上搜索{goods}，排在前面的多半来自{place2}。",
    "{people}说，{virtue}不是一句口号，而是每天要做的{few}件小事。",
    "拼多多和京东都在{place}设了采购点，{goods}是采购单上的第一项。",
    "淘宝上的{goods}店铺，有不少是{place}的{people}开的。",
    "美团在{place}试着送{goods}，{people}起初并不看好。",
)
"""Sentences without figures."""

FIGURES: Final = (
    (
        "{year}年，{subject}的{metric}达到{value}{unit}，{channel}占了其中的大头。",
        "{year}年，{subject}的{metric}为{value}{unit}。",
        "据统计，{subject}{year}年的{metric}约{value}{unit}。",
        "{people}介绍，{year}年{subject}{metric}是{value}{unit}，好于预期。",
    ),
    (
        "{year}年，{subject}的{metric}同比增长{rate}%。",
        "与上一年相比，{year}年{subject}的{metric}下降了{rate}%。",
    ),
)
"""Sentences with a value, and with a rate of growth."""

METRICS: Final = (
    ("网络零售额", "亿元"), ("快递业务量", "万件"), ("活跃用户数", "万人"), ("仓储面积", "万平方米"),
    ("跨境交易额", "亿元"), ("农产品网络销售额", "亿元"), ("从业人数", "万人"), ("网店数量", "万家"),
    ("广告收入", "万元"), ("营业收入", "万元"), ("注册会员数", "万人"), ("物流总费用", "亿元"),
)  # fmt: skip

PLACES: Final = tuple(
    f"{first}{last}"
    for first in (
        "江北",
        "云岭",
        "海陵",
        "松原",
        "清溪",
        "沙洲",
        "白鹭",
        "临湖",
        "东麓",
        "南浦",
        "石桥",
        "桐山",
    )
    for last in ("省", "市", "县", "新区", "镇")
)

GAPS: Final = {
    "people": ("店主", "农户", "采购员", "研究者", "商家", "消费者", "设计师", "司机", "会计", "村干部", "手艺人",
               "仓库主管", "留学生", "退休教师", "创业者", "客服"),
    "goods": ("茶叶", "瓷器", "棉布", "干果", "海产", "灯具", "童装", "竹编", "药材", "花卉", "自行车", "纸制品",
              "蜂蜜", "木雕", "腊肉", "文具", "手机壳", "绣品", "菌菇", "陶罐"),
    "virtue": ("信誉", "品质", "速度", "售后", "口碑", "创新", "合规", "节约", "透明", "耐心", "稳定的供货",
               "细致的分工", "本地的特色", "诚实的描述"),
    "channel": ("直播间", "社交平台", "自家网站", "团购群", "线上商城", "短视频", "小程序", "跨境平台"),
    "time": ("去年冬天", "春节过后", "几年以前", "这个夏天", "开学的时候", "收成最好的那年", "上世纪末", "疫情以后",
             "展会前夕", "雨季"),
    "few": ("三", "五", "六", "七", "八", "九", "十一", "十二"),
}  # fmt: skip

UNIQUE: Final = (
    "{name}的掌柜回忆，头一单{goods}寄给了{name2}，走了{few}天才到。",
    "在{name}与{name2}之间，有一条专为{goods}开的小路。",
    "{name}的账本上记着：{time}，{name2}赊去{goods}{few}箱。",
    "人们都说{name}的{goods}胜过{name2}，其实两家同出一门。",
)
"""Sentences with two names of the article's own, so that each stands nowhere else."""

SYLLABLES: Final = "禾沐屿澄砚棠苇岑溪霁莳筠漪杳芷垚朔翎锦茗桉绮瑾珩泠皓阮郗蔺鄢邬逯麓汀渚浔涧榆槿楸"
"""Forty characters; four of them, read as digits, make a name that no other article has."""
HOUSES: Final = ("坊", "记", "号", "斋", "行", "堂", "铺", "庄")

TRENDS: Final = {
    "人工智能": "intelligence", "产业链的延伸": "extension", "规范": "regulation", "分工": "specialisation",
    "各有各的强项": "regionalisation", "大众化": "popularisation", "国际市场": "internationalisation",
}  # fmt: skip
"""Words of the sentences above and the trends of the built-in pack they speak for."""
NAMED: Final = ("拼多多", "京东", "淘宝", "美团")
