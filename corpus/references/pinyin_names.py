"""Chinese names in letters, family first and without a comma: ``Zhang Xiaoming``."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_NAMES: Final = (
    "ai an bai ban bao bi bian cai cao cen chai chang chen cheng chi chu cui dai deng di ding dong dou du duan fan fang"
    " fei feng fu gan gao ge geng gong gu guan guo han hao he hong hou hu hua huang huo ji jia jian jiang jiao jin jing"
    " kang ke kong kuang lan lei li lian liang liao lin ling liu long lou lu luo lv ma mao mei meng mi miao mo mu ni"
    " nie niu ouyang pan pang pei peng pu qi qian qiao qin qiu qu quan ran rao ren ruan shang shao shen sheng shi shu"
    " shui sima situ song su sui sun tan tang tao teng tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin"
    " xing xiong xu xue yan yang yao ye yi yin ying you yu yuan yue zeng zha zhai zhan zhang zhao zhen zheng zhong zhou"
    " zhu zhuang zhuge zhuo zong zou zu zuo"
)
_FAMILIES: Final = frozenset(_NAMES.split())
_SYLLABLE: Final = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ui|ao|ou|iu|ie|ue|an|en|in|un|ia|ua|uo|a|e|i|o|u|v)"
)
_GIVEN: Final = LazyPattern(rf"(?!.*(.)\1){_SYLLABLE}[-'’]?{_SYLLABLE}", re.IGNORECASE)
_ONE: Final = LazyPattern(_SYLLABLE, re.IGNORECASE)


def is_family_first(first: str, second: str) -> bool:
    """Tell whether two words are a Chinese name with its family first; where either may be the family's, no.

    Only given names of two syllables tell: ``Li Wei`` and ``Wei Li`` are both written.
    """
    if first.lower() not in _FAMILIES or second.lower() in _FAMILIES or not second[:1].isupper():
        return False
    return _GIVEN.fullmatch(second) is not None and _ONE.fullmatch(second) is None
