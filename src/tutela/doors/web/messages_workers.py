"""The Chinese of the page of workers."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Workers": "工作者",
    "At most %(most)s people for one worker; a child counts as %(child)s. This is the project's own target, not law: above it nobody is refused help.": "每名工作者至多负责%(most)s人；一名儿童按%(child)s人计算。这是本项目自定的目标，不是法律：超过时也不会拒绝帮助任何人。",
    "Above the target": "超过目标",
    "above the target": "超过目标",
    "%(n)s worker, the most with %(heaviest)s": "%(n)s名工作者，最多负责%(heaviest)s人",
    "Nobody works with more people than is aimed at.": "没有人负责的人数超过目标。",
    "Each person gets a colleague for all of these days, is told so in a language they understand, and goes back after them.": "每个人在这些日子里都由一名同事负责，会用当事人的语言告知，期满后回到原来的工作者那里。",
    "Not written down": "未登记",
    "First day away": "休假第一天",
    "Last day away": "休假最后一天",
    "Nobody is named as working with this colleague.": "没有登记由该同事负责的人。",
    "Your agency": "贵机构",
    "%(people)s with this colleague, of them %(children)s children or perhaps": "负责%(people)s人，其中%(children)s人是或可能是儿童",
    "away until %(day)s": "休假至%(day)s",
    "next supervision %(day)s": "下次督导：%(day)s",
    "no supervision on file": "没有督导记录",
    "Nobody else of your agency is there. Ask whoever opened the file, or refer the person to another agency for these days.": "贵机构没有其他在岗人员。请联系建档机构，或在这些日子里将当事人转介给另一机构。",
    "Goes on leave": "休假",
    "The leave is written down; everybody has somebody.": "休假已登记；每个人都有人负责。",
}
