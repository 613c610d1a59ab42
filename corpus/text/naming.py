"""What an article is called in a list: its first line, or what else there is where that is no title."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import PurePath
from typing import Final

from corpus.text.bylines import without_photographer
from corpus.text.characters import letters_alone
from corpus.text.front_lines import front_lines
from corpus.text.letters import letter_head
from corpus.text.page_lines import (
    BUTTON_ABOVE,
    FILE_NAME,
    FURNITURE,
    SITE,
    TIME,
    is_record,
    is_sentence,
    names,
)
from corpus.text.reader_marks import is_marked, without_reader_mark
from corpus.text.split import TITLE_LENGTH, title_of
from corpus.text.workbook_names import is_workbook, name_of_workbook
from index.lazy_pattern import LazyPattern

_SHORT: Final = 28
"""Where a sentence is all there is, its first clause of at most so many characters names the text."""
_SECTION: Final = LazyPattern(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节编篇部分]+|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|\d{1,2}[、.．]\s*(?!\d)|\d(?:[.．]\d{1,2}){1,3}\s+)\s*\S"
)
_NO_NAME: Final = LazyPattern(
    r"(?:新建|未命名|无标题|文本文档|文档|文件|副本|下载|document|untitled|new|file|text|page|index|scan|copy|\W|_|\d|[a-f])+",
    re.IGNORECASE,
)
_COUNTED: Final = LazyPattern(r"(?<=\S)(?:[ 　\t]{2,}|[ 　]*…+[ 　]*)\d{1,4}[ 　]*/[ 　]*\d{1,4}$")
"""The number of a page behind the title, as browsers print it."""
_SOURCE_BEHIND: Final = LazyPattern(
    r"(?<=\S{6})(?<!数据)(?<!资料)(?<!图片)(?<!收入)[ 　]*(?:文章|信息|新闻|稿件)?来源[:：][ 　]*"
    r"[\u3400-\u9fff]{2,12}(?:网|报|社|台|客户端|发布|局|厅|委|政府)(?![\u3400-\u9fff]).*$"
)
"""What of the byline a page has put on the line of the title."""
_SPOKEN: Final = (".srt", ".vtt", ".lrc")
"""Files of what is spoken: their first line is no title."""
_MARKED_UP: Final = LazyPattern(r"<(?:\?xml|!DOCTYPE|[A-Za-z][\w:-]*)[\s>]")
"""How the source of a file of markup begins, which is no title."""
_SHEETS: Final = (".csv", ".tsv")
_TITLED: Final = LazyPattern(r"(?P<head>[^，,。；;：:！!？?\t]{2,28})[：:][^，,。；;：:！!？?\t]{4,40}")
_SAYS: Final = LazyPattern(r"[说称道悉示出][\s　]*$|获悉|了解到|认为|记者")
"""A title in two halves with a stop behind it, and what stands before a colon in a sentence."""
_HEAD: Final = 8
_MARKS: Final = LazyPattern(r"[\W_]+")
_LABELLED: Final = LazyPattern(
    r"(?:[:：>›»|｜】\])）］〕]|^(?:[书書]名|标题|(?:中文|论文|项目|课题|报告|发明|专利|文件|标准)?(?:题目|题名|名称)))$"
)
"""How what stands before a title on its line ends: a label, a path, a kind in brackets."""
_SECOND_LINE: Final = LazyPattern(r"(?<=\S{6})(?:—{1,2}|–{1,2})(?=\d{4}年\d{1,2}月\d{1,2}日)")
"""Where a title goes on, on a line of its own, with the day something was said."""
_FOOTNOTE: Final = LazyPattern(r"(?:\[\d{1,2}\]|[*＊※①②†])+$")
_NOTICE: Final = LazyPattern(
    r"[【\[（(*\s]*(?:版权|著作权|免责|法律|重要|郑重|特别|copyright\b|©|\(c\)).*"
    r"(?:未经|不得|转载|必究|保留|授权|许可|责任|侵权|有限公司|reserved|permission)",
    re.IGNORECASE,
)
"""Whose a text is and what may be done with it."""
_NOTICE_BEGINS: Final = LazyPattern(
    r"[【\[（(*\s]*(?:(?:版权|免责|法律|重要|郑重|特别)?声明|(?:版权|著作权)(?:所有|说明|声明|归属|人)?|copyright|©|\(c\))"
    r"[】\]）)*\s]*(?:[:：©\d]|\(c\)|所有者?[:：])",
    re.IGNORECASE,
)
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_LONGEST_TITLE: Final = 80
"""Han characters no title exceeds but one of an official document, which says at its end what it is."""
_OFFICIAL: Final = LazyPattern(
    r"(?:通知|意见|办法|报告|决定|批复|方案|函|公告|规定|研究|请示|条例|规划|细则|通报|纪要)[》）)\s]*$"
)
_LEAST, _DEEPEST, _MOST_LINES, _CITED = 2, 40, 4, 16
"""Letters of a title, lines in which it is looked for, lines it may stand on, and letters around it in a citation."""


def name_of(clean: str, path: str = "", stated: str = "") -> str:
    """Return the name of an article whose clean text is ``clean``.

    The first line, unless it is a whole sentence: then the title the text or its file states, the name of the file,
    or the first clause. Where the first line is a masthead, a kind or a label, it is the title that is ``stated`` and
    stands on lines below it or behind the label. The heading of a section carries the name of the file it was cut from.
    """
    letter = letter_head(clean.split("\n", maxsplit=9)[:9])
    if letter:
        return letter["subject"]
    told = front_lines(clean)
    if told:
        return told["title"][:TITLE_LENGTH]
    first = _first_line(clean)
    file = _file_name(path)
    if file and (
        (path.lower().endswith(".xml") and _MARKED_UP.match(clean))
        or path.lower().endswith(_SPOKEN)
        or (path.lower().endswith(_SHEETS) and not _is_caption(clean))
    ):
        return file
    if is_workbook(path):
        return name_of_workbook(clean, file, stated, first)
    if _is_no_title(first):
        meant = stated.strip()
        good = meant and not _is_no_title(meant)
        # The cells of a row say less of a table than a single character (账.csv) that somebody chose for it.
        table = file or (_file_name(path, shortest=1) if is_record(first) else "")
        return (meant if good else "") or table or _clause(without_reader_mark(first) or first)
    below = _stated_on_a_line(clean, first, stated)
    if below:
        return _SOURCE_BEHIND.sub("", _COUNTED.sub("", below))
    return name_of_section(first, path)


def name_of_section(heading: str, path: str) -> str:
    """Return the name of what begins with ``heading``: a numbered one carries the name of the file it was cut from."""
    file = _file_name(path)
    told = is_section(heading) and file and letters_alone(heading) not in letters_alone(file)
    return f"{heading}（{file}）" if told else heading


def is_section(line: str) -> bool:
    """Tell whether a line is the numbered heading of a section, which alone names no text."""
    return _SECTION.match(line) is not None


def _first_line(clean: str) -> str:
    """Return the first line of a text that is no button, file, photographer or notice, and nothing behind it."""
    first = title_of(clean)
    if is_marked(first):
        lines = map(title_of, clean.split("\n", _DEEPEST)[1:_DEEPEST])
        first = next((line for line in lines if line and not is_marked(line)), first)
    if BUTTON_ABOVE.fullmatch(first) or FILE_NAME.fullmatch(first) or not without_photographer(first):
        first = next(filter(names, (title_of(line) for line in clean.split("\n")[1:_HEAD])), first)
    if _is_notice(first):
        lines = map(title_of, clean.split("\n", _DEEPEST)[1:_DEEPEST])
        first = next((line for line in lines if line and not _is_notice(line)), first)
    return _SOURCE_BEHIND.sub("", _COUNTED.sub("", without_photographer(first) or first))


def _is_no_title(line: str) -> bool:
    """Tell whether a line is a sentence, a row, a paragraph, a notice of rights or marked by a reader."""
    long = len(_HAN.findall(line)) > _LONGEST_TITLE and not _OFFICIAL.search(line)
    return is_sentence(line) or is_record(line) or long or _is_notice(line) or is_marked(line)


def _is_notice(line: str) -> bool:
    """Tell whether a line says whose a text is and what may be done with it."""
    return bool(
        SITE.fullmatch(line)
        or FURNITURE["notice"].fullmatch(line)
        or (_NOTICE_BEGINS.match(line) and _NOTICE.match(line))
    )


def _stated_on_a_line(clean: str, first: str, stated: str) -> str:
    """Return the title a text states where its first line is something else and further lines are that title whole.

    Empty where the first line is the title and a second one stands below it, which is not for a list.
    """
    meant, opened = _letters(stated), _letters(first)
    if len(meant) < _LEAST or len(stated) > TITLE_LENGTH or is_sentence(stated) or meant == opened:
        return ""
    if _SECTION.match(stated.strip()):
        return ""
    before, found, behind = opened.partition(meant)
    if found and ((not before and behind) or _LABELLED.search(before)):
        return stated.strip()
    if found and len(before) + len(behind) < _CITED:
        return ""
    if meant.startswith(opened) and meant[len(opened) :][:1] in "—–-:：":
        return ""
    lines = [_letters(line) for line in clean.split("\n", _DEEPEST)[:_DEEPEST] if line.strip()]
    for place, line in enumerate(lines):
        if not meant.startswith(line[: len(meant)]) and not _LABELLED.search(line[: -len(meant)]):
            continue
        whole = accumulate(lines[place : place + _MOST_LINES])
        if any(_FOOTNOTE.sub("", one) in (meant, one[: -len(meant)] + meant) for one in whole):
            return _SECOND_LINE.split(stated.strip())[0] if line != meant else stated.strip()
        if line.startswith((f"{meant}/", f"{meant}／")):
            return stated.strip()  # the card of a catalogue, its title before who wrote it
    return ""


def _letters(line: str) -> str:
    """Return a line as it is compared: without blanks, quotation marks of titles and the case of its letters."""
    return re.sub(r"[\s　]|^[《#>]+|》$", "", line).casefold()


def _is_caption(clean: str) -> bool:
    """Tell whether the first row of a table is a single cell above rows of several: a title, no name of a column."""
    first, _, rest = clean.partition("\n")
    return "\t" not in first.strip() and "\t" in rest.partition("\n")[0].strip()


def _file_name(path: str, shortest: int = 2) -> str:
    """Return the name of a file without its ending, where it says anything; a letter or a figure alone does not."""
    if ":" in path[2:12] and not path.startswith("/"):  # pack:, clipboard:, stdin: are no files
        return ""
    stem = PurePath(path.replace("\\", "/")).stem.strip()
    return "" if len(_MARKS.sub("", stem)) < shortest or _NO_NAME.fullmatch(stem) else stem


def _clause(sentence: str) -> str:
    titled = _TITLED.fullmatch(sentence.rstrip("。"))
    if titled and not _SAYS.search(titled["head"]):
        return titled[0]
    clause = re.split(r"[，,。；;：:！!？?\t]", TIME.sub("", sentence), maxsplit=1)[0].strip()
    return clause if 2 <= len(clause) <= _SHORT else f"{sentence[:_SHORT]}……"
