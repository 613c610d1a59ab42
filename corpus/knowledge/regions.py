"""Places and scopes a figure may speak of."""

from __future__ import annotations

import re

PROVINCES = (
    "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽",
    "福建", "江西", "山东", "河南",
    "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古",
    "广西", "西藏", "宁夏", "新疆",
    "香港", "澳门",
)  # fmt: skip
_WIDE = (
    "全国", "全球", "中国", "我国", "全省", "全市", "全区", "全县", "全州", "全镇", "全乡", "全村",
    "我省", "我市", "我区", "我县", "我州",
    "我镇", "我乡", "我村", "本省", "本市", "本县",
    "亚太地区", "亚洲", "欧洲", "北美", "东南亚", "美国", "日本", "韩国", "印度", "英国", "德国",
    "法国", "欧盟", "东部地区", "中部地区",
    "西部地区", "东北地区", "长三角", "珠三角", "京津冀", "粤港澳大湾区",
)  # fmt: skip

REGION = re.compile(
    "|".join(sorted((*(f"{name}(?:省|市|自治区)?" for name in PROVINCES), *_WIDE), key=len, reverse=True))
)
_NAMED_SO = (
    "重点|文明|示范|百强|先进|首|统一|第|领先|最|性|人大|政协|一流|知名|劳模|劳动|优秀|特色|名|冠军|五一|青年"
)
"""What stands behind 全国 in titles and honours, where it counts nothing of the whole country."""
SCOPE_HEAD = re.compile(
    rf"(?:{REGION.pattern})(?!港|机场|大学|银行|湾|石化|文交所)(?!(?<=全国)(?:{_NAMED_SO}))(?:范围内?|各地|地区(?!生产|总值|经济))?的?"
)
