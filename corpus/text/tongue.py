"""The language a text or a title is written in, as a tag (BCP 47): the one place records and citations ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from corpus.text.characters import HAN
from corpus.text.script import LOOKED_AT as OF_SCRIPT
from corpus.text.script import is_traditional
from index.lazy_pattern import LazyPattern

LOOKED_AT: Final = 2000
"""Characters of a text that tell its language."""
CHINESE: Final = "zh-CN"
TRADITIONAL: Final = "zh-Hant"
ENGLISH: Final = "en"
_HAN: Final = LazyPattern(f"[{HAN}]")
_LATIN: Final = LazyPattern(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_KANA: Final = LazyPattern(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_QUOTED: Final = LazyPattern(r"「[^」]*」|『[^』]*』|“[^”]*”|《[^》]*》|[（(][^（）()]*[）)]")
"""What a Chinese text may take over from another language as it is."""
_OF_ONE: Final[Mapping[str, LazyPattern[str]]] = {
    "ko": LazyPattern(r"[\u1100-\u11ff\uac00-\ud7af]"), "el": LazyPattern(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": LazyPattern(r"[\u0590-\u05ff]"), "th": LazyPattern(r"[\u0e00-\u0e7f]"),
    "ar": LazyPattern(r"[\u0600-\u06ff]"), "ru": LazyPattern(r"[\u0400-\u04ff]"),
}  # fmt: skip
"""The signs of scripts by the language most written in them."""
_ANOTHER: Final[Mapping[str, Sequence[tuple[str, LazyPattern[str]]]]] = {
    "ru": (
        ("uk", LazyPattern("[іїєґІЇЄҐ]")), ("", LazyPattern("[јљњћђѓќўЈЉЊЋЂЃЌЎәғқңөұүһӘҒҚҢӨҰҮҺ]")),
        ("ru", LazyPattern("[ыэёЫЭЁ]")), ("", LazyPattern(r"\b(?:на|за|от|със?|във?|та|що)\b|ъ[^еёюя]")),
    ),
    "ar": (("", LazyPattern("[\u067e\u0686\u0698\u06a9\u06af\u06cc\u0679\u0688\u0691\u06d2]")),),
}  # fmt: skip
"""Signs by which another language of the same script is known; of some it is only known that it is another."""
_WORD: Final = LazyPattern(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_WORDS: Final[Mapping[str, frozenset[str]]] = {
    tongue: frozenset(words.split())
    for tongue, words in {
        "en": "the of and for with from by to an its how what why is are on in at as or toward towards between",
        "de": "der das und von im zur zum für eine einer eines des dem den mit über nicht ist auf aus nach zu",
        "fr": "le la les des et du de une un dans pour sur au aux est en par entre vers l d",
        "es": "el los las del y una un por con para en la de su sobre entre hacia",
        "it": "il lo gli della delle dei degli del nel nella una un per di la le e con tra sul sulla",
        "pt": "o os as da do das dos uma um em no na nos nas e para por com de sobre entre",
        "nl": "het een van de en voor op met naar over tussen uit",
    }.items()
}
"""Small words of languages in Latin letters; several languages have some of them."""
_STRONG: Final = frozenset(
    [
        "und", "für", "zur", "zum", "einer", "eines", "über", "nicht", "dans", "pour", "aux", "una", "della",
        "delle", "degli", "nella", "uma", "dos", "het", "voor",
    ]
)  # fmt: skip
"""Small words one is enough of."""
_MARKS: Final[Mapping[str, str]] = {
    "de": "ßäü", "es": "ñ¿¡", "pt": "ãõ", "fr": "œêèùàç",
    "vi": "đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}  # fmt: skip
"""Letters by which languages are told whose small words are alike."""
_NAMES: Final[Mapping[str, str]] = {
    name: tag
    for tag, names in {
        CHINESE: "chinese chi zho 中文 汉语 简体中文 中文(简体)", TRADITIONAL: "繁体中文 繁體中文 中文(繁体)",
        ENGLISH: "english eng 英文 英语", "ja": "japanese jpn 日文 日语", "ko": "korean kor 韩文 韩语 朝鲜文",
        "de": "german ger deu deutsch 德文 德语", "fr": "french fre fra français 法文 法语",
        "ru": "russian rus русский 俄文 俄语", "es": "spanish spa español 西班牙文 西班牙语",
        "it": "italian ita 意大利文 意大利语", "pt": "portuguese por 葡萄牙文 葡萄牙语",
    }.items()
    for name in names.split()
}  # fmt: skip
"""What languages are called in files of references."""
_ENOUGH: Final = 2
"""Signs of a language other than English that are enough."""
_LATIN_TO_HAN: Final = 4
"""A Chinese text has a Chinese character at least for so many Latin letters."""
_LETTERS_OF_HAN: Final = 3
"""A Chinese character says as much as so many letters."""
_KANA_LEAST: Final = 0.1
_CHINESE_LEAST: Final = 0.05
_OTHERS_LEAST: Final = 0.3


def tongue_of(text: str) -> str:
    """Return the tag of the language a text is written in by its first characters; empty where they do not tell.

    Plain Latin letters without a small word of any language are taken for English, as titles in Chinese libraries are.
    """
    return _told_by(text[: max(LOOKED_AT, OF_SCRIPT)])


@lru_cache(maxsize=256)
def _told_by(text: str) -> str:
    """Return the tag of what begins so; only beginnings are kept, and no whole texts."""
    begins = text[:LOOKED_AT]
    han, latin = len(_HAN.findall(begins)), len(_LATIN.findall(begins))
    for tongue, signs in _OF_ONE.items():
        others = len(signs.findall(begins))
        if others and others > _OTHERS_LEAST * (others + han * _LETTERS_OF_HAN + latin):
            return next((one for one, sign in _ANOTHER.get(tongue, ()) if sign.search(begins)), tongue)
    if _is_japanese(begins):
        return "ja"
    if han and (han * _LATIN_TO_HAN >= latin or not _small_words(begins)):
        return TRADITIONAL if is_traditional(text) else CHINESE
    return _in_latin(begins) if latin else ""


def tag_of(name: str) -> str:
    """Return the tag of a language by what files and programs call it (chi, English, 中文, zh_CN); else the name."""
    plain = name.strip().replace("_", "-")
    return _NAMES.get(plain.casefold(), plain)


def primary(tag: str) -> str:
    """Return the language of a tag without script and country."""
    return tag_of(tag).split("-")[0].lower()


def _is_japanese(text: str) -> bool:
    """Tell whether kana belong to a text itself, whose characters are those of Japan."""
    bare = _QUOTED.sub("", text)
    bare = bare if _HAN.search(bare) or _KANA.search(bare) else text
    kana, han = _KANA.findall(bare), _HAN.findall(bare)
    if len(kana) <= _KANA_LEAST * len(han):
        return False
    if set(kana) == {"の"} and len(han) <= _LATIN_TO_HAN:  # 優の良品: a sign over a Chinese shop
        return False
    return sum(not _in_japan(one) for one in han) <= _CHINESE_LEAST * (len(han) + len(kana))


def _in_japan(character: str) -> bool:
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _small_words(text: str) -> Counter[str]:
    """Count the small words of each language; LA and UN are no words of it in a text that is not all capitals."""
    words = Counter(one.casefold() for one in _WORD.findall(text) if not one.isupper() or text.isupper())
    counts = {tongue: sum(words[one] for one in small) for tongue, small in _WORDS.items()}
    return Counter({tongue: count for tongue, count in counts.items() if count})


def _in_latin(text: str) -> str:
    """Return the language of a text in Latin letters by its small words, then by its letters."""
    lower = text.casefold()
    signs = _small_words(text)
    strong = {one.casefold() for one in _WORD.findall(text)} & _STRONG
    for tongue, small in _WORDS.items():
        signs[tongue] += bool(strong & small)
    for tongue, letters in _MARKS.items():
        signs[tongue] += min(_ENOUGH, sum(one in lower for one in letters))
    most = max(signs.values())
    likely = [tongue for tongue, count in signs.items() if count == most]
    if most >= _ENOUGH or likely == [ENGLISH]:
        return likely[0] if len(likely) == 1 else ""
    return ENGLISH if lower.isascii() and not most else ""
