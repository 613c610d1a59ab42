"""The sentence a person is told for each kind of error or caution: what is wrong, with which file, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.language.catalogue import translate
from corpus.model.caution import Caution
from corpus.model.errors import InputError, YindeError


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


SENTENCES: Final[Mapping[str, str]] = {
    "missing": _("找不到“{path}”：请检查路径，或确认文件没有被移走。"),
    "not_empty": _("“{path}”不是空文件夹，没有写入：请换一个新的或空的文件夹。"),
    "empty": _("“{path}”是空文件，没有可以导入的文字。"),
    "unreadable": _("无法读取“{path}”：请检查访问权限，或关闭正在占用它的程序后再试。"),
    "unreadable.folder": _("“{path}”是文件夹，不是文件：请选里面的文件。"),
    "unreadable.pipe": _("“{path}”是管道，不是文件，没有读取：请先把内容存成文件。"),
    "unreadable.device": _("“{path}”是设备，不是文件，没有读取：请选一个文件。"),
    "unreadable.socket": _("“{path}”是套接字，不是文件，没有读取：请选一个文件。"),
    "unsupported": _("暂不支持“{path}”的格式：请另存为 PDF、DOCX、网页或文本（.txt）后再导入。"),
    "unsupported.doc": _("“{path}”是旧版 Word 文件（.doc）：请用 Word 或 WPS 另存为 .docx 后再导入。"),
    "unsupported.wps": _("“{path}”是 WPS 文字文件（.wps）：请用 WPS 另存为 .docx 后再导入。"),
    "unsupported.xls": _("“{path}”是旧版 Excel 文件（.xls）：请用 Excel 或 WPS 另存为 .xlsx 后再导入。"),
    "unsupported.et": _("“{path}”是 WPS 表格文件（.et）：请用 WPS 另存为 .xlsx 后再导入。"),
    "unsupported.ppt": _("“{path}”是旧版演示文稿（.ppt）：请用 PowerPoint 或 WPS 另存为 .pptx 后再导入。"),
    "unsupported.dps": _("“{path}”是 WPS 演示文件（.dps）：请用 WPS 另存为 .pptx 后再导入。"),
    "unsupported.caj": _(
        "“{path}”是知网的 CAJ 文件：请在知网改为下载 PDF，或用 CAJViewer 打印成 PDF 后再导入。"
    ),
    "unsupported.kdh": _(
        "“{path}”是知网的 KDH 文件：请在知网改为下载 PDF，或用 CAJViewer 打印成 PDF 后再导入。"
    ),
    "unsupported.nh": _(
        "“{path}”是知网的 NH 文件：请在知网改为下载 PDF，或用 CAJViewer 打印成 PDF 后再导入。"
    ),
    "unsupported.mobi": _("“{path}”是 Kindle 电子书：请用 calibre 转换为 EPUB 后再导入。"),
    "unsupported.azw3": _("“{path}”是 Kindle 电子书：请用 calibre 转换为 EPUB 后再导入。"),
    "unsupported.pages": _("“{path}”是 Pages 文稿：请在 Pages 里导出为 .docx 后再导入。"),
    "unsupported.key": _("“{path}”是 Keynote 演示文稿：请在 Keynote 里导出为 .pptx 后再导入。"),
    "unsupported.numbers": _("“{path}”是 Numbers 表格：请在 Numbers 里导出为 .xlsx 后再导入。"),
    "unsupported.eml": _("“{path}”是邮件：请在邮件程序里另存为网页或打印成 PDF 后再导入，附件另外保存。"),
    "unsupported.msg": _("“{path}”是邮件：请在邮件程序里另存为网页或打印成 PDF 后再导入，附件另外保存。"),
    "unsupported.ofd": _("“{path}”是 OFD 版式文件：请用 OFD 阅读器或 WPS 转为 PDF 后再导入。"),
    "unsupported.zip": _("“{path}”是压缩文件：请先解压，再导入里面的文件。"),
    "unsupported.rar": _("“{path}”是压缩文件：请先解压，再导入里面的文件。"),
    "unsupported.7z": _("“{path}”是压缩文件：请先解压，再导入里面的文件。"),
    "encoding": _("认不出“{path}”的文字编码：请用文本编辑器另存为 UTF-8 后再导入。"),
    "encrypted": _("“{path}”有密码或版权保护：请先解除保护，另存一份再导入。"),
    "no_text": _("“{path}”里没有文字（可能是图片或程序文件）：请确认选对了文件。"),
    "no_text.pdf": _(
        "“{path}”没有可用的文字层（多为扫描件）：已按原页收入，可以翻阅、批注和引用；要检索正文，请先识别文字。"
    ),
    "no_text.blank": _("“{path}”的每一页都是空白，没有可以收入的内容：请确认选对了文件。"),
    "damaged": _("“{path}”已损坏，无法读取：请换一份完好的文件。"),
    "limit": _("“{path}”太大或太复杂，超出可以导入的上限：请拆成几个文件后再导入。"),
    "paper_too_long": _("“{path}”有 {n} 字，一次最多核对 {longest} 字：请分成几份，一份一份地核对。"),
    "hostile": _("“{path}”含有不安全的内容（如压缩炸弹），已拒绝导入：请向来处要一份干净的文件。"),
    "no_citations": _("“{path}”里没有引得写下的引文：请选由引得导出的 Word 文档（.docx）。"),
    "library_locked": _("文库“{path}”正被{holder}使用：请先关闭它，再试一次。"),
    "library_newer": _("文库“{path}”由更新版本的引得建立，这个版本打不开：请升级引得。"),
    "library_damaged": _(
        "文库“{path}”已损坏，没有写入：请恢复一份每日备份（copies）或备份文件（restore），"
        "或把完好的部分救到新文库（rescue）。"
    ),
    "library_missing": _(
        "文库“{path}”的数据库 library.db 不见了或是空的（还有 {originals} 个原件、{copies} 份每日备份），没有另建新的："
        "请用 copies --restore {newest} 恢复每日备份，或用 restore 恢复备份文件，或用 rescue 救出；"
        "要从头开始，请另选一个文件夹。"
    ),
    "library_missing_whole": _(
        "文库“{path}”的数据库 library.db 不见了或是空的（还有 {originals} 个原件，没有可用的每日备份），没有另建新的："
        "请用 restore 恢复备份文件，或用 rescue 从原件重建；要从头开始，请另选一个文件夹。"
    ),
    "library_look": _("“{path}”是一份每日备份，只能看：要用它，请恢复这份备份，或从中取回批注和文稿。"),
    "library_read_only": _("文库“{path}”所在的位置不可写：请检查权限，或给文库换一个位置。"),
    "library_read_only.long": _(
        "文库“{path}”的位置太深或名称太长，不能使用：请换一个层级少些、名称短些的位置。"
    ),
    "library_older": _(
        "文库“{path}”由较早版本的引得建立，要先更新才能打开，而它所在的位置不可写：请把文库复制到可写的位置再打开。"
    ),
    "library_gone": _(
        "文库“{path}”不见了（可能被移走、改名或删除），没有写入：请把文件夹放回原处再试，或重新打开文库。"
    ),
    "library_overwritten": _(
        "文库“{path}”被别的程序（多半是同步软件）用另一份盖过了，为免盖掉那一份里的笔记，没有写入：请重新打开文库，"
        "这里先前写下的会作为另一份数据库留着，打开后可以合并。"
    ),
    "library_not_a_folder": _("“{path}”不是文件夹，不能作文库：请换一个位置。"),
    "library_link_broken": _(
        "打不开文库：链接“{path}”指向的“{target}”找不到（可能磁盘没有接上，或文件被移走、改名）："
        "请接上磁盘或放回原处再试，或给文库换一个位置。"
    ),
    "disk_failed": _(
        "读写“{path}”所在的磁盘时出错，这一步没有完成：请检查磁盘或连接后再试，先前保存的内容没有改动。"
    ),
    "disk_failed.reopen": _(
        "读取文库“{path}”所在的磁盘时出过错，为免写坏，没有写入：请检查磁盘或连接，再重新打开文库。"
    ),
    "disk_full": _("磁盘已满，没有写入“{path}”：请腾出空间后再试。"),
    "unknown_article": _("文库里没有编号为 {id} 的文章：可用 articles 命令查看全部编号。"),
    "unknown_source": _("文库里没有编号为 {id} 的源文件。"),
    "unknown_annotation": _("文库里没有编号为 {id} 的批注。"),
    "unknown_repair": _("这篇文章没有编号为 {id} 的校订。"),
    "unknown_statistic": _("文库里没有编号为 {id} 的数据。"),
    "unknown_collection": _("文库里没有编号为 {id} 的课题。"),
    "unknown_draft": _("文库里没有编号为 {id} 的文稿。"),
    "unknown_copy": _("没有名为“{id}”的每日备份：可用 copies 命令查看有哪些。"),
    "unknown_trend": _("没有编号为“{id}”的趋势。"),
    "unknown_own_fact": _("这条记录已经不在文库里（编号 {id}）。"),
    "unknown_platform": _("没有名为“{id}”的平台或企业。"),
    "unknown_batch": _("找不到编号为 {id} 的导入。"),
    "nothing_to_resume": _("没有中断的导入：上一次导入已经做完或已取消。"),
    "unknown_style": _(
        "没有名为“{style}”的引文样式：可用的有 {styles}，以及其他 CSL 样式的名称和 .csl 文件。"
    ),
    "unknown_template": _("没有名为“{template}”的模板：可用的有 {templates}。"),
    "unknown_format": _("不能导出为“{format}”：可用的格式有 {formats}。"),
    "no_pdf": _("《{title}》不是从 PDF 来的，没有可以加批注的原件；请改选网页或 Word。"),
    "merge_few": _("请选中至少两条批注再合并。"),
    "merge_boxes": _("框选各有自己的图，一次只能合并一条框选：请少选一些框选再合并。"),
    "bad_span": _("位置 {start}–{end} 不在这篇文章里（全文共 {length} 字）。"),
    "bad_pages": _("“{text}”不是页码对应：请写成 1=i, 7=1（PDF 第几页=印刷第几页）。"),
    "bad_box": _("“{box}”不是页上的方框：请写左,上,右,下，各为页面宽高的百分数（0–100）。"),
    "no_recogniser": _(
        "没有安装文字识别组件：请在装引得的 Python 环境里运行 pip install “yinde[recognition]”（装好后离线可用），"
        "或先用别的软件把扫描件转成可检索的 PDF 再导入。"
    ),
    "no_sheets": _("《{title}》的文件里没有页面，也没有可以框选的图片。"),
    "no_pictures": _("这个文件里没有可以单独查看的图片。"),
    "no_pages": _("《{title}》不是 PDF，没有印刷页码可设。"),
    "bad_colour": _("没有名为“{colour}”的颜色：可用的有 {colours}。"),
    "no_metric": _("还没有写明这个数字说的是什么：请填写指标。"),
    "no_number": _("这里还没有数字：请填写数值。"),
    "no_statement": _("还没有写明是什么事实：请填写内容。"),
    "bad_date": _("“{date}”不是日期：请写成 2018、2018-07 或 2018-07-26。"),
    "bad_name": _("“{name}”不能作名称：请写 1 到 {longest} 个字。"),
    "bad_trend": _("分类要有名称（不超过 40 字），还要有线索词或例句，请补上再存。"),
    "known_trend": _("已有叫“{name}”的趋势，请换一个名称。"),
    "known_name": _("“{name}”已经是一家平台或企业的名称：要合为一家，请用“并入”。"),
    "bad_word": _("“{word}”不能作词：词不含空格和换行，最长 {longest} 个字。"),
    "bad_value": _("{name} 的值“{value}”无法理解。"),
    "fact_repair": _("校订 {id} 涉及事实，只提示，不能自动采用。"),
    "nothing_to_put": _("校订 {id} 只指出问题，没有可以采用的改法。"),
    "overlapping_repair": _("校订 {id} 与已采用的校订重叠：请先撤销那一条。"),
    "nothing_before": _("这个源文件里，编号为 {id} 的文章前面没有别的文章，不能合并。"),
    "pack_article": _("编号为 {id} 的文章属于资料包，不能拆分或合并：请先另存一份导入。"),
    "extra_missing": _(
        '这项功能要用可选的组件 {name}，还没有安装：请运行 pip install "yinde[{extra}]"，或把 {name} 装进引得的环境。'
    ),
    "unknown_pack": _("文库里没有名为“{id}”的资料包：可用 pack list 查看有哪些。"),
    "bad_pack": _("“{path}”不是有效的资料包：{detail}。名称只用小写字母、数字和连字符。"),
    "pack_name_taken": _("“{path}”的名称 {name} 已由程序自带的资料包使用：请换一个名称。"),
    "pack_not_fit": _("“{path}”还不能交给别人，有 {n} 处要改：{detail}"),
    "pack_empty": _("没有可以放进资料包的文章：请先把文章放进课题，并至少选一项。"),
    "bad_usage.halves": _("文字里有残缺的字符（半个编码），没有保存：请从原处重新复制。"),
    "bad_usage": _("命令用法有误：{detail}"),
    "too_many_numbers.source": _(
        "原文里的数字太多，没有读完，不能断定这句话的数据对不对：请只给有关的段落，再核对一次。"
    ),
    "too_many_numbers": _("这句话里的数字太多，一次最多核对 {longest} 个：请分成几句，一句一句地核对。"),
    "bad_annotation_file": _("“{path}”不是有效的批注文件（W3C Web Annotation）：{detail}"),
    "bad_annotation_file.JSON": _("“{path}”不是有效的 JSON：第 {n} 行附近写法不对，或文字不是 UTF-8。"),
    "bad_items.JSON": _(
        "“{path}”读不出文献条目。如果是 CSL-JSON：第 {n} 行附近写法不对，或文字不是 UTF-8；"
        "也可以给 BibTeX、RIS、EndNote 或 NoteExpress 文件。"
    ),
    "bad_items.list": _("“{path}”里不是文献条目的列表（CSL-JSON）。"),
    "bad_items": _("“{path}”不是有效的文献条目（CSL-JSON）：{detail}"),
    "no_reference": _("这一行读不出参考文献：{detail}。支持 GB/T 7714、知网、万方、百度学术、APA 和脚注式。"),
    "foreign_backup": _(
        "“{path}”里的数据库含有不属于引得文库的内容（{detail}），没有恢复；现在的文库没有改动。"
    ),
    "altered_backup": _(
        "“{path}”里的原件“{detail}”与文库记录的不符，没有恢复；现在的文库没有改动：请换一份备份。"
    ),
    "not_a_library": _(
        "“{path}”不是引得的文库，或已损坏，没有合并：请选文库的文件夹、library.db 的副本或备份文件；"
        "受损的请先用 rescue 救到新文库。"
    ),
    "same_library": _("“{path}”就是现在这个文库，不必合并：请选另一份。"),
    "bad_backup": _("“{path}”不是完好的文库备份。"),
    "backup_exists": _("“{path}”已经存在：请换一个文件名。"),
    "not_writable": _("无法写入“{path}”：请检查权限，或换一个位置。"),
    "not_writable.long": _("“{path}”的名称太长，没有写入：请换一个短些的文件名。"),
    "not_writable.folder": _("“{path}”是文件夹，没有写入：请换一个文件名。"),
    "not_writable.pipe": _("“{path}”是管道，不是文件，没有写入：请换一个文件名。"),
    "not_writable.device": _("“{path}”是设备，不是文件，没有写入：请换一个文件名。"),
    "not_writable.socket": _("“{path}”是套接字，不是文件，没有写入：请换一个文件名。"),
    "own_file": _("“{path}”是文库自己的文件，不能写到它上面：请换一个文件名或位置。"),
    "export_failed.typst": _("导出没有成功：排版程序 Typst 没能排成。可以先导出为 Word 或 Markdown。"),
    "export_failed.pandoc": _(
        "导出“{path}”没有成功：转换程序 Pandoc 没能转成。可以先导出为 PDF 或 Markdown。"
    ),
    "export_failed.slow": _("导出“{path}”没有成功：转换超过了 {n} 秒。可以分成几份导出。"),
    "export_failed.pdf": _("导出没有成功：PDF 原件已损坏，读不出来。"),
    "export_failed": _("导出“{path}”没有成功：{detail}"),
    "no_font": _("没有找到中文字体，PDF 无法嵌入：请安装一款中文字体（如 Noto Sans CJK 或文泉驿）。"),
    "nothing_to_export": _("没有可以导出的内容：请先写批注或选择数据。"),
    "index_failed": _("内容已经保存，但索引没有建成：检索仍然完整，稍后可用 index --rebuild 重建。"),
    "index_behind": _("已经完成，但索引没有跟上：检索仍然完整，索引以后会自动补上。"),
    "index_no_room": _("已经完成，但磁盘已满，索引没有跟上：检索仍然完整，腾出空间后索引会自动补上。"),
    "network_disk": _("文库“{path}”在网络盘上：已改用较慢但稳妥的写入方式，请不要在两台电脑上同时打开它。"),
    "slow_disk": _("文库“{path}”所在的磁盘不支持较快的写入方式：已改用较慢但同样稳妥的方式。"),
    "read_only": _("文库“{path}”所在的位置不可写：可以阅读、检索和导出，但不能导入、批注或改动。"),
    "no_library_yet": _(
        "“{path}”里还没有文库：现在看到的是自带的资料包，没有写入任何东西。导入文件时才建立文库。"
    ),
    "twins": _(
        "文库“{path}”里还有 {n} 份别的数据库（{names}），多半是同步软件留下的冲突副本：其中的批注可能这里没有。"
        "请用“合并文库”（merge）并入，合并前会先备份。"
    ),
    "nested_note": _("有一条批注或一段文字太长或嵌套太深，已按普通文字写出，没有保留格式：“{text}”。"),
    "mark_not_placed": _("有一条批注的文字在这份 PDF 里找不到，没有标上：“{text}”。"),
    "unread_sentence": _(
        "《{title}》里有 {n} 句没能读出数据和名称，已跳过，其余照常：{text}。"
        "原文没有动；句中的数据可以选中后“记为数据”。"
    ),
    "unread_article": _(
        "《{title}》没能读出数据和名称：文字都在，可以检索、批注和引用；要用的数据可以选中后“记为数据”。"
    ),
    "restore_finished": _("上次恢复文库“{path}”时中断，现在已经完成。原来的文库改名留在旁边。"),
    "restore_undone": _("上次恢复文库“{path}”时中断，已经退回：现在的文库仍是恢复之前的。"),
    "originals_missing": _("备份里缺 {n} 个原件：它们不在文库的 originals 文件夹里。文字和批注都已备份。"),
    "looking": _("这是一份每日备份，只能看：要用它，请恢复这份备份，或从中取回批注和文稿。"),
    "no_room": _("磁盘已满，文库“{path}”只能阅读、检索和导出：请腾出空间后重新打开。"),
    "worker_died": _("后台程序意外退出，已重新启动：请再试一次。"),
    "display_missing": _("没有可用的显示屏。"),
    "interrupted": _("已中断：此前完成的都已保存。"),
    "internal": _("程序内部出错：{detail}"),
}


_BLANK: Final[Mapping[str, object]] = dict.fromkeys(
    [
        "path",
        "target",
        "text",
        "title",
        "box",
        "detail",
        "extra",
        "id",
        "holder",
        "style",
        "styles",
        "template",
        "templates",
        "format",
        "formats",
        "name",
        "names",
        "value",
        "start",
        "end",
        "length",
        "colour",
        "colours",
        "n",
        "originals",
        "copies",
        "newest",
        "word",
        "longest",
        "date",
    ],
    "",
)


def way_out(suffix: str, path: str) -> str:
    """Return how a file of a kind no reader takes can be read all the same, empty where no way is known."""
    told = f"unsupported{suffix}" in SENTENCES and suffix
    return sentence_of(InputError("unsupported", path=path, detail=suffix)) if told else ""


def sentence_of(error: YindeError | Caution) -> str:
    """Return the sentence for an error or a caution in the language spoken."""
    special = f"{error.kind}.{str(error.values.get('detail', '')).removeprefix('.')}"
    message = SENTENCES.get(special) or SENTENCES.get(error.kind)
    if message is None:
        return translate(SENTENCES["internal"], detail=str(error))
    return filled(message, error)


def filled(message: str, error: YindeError | Caution) -> str:
    """Return a message in the language spoken with what an error or a caution carries; what it lacks is blank."""
    return translate(message, **{**_BLANK, **error.values})
