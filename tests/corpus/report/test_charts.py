"""Charts are well-formed drawings: words escaped, forecasts dashed, nothing cut off."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from corpus.report.charts import Point, Series, bar_chart, line_chart

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own drawing


def test_bars_are_as_long_as_their_values_and_forecasts_dashed() -> None:
    svg = bar_chart(
        [Point("甲 & 乙", 50, "50 亿元"), Point("丙", 100), Point("丁", 25, forecast=True)],
        title="规模<2018>",
    )
    rects = list(ET.fromstring(svg).iter(f"{SVG}rect"))  # noqa: S314
    widths = [float(rect.attrib["width"]) for rect in rects]
    assert [round(width / widths[1], 2) for width in widths] == [0.5, 1.0, 0.25]
    assert ["stroke-dasharray" in rect.attrib for rect in rects] == [False, False, True]
    assert texts(svg) == ["甲 & 乙", "50 亿元", "丙", "100", "丁", "25"]


def test_a_line_is_named_at_its_end_and_dashed_towards_a_forecast() -> None:
    svg = line_chart(
        [Series("交易额", (Point("2017", 29.2), Point("2018", 31.6), Point("2019", 34, forecast=True)))],
        title="t",
    )
    root = ET.fromstring(svg)  # noqa: S314
    stretches = [node for node in root.iter(f"{SVG}line") if "stroke-width" in node.attrib]
    assert ["stroke-dasharray" in node.attrib for node in stretches] == [False, True]
    assert texts(svg) == ["2017", "2018", "2019", "29.2", "31.6", "34", "交易额"]


def test_a_chart_of_nothing_is_still_a_drawing() -> None:
    assert texts(bar_chart([], title="t")) == []
    assert texts(line_chart([], title="t")) == []
