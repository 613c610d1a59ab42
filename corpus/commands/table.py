"""The table of commands: a name, what it is about, and where it stands; a module is imported when it is called."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from corpus.commands.command import Command


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as it is listed: its name, what it does (a message), its module and what it is called there."""

    name: str
    about: str
    module: str
    attribute: str = "COMMAND"


TABLE: Final = (
    Listed("import", "导入文件和文件夹", "import_"),
    Listed("source", "查看一个源文件", "source"),
    Listed("articles", "列出全部文章", "articles"),
    Listed("show", "查看一篇文章", "show"),
    Listed("record", "查看或填写一篇文章的著录和语境", "record"),
    Listed("article", "改标题、拆分、合并或改正一篇文章", "article"),
    Listed("recognise", "识别扫描件的文字（可选组件）", "recognise"),
    Listed("repairs", "查看或决定一篇文章的校订", "repairs"),
    Listed("search", "检索全库", "search"),
    Listed("concordance", "逐行对齐列出一个词的全部出处", "concordance"),
    Listed("trends", "列出各趋势及其段落；新建分类，移出段落", "trends"),
    Listed("platforms", "列出平台与企业", "platforms"),
    Listed("company", "改企业的名称：新增、别名、改名、并入、分出", "company"),
    Listed("statistics", "列出统计数据", "statistics"),
    Listed("extract", "从一段文字中提取数据、平台和趋势（不用文库）", "extract"),
    Listed("segment", "分词", "segment"),
    Listed("anchor", "按引文和上下文定位", "anchor"),
    Listed("annotate", "在文章里作批注", "annotate"),
    Listed("annotations", "列出批注；--import 导入批注", "annotations"),
    Listed("cite", "按样式著录参考文献", "cite"),
    Listed("references", "读入参考文献", "references"),
    Listed("audit", "查稿子里的引文和数据", "audit"),
    Listed("renew", "更新 Word 文档里的引文和参考文献", "renew"),
    Listed("export", "导出批注、数据、检索结果、文章或文稿", "export"),
    Listed("draft", "新建、填写、查看和导出文稿", "draft"),
    Listed("trash", "把文章放进回收站；不带编号时列出回收站", "keeping", "TRASH"),
    Listed("restore-trash", "从回收站还原文章", "keeping", "RESTORE_TRASH"),
    Listed("delete", "彻底删除文章", "keeping", "DELETE"),
    Listed("index", "更新索引；--rebuild 重建", "maintaining", "INDEX"),
    Listed("refind", "按现在的规则重新查找数据、名称和趋势；人工的决定不变", "refind"),
    Listed("check", "检查文库", "maintaining", "CHECK"),
    Listed("backup", "备份文库", "maintaining", "BACKUP"),
    Listed("restore", "从备份恢复文库", "maintaining", "RESTORE"),
    Listed("copies", "列出每日备份；恢复其中一份，或取回其中的批注和文稿", "copies"),
    Listed("rescue", "把受损文库里完好的部分救到新文库", "rescue"),
    Listed("merge", "并入另一份文库：同步软件的冲突副本、同事的文库、备份", "merge"),
    Listed("pack", "资料包：列出、检查、安装、制作、移除", "pack"),
    Listed("bench", "测量本机上的性能", "bench"),
    Listed("serve", "供本机的助手检索和引用（MCP）", "serve"),
)


def listed(name: str) -> Listed:
    """Return how a command is listed, by name; nothing is imported for it."""
    return next(one for one in TABLE if one.name == name)


def command(name: str) -> Command:
    """Return a command by name; its module is imported only now."""
    one = listed(name)
    found: Command = getattr(import_module(f"corpus.commands.{one.module}"), one.attribute)
    return found


def names() -> tuple[str, ...]:
    """Return the names of all commands, in the order of the table."""
    return tuple(one.name for one in TABLE)
