"""What tells articles of one title apart: as little of their paths as does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.article import file_beside, told_apart

TITLE = "政府工作报告"
PATHS = st.builds(
    "/{}/{}/{}.{}".format,
    st.sampled_from("甲乙丙"),
    st.sampled_from("丁戊己"),
    st.sampled_from([TITLE, "二〇二五", "终稿"]),
    st.sampled_from(["docx", "pdf"]),
)


@given(st.sets(PATHS, min_size=2, max_size=12))
def test_no_two_articles_of_one_title_are_called_alike(paths: set[str]) -> None:
    names = {told_apart(TITLE, file_beside(TITLE, one, paths - {one})) for one in paths}
    assert len(names) == len(paths)


@pytest.mark.parametrize(
    ("path", "others", "beside"),
    [
        ("/读/河东.pdf", ["/读/河西.pdf"], "河东"),
        ("/2025/报告.pdf", ["/2026/报告.pdf"], "2025/"),
        ("C:\\读\\2025\\报告.pdf", ["C:\\读\\2026\\报告.pdf"], "2025/"),
        (f"/2025/{TITLE}.pdf", ["/2026/终稿.pdf"], "2025/"),
        ("/读/报告.pdf", ["/读/报告.docx"], "报告.pdf"),
        ("/2025/省/报告.pdf", ["/2026/省/报告.pdf"], "2025/"),
        ("/读/报告.pdf", ["clipboard:1"], "报告"),
        ("clipboard:1", ["/读/报告.pdf"], ""),
        ("/读/报告.pdf", ["/读/报告.pdf"], ""),
        ("/读/报告.pdf", [], ""),
    ],
)
def test_the_least_that_tells_a_file_apart_stands_beside_its_title(
    path: str, others: list[str], beside: str
) -> None:
    assert file_beside(TITLE, path, others) == beside
