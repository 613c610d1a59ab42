"""Chinese family names of every day."""

from __future__ import annotations

from typing import Final

SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷"
    "贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛米贝臧戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅盛"
    "林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁邓洪包左石崔吉龚程邢裴陆翁荀惠曲封储靳邴段富焦谷车侯宓班仰仲宫宁仇栾甘"
    "厉武符刘景詹龙叶幸司黎薄白怀蒲邰从鄂赖卓蔺屠蒙池乔闻党翟谭劳申扶冉宰郦桑桂牛寿边扈燕浦尚农温庄晏柴瞿阎连习艾容向古易廖庾居衡步"
    "耿满匡国文寇广东欧沃利师巩聂晁勾敖冷辛阚那简饶曾沙鞠关查荆游权盖益桓岳肖闫代覃楚卜邝仝佟"
)
"""Family names of one character that are met every day."""

COMMONEST_SURNAMES: Final = frozenset("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭")
"""Those of more than half of all people, which seldom begin another word of two characters."""
