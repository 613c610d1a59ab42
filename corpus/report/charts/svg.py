"""A drawing as SVG, in the colours of reports."""

from __future__ import annotations

from html import escape

from corpus.report.charts.drawing import FONT, Box, Dot, Drawing, Rule, Shape
from corpus.report.palette import colour


def to_svg(drawing: Drawing, *, ground: bool = False) -> str:
    """Return a drawing as SVG; with ``ground`` on paper, otherwise on nothing."""
    inner = "".join(_shape(one) for one in drawing.shapes)
    paper = f'<rect width="100%" height="100%" fill="{colour("raised")}"/>' if ground else ""
    size = f'width="{drawing.width:.0f}" height="{drawing.height:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {drawing.width:.0f} {drawing.height:.0f}" '
        f'role="img" font-family="{FONT}"><title>{escape(drawing.title)}</title>{paper}{inner}</svg>'
    )


def _shape(one: Shape) -> str:
    if isinstance(one, Box):
        fill = colour(one.fill) if one.fill else "none"
        edge = f' stroke="{colour(one.edge)}" stroke-width="1.5"' if one.edge else ""
        dashed = ' stroke-dasharray="5 3"' if one.dashed else ""
        place = f'x="{one.x:.1f}" y="{one.y:.1f}" width="{one.width:.1f}" height="{one.height:.1f}"'
        return f'<rect {place} fill="{fill}"{edge}{dashed}/>'
    if isinstance(one, Rule):
        dashed = ' stroke-dasharray="6 4"' if one.dashed else ""
        place = f'x1="{one.x1:.1f}" y1="{one.y1:.1f}" x2="{one.x2:.1f}" y2="{one.y2:.1f}"'
        return f'<line {place} stroke="{colour(one.colour)}" stroke-width="{one.width:g}"{dashed}/>'
    if isinstance(one, Dot):
        fill, edge = colour(one.fill), colour(one.edge)
        if one.square:
            x, y, side = one.x - one.radius, one.y - one.radius, 2 * one.radius
            place = f'x="{x:.1f}" y="{y:.1f}" width="{side:g}" height="{side:g}"'
            return f'<rect {place} fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'
        place = f'cx="{one.x:.1f}" cy="{one.y:.1f}" r="{one.radius:g}"'
        return f'<circle {place} fill="{fill}" stroke="{edge}" stroke-width="1.5"/>'
    weight = ' font-weight="600"' if one.bold else ""
    return (
        f'<text x="{one.x:.1f}" y="{one.y:.1f}" text-anchor="{one.anchor}" font-size="{one.size}"{weight} '
        f'fill="{colour(one.colour)}">{escape(one.text)}</text>'
    )
