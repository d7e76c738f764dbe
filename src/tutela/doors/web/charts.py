"""Charts drawn on the server: Vega-Lite in, SVG out, in the page itself and in its colours.

Colours are those of our own sheet: a chart names a token, and the SVG says `var(--token)`, so that one drawing serves
both themes. Nothing in a chart moves, is fetched, or needs a script; each stands beside its table and its reading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe

#: Colours that Vega is given, each standing for a token of the sheet.
TOKENS = {
    name: f"#a000{number:02x}"
    for number, name in enumerate(
        ("ink", "ink-2", "line", "edge", "lagoon", "met-edge", "owed-edge", "overdue-edge")
    )
}
#: Charts are drawn this wide, for a phone; wider pages scale them up a little.
WIDTH = 340
Rows = list[dict[str, Any]]


def matrix(rows: Rows, months: Sequence[str], groups: Sequence[str]) -> SafeString:
    """A square for each month and group with its count in it; the more, the darker.

    Shape  rows: {"month", "group", "n"}; empty cells are left out
    """
    most = max([row["n"] for row in rows] or [1])
    place = {
        "x": {
            "field": "month",
            "type": "ordinal",
            "scale": {"domain": list(months)},
            "axis": _axis(),
            "title": None,
        },
        "y": {
            "field": "group",
            "type": "ordinal",
            "scale": {"domain": list(groups)},
            "axis": _axis(),
            "title": None,
        },
    }
    strength = {
        "field": "n", "type": "quantitative", "legend": None, "scale": {"domain": [0, most], "range": [0.1, 0.45]},
    }  # fmt: skip
    squares = {
        "mark": {"type": "rect", "fill": TOKENS["lagoon"], "stroke": TOKENS["line"], "cornerRadius": 3},
        "encoding": {"opacity": strength},
    }
    numbers = {
        "mark": {"type": "text", "fill": TOKENS["ink"], "fontSize": 12},
        "encoding": {"text": {"field": "n", "type": "nominal"}},
    }
    return draw(rows, place, [squares, numbers], height=max(1, len(groups)) * 28)


def line(rows: Rows, months: Sequence[str]) -> SafeString:
    """A figure for each month with its number of people; hollow where there are few.

    Shape  rows: {"month", "value", "label", "few": bool}
    """
    most = max([row["value"] for row in rows] or [1]) * 1.25
    place = {
        "x": {"field": "month", "type": "ordinal", "scale": {"domain": list(months)}, "axis": _axis(), "title": None},
        "y": {"field": "value", "type": "quantitative", "scale": {"domain": [0, most or 1]}, "title": None,
              "axis": {**_axis(), "grid": True, "tickCount": 4}},
    }  # fmt: skip
    hollow = {"condition": {"test": "datum.few", "value": "transparent"}, "value": TOKENS["lagoon"]}
    layers: list[dict[str, Any]] = [
        {"mark": {"type": "line", "stroke": TOKENS["lagoon"], "strokeWidth": 2}},
        {
            "mark": {"type": "point", "stroke": TOKENS["lagoon"], "size": 60, "opacity": 1},
            "encoding": {"fill": hollow},
        },
        {
            "mark": {
                "type": "text",
                "fill": TOKENS["ink"],
                "dy": -20 if any("\n" in row["label"] for row in rows) else -7,
                "fontSize": 11,
                "lineBreak": "\n",
                "baseline": "bottom",
            },
            "encoding": {"text": {"field": "label"}},
        },
    ]
    return draw(rows, place, layers, height=150)


def bars(rows: Rows, names: Sequence[str], states: dict[str, str]) -> SafeString:
    """A lying bar for each name, in parts; the counts stand at its end in the same order.

    Shape  rows: {"name", "state", "n", "place", "end", "label"}; states: state -> token
    """
    scale = {"domain": list(states), "range": [TOKENS[token] for token in states.values()]}
    most = max([row["end"] for row in rows] or [1])
    place = {
        "y": {"field": "name", "type": "nominal", "scale": {"domain": list(names)}, "title": None,
              "axis": {**_axis(), "labelLimit": 190}},
    }  # fmt: skip
    across = {"type": "quantitative", "title": None, "axis": {**_axis(), "tickCount": 4, "format": "d"}}
    parts = {
        "mark": {"type": "bar", "height": {"band": 0.62}},
        "encoding": {
            "x": {"field": "n", "stack": "zero", "scale": {"domain": [0, most * 1.75]}, **across},
            "fill": {"field": "state", "type": "nominal", "scale": scale, "legend": None},
            "order": {"field": "place", "type": "ordinal"},
        },
    }
    said = {
        "transform": [{"filter": "datum.place == 0"}],
        "mark": {"type": "text", "fill": TOKENS["ink"], "align": "left", "dx": 6, "fontSize": 11},
        "encoding": {"x": {"field": "end", **across}, "text": {"field": "label"}},
    }
    return draw(rows, place, [parts, said], height=max(1, len(names)) * 26)


def _axis() -> dict[str, Any]:
    return {
        "labelAngle": 0, "labelColor": TOKENS["ink-2"], "labelFontSize": 11, "domainColor": TOKENS["edge"],
        "tickColor": TOKENS["edge"], "gridColor": TOKENS["line"], "grid": False, "ticks": False, "labelPadding": 6,
    }  # fmt: skip


def draw(rows: Rows, place: dict[str, Any], layers: list[dict[str, Any]], height: int) -> SafeString:
    """The SVG of a chart, without a word for those who hear the page: the reading and the table stand beside it."""
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "padding": {"left": 28, "right": 8, "top": 4, "bottom": 4},
        "background": None,
        "data": {"values": rows},
        "encoding": place,
        "layer": layers,
        "config": {"aria": False, "font": "sans-serif", "view": {"stroke": None}},
    }
    return mark_safe(_drawn(json.dumps(spec, ensure_ascii=False)))  # noqa: S308 - Vega escapes what it writes


@lru_cache(maxsize=256)
def _drawn(spec: str) -> str:
    import vl_convert  # here, since it brings 85 MB that only the monitor's pages need

    svg: str = vl_convert.vegalite_to_svg(json.loads(spec))
    svg = re.sub(r' (aria-[a-z]+|role|class|pointer-events|xmlns:xlink|font-family)="[^"]*"', "", svg)
    svg = re.sub(
        r'(<svg[^>]*?) width="[^"]*" height="[^"]*"', r'\1 aria-hidden="true" focusable="false"', svg, count=1
    )
    svg = re.sub(r'<path d="(M0,0h0v0h0Z)?"[^>]*/>|<path d="" display="none"/>', "", svg)
    svg = re.sub(r"(\d\.\d)\d{3,}", r"\1", svg)
    for token, colour in TOKENS.items():
        svg = svg.replace(f'"{colour}"', f'"var(--{token})"')
    return svg
