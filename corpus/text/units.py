"""Units: the scale words in front of them, currencies, and the base figure behind a printed one."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
"""Scale words and what they multiply by."""

CURRENCIES = {
    "元": "元", "元人民币": "元", "人民币": "元", "人民币元": "元", "块": "元", "块钱": "元",
    "圆": "元", "RMB": "元", "CNY": "元",
    "¥": "元", "￥": "元", "元整": "元", "美元": "美元", "美金": "美元", "美刀": "美元", "USD": "美元",
    "US$": "美元", "$": "美元",
    "S$": "新加坡元", "A$": "澳元", "C$": "加元",
    "港币": "港元", "港元": "港元", "港纸": "港元", "HKD": "港元", "HK$": "港元", "日元": "日元",
    "日圆": "日元", "欧元": "欧元",
    "EUR": "欧元", "€": "欧元", "英镑": "英镑", "GBP": "英镑", "£": "英镑", "台币": "新台币",
    "新台币": "新台币", "NT$": "新台币", "TWD": "新台币", "韩元": "韩元",
    "₩": "韩元", "JP¥": "日元", "₹": "印度卢比", "₽": "卢布", "฿": "泰铢", "₫": "越南盾", "₺": "里拉", "R$": "雷亚尔",
    "澳元": "澳元", "加元": "加元", "新加坡元": "新加坡元", "泰铢": "泰铢", "卢布": "卢布",
    "卢比": "卢比", "法郎": "法郎",
    "瑞士法郎": "瑞士法郎", "奈拉": "奈拉", "比索": "比索", "雷亚尔": "雷亚尔", "林吉特": "林吉特",
    "澳门元": "澳门元", "澳门币": "澳门元",
    "比特币": "比特币", "马克": "马克", "新西兰元": "新西兰元", "越南盾": "越南盾", "盾": "盾", "里拉": "里拉",
    "兰特": "兰特", "克朗": "克朗", "第纳尔": "第纳尔", "丹麦克朗": "丹麦克朗", "瑞典克朗": "瑞典克朗",
    "挪威克朗": "挪威克朗", "捷克克朗": "捷克克朗", "令吉": "林吉特", "印尼盾": "印尼盾", "印度卢比": "印度卢比",
    "迪拉姆": "迪拉姆", "阿联酋迪拉姆": "迪拉姆", "里亚尔": "里亚尔", "沙特里亚尔": "沙特里亚尔",
    "福林": "福林", "兹罗提": "兹罗提", "坚戈": "坚戈", "谢克尔": "谢克尔", "土耳其里拉": "里拉",
    "南非兰特": "兰特", "墨西哥比索": "墨西哥比索", "加拿大元": "加元", "澳大利亚元": "澳元",
    "加币": "加元", "澳币": "澳元",
}  # fmt: skip
"""Every written form of a currency and its usual name."""

DIMENSIONS = (
    "吨标准煤", "吨标煤", "吨油当量", "千克标准煤", "克标准煤",
    "千伏安", "千伏", "立方千米", "立方公里", "立方厘米", "立方英尺", "平方厘米", "平方英尺", "平方呎", "平方英里",
    "英呎", "英吋", "英哩", "英亩", "公分", "平方公尺", "立方公尺", "公尺", "公里/时", "天文单位", "光年",
    "千瓦时", "兆瓦时", "吉瓦时",
    "千瓦", "兆瓦", "瓦时", "毫瓦", "微瓦", "瓦", "吉瓦", "标准煤", "公斤", "千克", "毫克", "吨公里", "标箱",
    "载重吨", "吨", "斤", "克",
    "平方公里", "平方千米", "平方米", "平米", "立方米", "立方", "公里", "千米", "厘米", "毫米", "纳米",
    "微米", "海里", "英里",
    "英寸", "英尺", "米", "公顷", "亩", "升", "毫升", "摄氏度", "华氏度", "℃", "℉", "岁", "周岁",
    "千卡", "卡路里", "千焦", "兆焦", "毫焦", "焦耳", "毫伏", "毫安", "纳秒", "皮秒", "飞秒", "赫兹",
    "兆赫兹", "人次", "人天", "标准箱", "重量箱", "重箱", "辆次", "架次", "人年", "TEU", "GB", "TB", "MB", "KB", "kg",
    "公吨", "公升", "公厘", "坪", "km", "cm", "mm", "kW", "kWh",
    "MW", "GW", "m", "盎司", "磅", "加仑", "桶", "像素", "分贝", "兆",
    "毫秒", "微秒", "尼特",
    "MWh", "GWh", "TWh", "Gbps", "Mbps", "Tbps", "PB", "EB", "ZB", "泽字节", "艾字节", "拍字节",
    "ms", "QPS", "TPS", "PFLOPS", "EFLOPS",
    "Pflops", "Eflops", "微克/立方米", "微克每立方米", "毫克/立方米", "毫克/升", "毫克每升", "微克", "标准立方米",
    "立方米/秒", "公里/小时", "公里每小时", "吨/日", "万吨/日", "场次", "户次", "批次", "件次", "例次", "班次",
    "列次", "台次", "艘次", "人时", "标准吨", "蒲式耳", "机时", "标方", "P",
    "mmHg", "mmol/L", "μmol/L", "umol/L", "nmol/L", "mg/dL", "mg/L", "μg/L", "ng/mL", "ng/L", "g/L", "U/L", "kcal",
    "Hz", "kHz", "MHz", "GHz", "nm", "μm", "dB", "dBm", "ppm", "ppb", "lux", "mAh", "Wh", "Ah", "kPa", "MPa", "μg",
    "km/h", "m/s", "rpm", "fps", "dpi", "px", "TOPS", "TFLOPS", "L", "马力", "牛·米", "牛米", "克拉", "安时", "毫安时",
    "帕", "百帕", "千帕", "兆帕", "人/平方公里", "人/平方千米", "人每平方公里",
    "人每平方千米", "人/km²", "毫米汞柱", "毫摩尔/升", "量子比特",
    "㎡", "㎥", "m²", "m³", "km²", "cm²", "hm²", "mm²", "cm³", "g", "mg", "ml", "mL",
)  # fmt: skip
"""Units that measure something; they belong to a number's span."""


def expand(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a value with its scale word multiplied out: 31.63 万亿元 → 31630000000000 元.

    Only 十 百 千 万 亿 兆 in front of the unit are expanded; percent stays percent. 元 in all its forms
    becomes 元, other currencies their usual name.
    """
    scale, rest = split_scale(unit)
    return value * scale, CURRENCIES.get(rest, rest)


@lru_cache(maxsize=1024)
def split_scale(unit: str) -> tuple[Decimal, str]:
    """Return the factor of the scale words a unit begins with, and the unit without them."""
    factor, rest = Decimal(1), unit
    while rest[:1] in SCALES and not rest.startswith(DIMENSIONS):
        factor *= SCALES[rest[0]]
        rest = rest[1:]
    return factor, rest


_MEASURES: dict[str, tuple[Decimal | int, str]] = {
    "吨": (1000, "千克"), "公斤": (1, "千克"), "千克": (1, "千克"), "斤": (Decimal("0.5"), "千克"),
    "平方公里": (10**6, "平方米"), "平方千米": (10**6, "平方米"), "公顷": (10**4, "平方米"), "平米": (1, "平方米"),
    "平方公尺": (1, "平方米"), "公尺": (1, "米"), "公分": (Decimal("0.01"), "米"), "公吨": (1000, "千克"),
    "亩": (Decimal(2000) / 3, "平方米"),
    "㎡": (1, "平方米"), "公里": (1000, "米"), "千米": (1000, "米"), "厘米": (Decimal("0.01"), "米"),
    "TEU": (1, "标箱"), "标准箱": (1, "标箱"), "名": (1, "人"), "位": (1, "人"), "％": (1, "%"), "小时": (60, "分钟"),
    "钟头": (60, "分钟"),
    "千瓦": (1000, "瓦"), "兆瓦": (10**6, "瓦"), "吉瓦": (10**9, "瓦"), "GW": (10**9, "瓦"), "MW": (10**6, "瓦"),
}  # fmt: skip
"""Units that measure the same, with the factor to the one they are compared in."""


def measure(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a value in the unit that all of its sort are compared in: 48 吨 → 48000 千克; others as they are."""
    factor, name = _MEASURES.get(unit, (1, unit))
    return value * factor, name
