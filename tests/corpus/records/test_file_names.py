"""What the name of a file says of the text in it, and what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records.file_names import record_of_path
from corpus.records.merging import merge
from tests.lines import every


def read(path: str, title: str = "") -> dict[str, str]:
    told: dict[str, list[str]] = {}
    for one in record_of_path(path, title):
        told.setdefault(one.field, []).append(one.value)
    return {field: "、".join(values) for field, values in told.items()}


@every(
    ("name", "said"),
    [
        ("县域冷链网络研究_宋知秋.pdf", {"title": "县域冷链网络研究", "author": "宋知秋"}),
        ("夜经济的空间分布_以江临市为例_陆倕.pdf", {"title": "夜经济的空间分布_以江临市为例", "author": "陆倕"}),
        ("县域冷链网络研究_宋知秋 (1).pdf", {"title": "县域冷链网络研究", "author": "宋知秋"}),
        ("钟会 等 - 2023 - 平台补贴与商户进入.pdf",
         {"author": "钟会", "issued": "2023", "title": "平台补贴与商户进入"}),
        ("钟会 和 毛晚舟 - 2023 - 平台补贴.pdf", {"author": "钟会、毛晚舟", "issued": "2023", "title": "平台补贴"}),
        ("Kovacs and Shen - 2019 - Hard discounters.pdf",
         {"author": "Kovacs、Shen", "issued": "2019", "title": "Hard discounters"}),
        ("20230518-东岚证券-社区生鲜深度.pdf",
         {"issued": "2023-05-18", "publisher": "东岚证券", "title": "社区生鲜深度"}),
        ("东岚证券_社区生鲜深度_2023-05-18.pdf",
         {"issued": "2023-05-18", "publisher": "东岚证券", "title": "社区生鲜深度"}),
        ("[江临研究院]2023年县域物流白皮书.pdf", {"publisher": "江临研究院", "title": "2023年县域物流白皮书"}),
        ("【东岚证券】社区生鲜深度-20230518.pdf",
         {"publisher": "东岚证券", "issued": "2023-05-18", "title": "社区生鲜深度"}),
        ("霜降咨询：2023年县域物流白皮书.pdf", {"publisher": "霜降咨询", "title": "2023年县域物流白皮书"}),
        ("宋知秋_县域冷链网络研究_2023.pdf",
         {"author": "宋知秋", "issued": "2023", "title": "县域冷链网络研究"}),
        ("2024-05-08 集市专项检查 - 江临市商务局.html",
         {"issued": "2024-05-08", "container-title": "江临市商务局", "title": "集市专项检查"}),
        ("商户调查2021-05.docx", {"issued": "2021-05", "title": "商户调查"}),
    ],
)  # fmt: skip
def test_that_the_usual_forms_of_names_are_read(name: str, said: dict[str, str]) -> None:
    assert read(f"/文/{name}") == said


@pytest.mark.parametrize(
    "name",
    [
        "会议纪要_终稿.docx",
        "数据_2.txt",
        "IMG_20231345.pdf",
        "1.txt",
        "a-b-c.md",
        "第3版_改后.doc",
        "2023.txt",
    ],
)
def test_that_other_names_name_nobody_and_no_day(name: str) -> None:
    assert not {"author", "issued", "publisher"} & read(f"/文/{name}").keys()


def test_that_a_folder_called_by_a_year_gives_it_and_a_line_of_the_text_stays_the_title() -> None:
    assert read("/文/2021年/商户调查.txt", "一份调查") == {"issued": "2021"}
    assert read("/文/2021/商户调查_2022-03.txt", "一份调查")["issued"].startswith("2022-03")
    assert record_of_path("pack:ecommerce/2021/a_王甲.md") == ()


def test_that_the_name_of_a_file_is_the_least_sure_of_all() -> None:
    record = merge(record_of_path("/文/2021年/夜市调查_王甲.txt"))
    assert {field: origin.where for field, origin in record.origins.items()} == {
        "title": "name", "author": "name", "issued": "folder",
    }  # fmt: skip


@given(st.text(max_size=80))
def test_that_no_name_breaks_the_reading(name: str) -> None:
    for one in record_of_path(f"/文/{name}"):
        assert one.value
