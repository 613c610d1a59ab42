"""Places and scopes a figure may speak of."""

from __future__ import annotations

from corpus.knowledge.phrases.place_ends import LONGER_THAN_SCOPE
from corpus.text.geography import PROVINCES
from index.lazy_pattern import LazyPattern

ABROAD = (
    "亚太地区", "亚太区", "亚太", "亚洲", "欧洲", "北美", "东南亚", "美国", "日本", "韩国", "印度", "英国", "德国",
    "法国", "欧盟", "澳洲", "澳大利亚", "加拿大", "巴西", "俄罗斯", "越南", "泰国", "印尼", "马来西亚", "墨西哥",
    "拉美", "非洲", "中东",
)  # fmt: skip
_WIDE = (
    "全国", "全球", "中国", "我国", "全省", "全市", "全区", "全县", "全州", "全旗", "全盟", "全镇", "全乡", "全村",
    "我省", "我市", "我区", "我县", "我州", "我旗", "我盟",
    "我镇", "我乡", "我村", "本省", "本市", "本县", "该省", "该市", "该县", "该镇", "该村",
    *ABROAD, "东部地区", "中部地区",
    "西部地区", "东北地区", "中西部地区", "华东地区", "华南地区", "华北地区", "华中地区", "西南地区", "西北地区",
    "长三角", "珠三角", "京津冀", "粤港澳大湾区",
)  # fmt: skip

_PLACES = "|".join(
    sorted((*(f"{name}(?:省|市|自治区)?" for name in PROVINCES), *_WIDE), key=len, reverse=True)
)
REGION = LazyPattern(rf"(?:{_PLACES})(?!{LONGER_THAN_SCOPE}|时间[\d（(，上下今昨周凌晚])")
NAMED_SO = (
    "重点|文明|示范|百强|先进|首|统一|第|领先|最|性|人大|政协|一流|知名|劳模|劳动|优秀|特色|名"
    "|冠军|五一|青年|社保"
)
"""What stands behind 全国 in titles and honours, where it counts nothing of the whole country."""
OF_A_BODY = (
    r"(?:[一-鿿]{0,3}[市区县])?(?:[一-鿿]{0,3}(?:博物馆|图书馆|美术馆|交易所|研究院|论坛|博览会|裁判文书网|法院网|新闻网|人民法院|检察院|仲裁委|证监局|公安局|海关|仲裁中心|人民医院|商报|日报|晚报|早报|时报|青年报)|中级法院|[一-鿿]{0,6}法院|高院|中院"
    r"|人寿|移动(?!电|支|互|终)|联通|电信(?!业|用|行)|石油(?!产|储|进)|石化|证监会|证券(?:报|网|监督|登记)|银保监|人民银行|[一-鿿]{2,6}(?:有限公司|集团))"
)
"""What makes a place the first part of a body's name: 上海博物馆, 东城区人民法院, 中国移动."""
SCOPE_HEAD = LazyPattern(
    rf"(?:{REGION.pattern})(?:(?<=[全我本该][国省市区县州镇乡村])|(?!{OF_A_BODY}))(?!庄|港|机场|大学|银行|湾|石化|文交所)(?!(?<=全国)(?:{NAMED_SO}))(?:范围内?|各地|地区(?!生产|总值|经济))?的?"
)
