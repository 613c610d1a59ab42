"""A report for somebody who helps holds versions, counts and faults, and nothing a person wrote or is called."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.upkeep.diagnosis import diagnosis, save_diagnosis
from corpus.model.program import VERSION

LOG = """Traceback (most recent call last):
  File "/home/王小明/桌面/我的程序/desktop/pages/data/page.py", line 41, in refresh
    show("我的秘密论文")
  File "C:\\Users\\王小明\\yinde\\corpus\\store\\store.py", line 7, in <module>
corpus.model.errors.LibraryError: library_gone(path='/home/王小明/论文')
ValueError: 我的秘密论文
Fatal Python error: Segmentation fault

我的秘密论文
"""


def test_nothing_of_a_person_is_in_it(tmp_path: Path) -> None:
    text = tmp_path / "我的秘密论文.txt"
    text.write_text("我的秘密论文\n\n2018年王小明的网店销售额为12624.7亿元。\n", encoding="utf-8")
    with closing(open_library(tmp_path / "王小明的库", write=True)) as library:
        import_paths(library, [text])
        report = diagnosis(library, LOG, {"Qt": "6"})
    for private in ("秘密", "王小明", "12624", "网店", str(tmp_path)):
        assert private not in report
    assert f"Yinde {VERSION}" in report
    assert "articles: " in report
    assert "figures: " in report
    assert "data/page.py:41 refresh" in report
    assert "store/store.py:7 <module>" in report
    assert "ValueError" in report
    assert "Fatal Python error: Segmentation fault" in report
    assert save_diagnosis(tmp_path / "诊断.txt", report).read_text(encoding="utf-8") == report
