"""``--self-test``: the program goes through its main job once on a library of its own, and says what is missing.

Every step starts this very program, as people and its own window do: what works here works as it is installed.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from corpus.language import translate as _
from corpus.model.program import VERSION, own_command

_SENTENCE: Final = "自检用的这一句话应当原样找得到，二〇一八年社交电商市场规模为12624.7亿元。"
_FOLDER: Final = "自检 & 文库（一）"
_EXPORTED: Final = (
    "md",
    "html",
    "docx",
    "odt",
    "epub",
    "pdf",
    "csv",
    "xlsx",
    "jsonld",
    "bibtex",
    "ris",
    "csljson",
)
_READ_BACK: Final = ("docx", "odt", "epub", "pdf", "html", "xlsx", "md", "csv")
_PATIENCE: Final = 300
_PICTURES: Final = 10
"""The tour leaves more pictures than this."""


class StepFailed(Exception):  # noqa: N818 - what a check found, not an error of the program
    """A step did not come to what it should; the text says how."""


@dataclass(frozen=True, slots=True)
class Check:
    """One step of the self-test, and what is missing where it failed."""

    name: str
    ok: bool
    detail: str = ""


def self_test(given: Sequence[str]) -> int:
    """Go through everything and return the exit code: 1 where something is missing."""
    with tempfile.TemporaryDirectory(prefix="yinde-self-test-", ignore_cleanup_errors=True) as name:
        checks = _Steps(Path(name)).run()
    ok = all(one.ok for one in checks)
    if "--json" in given:
        found = [{"name": one.name, "ok": one.ok, "detail": one.detail} for one in checks]
        about = {"version": VERSION, "system": platform.platform(), "python": platform.python_version()}
        sys.stdout.write(json.dumps({**about, "ok": ok, "checks": found}, ensure_ascii=True) + "\n")
    else:
        for one in checks:
            sys.stdout.write(
                f"{'✓' if one.ok else '✗'} {one.name}{'：' + one.detail if one.detail else ''}\n"
            )
    return 0 if ok else 1


class _Steps:
    """The steps on a library in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._library = folder / _FOLDER
        self._texts = folder / "文本"
        self._texts.mkdir()

    def run(self) -> list[Check]:
        """Take every step, also after one that failed."""
        steps: list[tuple[str, Callable[[], str]]] = [
            (_("建立文库，导入文字"), self._take_in),
            (_("逐字检索"), self._find),
            *((_("导出 {format}", format=one), _bound(self._export, one)) for one in _EXPORTED),
            (_("读回导出的文件"), self._read_back),
            (_("全部引文样式"), self._cite),
            (_("备份与恢复"), self._back_up),
            (_("窗口走一遍主要工作"), self._window),
        ]
        return [_checked(name, step) for name, step in steps]

    def _take_in(self) -> str:
        for suffix, text in _SAMPLES.items():
            (self._texts / f"样本.{suffix}").write_text(text, encoding="utf-8")
        _made_by_pandoc(self._texts)
        report = self._json("import", str(self._texts))
        if failed := _failed(report):
            raise StepFailed(failed)
        return str(len(report["sources"]))

    def _find(self) -> str:
        found = self._json("search", _SENTENCE, "--mode", "exact")
        if found["total"] < len(_SAMPLES):
            raise StepFailed(f"{found['total']} < {len(_SAMPLES)}")
        hit = found["hits"][0]
        self._json(
            "annotate",
            hit["article"],
            "--start",
            str(hit["start"]),
            "--end",
            str(hit["end"]),
            "--note",
            "自检",
        )
        return str(found["total"])

    def _export(self, suffix: str) -> str:
        out = self._folder / f"摘要.{suffix}"
        self._json("export", "--format", suffix, "--out", str(out), "--what", "annotations")
        return f"{out.stat().st_size} B"

    def _read_back(self) -> str:
        again = [self._folder / f"摘要.{suffix}" for suffix in _READ_BACK]
        report = self._json("import", *(str(one) for one in again if one.exists()))
        failed = _failed(report)
        if failed or len(report["sources"]) < len(again):
            raise StepFailed(failed or str(len(report["sources"])))
        return ""

    def _cite(self) -> str:
        for style in ("gbt7714-2025-numeric", "gbt7714-2015-author-date", "apa", "ieee"):
            if not all(one["text"] for one in self._json("cite", "--library-sources", "--style", style)):
                raise StepFailed(style)
        return ""

    def _back_up(self) -> str:
        copy = self._folder / "备份.zip"
        self._json("backup", str(copy))
        self._json("restore", str(copy))
        if self._json("search", _SENTENCE, "--mode", "exact")["total"] < len(_SAMPLES):
            raise StepFailed(copy.name)
        return ""

    def _window(self) -> str:
        if find_spec("PySide6") is None:
            raise StepFailed(_('没有安装 PySide6：命令都能用，窗口打不开（pip install "yinde[window]"）'))
        out = self._folder / "图"
        _ended(subprocess.run(  # noqa: S603 - this very program
            [*own_command(), "tour", "--out", str(out)], capture_output=True, check=False, timeout=_PATIENCE,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        ))  # fmt: skip
        pictures = len(list(out.glob("*.png")))
        if pictures <= _PICTURES:
            raise StepFailed(_("只画出 {n} 幅图", n=pictures))
        return str(pictures)

    def _json(self, *arguments: str) -> Any:
        """Return what a command answers."""
        done = subprocess.run(  # noqa: S603 - this very program
            [*own_command(), "--library", str(self._library), "--json", *arguments],
            capture_output=True, check=False, timeout=_PATIENCE,
        )  # fmt: skip
        if done.returncode != 1 or not done.stdout:  # 1: some items failed, the answer names them
            _ended(done)
        return json.loads(done.stdout.decode("utf-8"))


def _failed(report: Any) -> str:
    """Return which files an import could not take, and why; empty where all came in."""
    told = (
        f"{Path(one['path']).name} ({one['error']['kind']} {one['error']['values'].get('detail', '')})"
        for one in report["sources"]
        if one["status"] == "failed"
    )
    return "; ".join(told)


def _ended(done: subprocess.CompletedProcess[bytes]) -> None:
    """Raise Missing with the last words of a command that failed."""
    if done.returncode != 0:
        told = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise StepFailed(told[-1] if told else str(done.returncode))


def _checked(name: str, step: Callable[[], str]) -> Check:
    try:
        return Check(name, ok=True, detail=step())
    except (StepFailed, OSError, ValueError, KeyError, IndexError, subprocess.TimeoutExpired) as error:
        return Check(name, ok=False, detail=str(error))


def _bound(step: Callable[[str], str], suffix: str) -> Callable[[], str]:
    return lambda: step(suffix)


def _made_by_pandoc(folder: Path) -> None:
    """Leave the sentence in formats that are written by the same tool that reads them."""
    import pypandoc

    for suffix in ("docx", "odt", "rtf", "pptx", "epub"):
        pypandoc.convert_text(
            f"# 样本 {suffix}\n\n{_SENTENCE}\n", suffix, format="markdown", outputfile=str(folder / f"样本一.{suffix}"),
            extra_args=["--standalone", "--metadata", "title=样本"],
        )  # fmt: skip


_SAMPLES: Final = {
    "txt": f"样本一\n\n{_SENTENCE}\n",
    "md": f"# 样本二\n\n{_SENTENCE}\n",
    "html": f"<html><head><title>样本三</title></head><body><h1>样本三</h1><p>{_SENTENCE}</p></body></html>",
    "xml": f"<?xml version='1.0' encoding='utf-8'?><a><b>{_SENTENCE}</b></a>",
    "srt": f"1\n00:00:01,000 --> 00:00:04,000\n{_SENTENCE}\n",
    "vtt": f"WEBVTT\n\n00:01.000 --> 00:04.000\n{_SENTENCE}\n",
    "log": f"2026-01-01 00:00:00 {_SENTENCE}\n",
    "mhtml": (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=part\n\n--part\n"
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"<html><head><title>样本四</title></head><body><p>{_SENTENCE}</p></body></html>\n--part--\n"
    ),
    "csv": f"说明,值\n{_SENTENCE},1\n",
}
