"""Texts of the page of operations: English and Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Operations": "行动",
    "Nobody is found before there is care for everybody who may be. No place and no name stands here.": "在足以照顾可能发现的每个人之前，不展开行动。此处不写地点和姓名。",
    "No operation is planned. When one is, what is ready for the people who may be found stands here, counted against free places.": "尚无计划中的行动。一旦有，此处会显示为可能发现的人备妥了什么，并与空床位对照。",
    "Begun": "已开始",
    "%(n)s person may be found": "可能发现 %(n)s 人",
    "%(n)s of them under age": "其中 %(n)s 名未成年人",
    "to save life": "为救人",
    "Counted: beds that nobody holds that night.": "由系统统计：当晚无人占用的床位。",
    "It is there": "已到位",
    "nobody has said": "尚未说明",
    "%(there)s of %(needed)s": "%(there)s／%(needed)s",
}
