"""How much a decoded text looks like real Chinese: the judge between encodings that all decode."""

from __future__ import annotations

from collections import Counter
from typing import Final

from corpus.text.characters import HAN
from index.lazy_pattern import LazyPattern

_SIMPLIFIED: Final = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战"
    "先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白"
    "教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且"
    "究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值"
    "号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严购售店网络消"
    "费购物流营销额亿版权平台服企贸零费购买顾客户投融资税费险银股市场趋势产品售货款币元角"
)
_TRADITIONAL: Final = (
    "這個國時來們對會發動過說產種後學經進著電裡現實應開還與關線內數樣點從業題長設報無見張當體總變員結間條給讓聯認證風車東書門問題"
    "頭氣機觀語論議難轉運輸統計單報導專類質購買賣費資貿網絡際據術軟體號碼價額區縣廣場務勞動勢強調節劃員農業織組織獨應響應華為讀寫"
    "頁圖書館義務處辦戰爭鐵達達遠連選擇錄錢鐘長陽陸際雖雙雜離難電靈順須預領顯飛養館馬驗髮魚鳥麗黃點黨齊龍歲歷歸殺壓廳廠壞歡權樂樓"
    "橋檢標樹極構槍熱燈爾爺牆狀獎獲環現甚產畫當療盡監盤眾確禮種稱穩窮筆節範築簡粵糧級紅約純紙細終經綠維緊線緩編練縣繼續罷羅職聲聽"
    "與興舉舊藝藥蘇虧號補裝裏襲規視親覺覽觸計討訓記許設訪評詞試話該詳認誤說誰課調談請論證識護讀變讓豐負財責貨貪販貴買費貿資賓賞賢"
    "賣賽贊贏贈躍較載輕輛輩輪輯輸轉辭農邊遲遷鄉鄭釋鋼錯鎮鏡閉開閑間聞關陣陰陳隊階隨險"
)
_COMMON: Final = frozenset(_SIMPLIFIED + _TRADITIONAL)
_CHINESE_MARKS: Final = frozenset("，。、；：？！“”《》（）「」『』—…·％０１２３４５６７８９　")
_ODD: Final = LazyPattern("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff\u0080-\u009f]")
_KANA_BOX: Final = LazyPattern("[\uff61-\uff9f\u2500-\u257f\u0400-\u04ff\u3100-\u312f]")
_HAN: Final = LazyPattern(f"[{HAN}]")
_SAMPLE: Final = 20_000


def plausibility(text: str) -> float:
    """Return from about 1.0 (ordinary Chinese) through 0.2 (rare characters) to below 0 (garbage).

    Counts, over the first and last ten thousand code points beyond ASCII, common Han and Chinese marks against
    private-use, unassigned and box-drawing ones. Text without anything beyond ASCII gives 0.0.
    """
    if len(text) > _SAMPLE:
        text = text[: _SAMPLE // 2] + text[-_SAMPLE // 2 :]
    counts = Counter(character for character in text if character > "\x7f")
    total = sum(counts.values())
    if not total:
        return 0.0
    good = bad = 0.0
    for character, count in counts.items():
        if character in _COMMON or character in _CHINESE_MARKS:
            good += count
        elif _ODD.match(character):
            bad += 3 * count
        elif _KANA_BOX.match(character):
            bad += count
        elif _HAN.match(character):
            good += 0.25 * count if "\u4e00" <= character <= "\u9fff" else 0.0
        else:
            bad += 0.5 * count
    return (good - bad) / total
