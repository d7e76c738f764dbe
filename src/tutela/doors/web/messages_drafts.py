"""Words of forms that were begun and not sent."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Thrown away. Nothing was changed.": "已丢弃。没有作任何改动。",
    "Kept for you alone, for seven days. Nothing was sent.": "仅为您本人保存七天。没有提交任何内容。",
    "Keep for later": "留待以后",
    "This is what you typed and had not sent (%(at)s). Nobody else sees it.": "这是您填写而尚未提交的内容（%(at)s）。其他人看不到。",
    "Throw it away and begin anew": "丢弃并重新填写",
}
