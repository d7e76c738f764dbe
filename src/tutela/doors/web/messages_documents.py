"""The words of the page of documents."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Documents": "文件",
    "Each is made now from what you may read, and kept nowhere. No name stands on it, and the file's name says nothing of what is inside.": "每份文件均按您有权阅读的内容即时生成，不作保存。上面没有姓名，文件名也不透露内容。",
}
