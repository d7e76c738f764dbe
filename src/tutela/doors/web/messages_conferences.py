"""The Chinese of the page of case conferences."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Conferences": "个案会议",
    "Those who work with a person come together for one purpose. The person is asked first; only those come to whom they agreed; what is decided has a bearer and a day.": "与当事人一起工作的各方为一个目的聚会。先征求本人的意见；只有本人同意的人才能来；每项决定都有负责者和期限。",
    "The conference is called. The person sees it at their own door.": "会议已召集。当事人在自己的页面上可以看到。",
    "until %(day)s": "至%(day)s",
    "to be held": "待举行",
    "Came": "到会",
    "Comes": "参加",
    "The person's part": "当事人的参与",
    "was there": "在场",
    "was not there: tell the person what was decided": "不在场：请告知当事人会议的决定",
    "Minutes": "会议记录",
    "Open what was written down": "打开记录",
    "closed to your agency": "贵机构无权查看",
    "Add a decision: who does what, by when": "添加决定：由谁在何时之前做什么",
    "No conference has been called. It is worth one when several agencies must agree on what comes next, and the person wants it.": "尚未召集会议。当多个机构须商定下一步，而当事人也愿意时，值得召开。",
    "Not called": "未召集",
    "No consent of the person to another agency is in force.": "目前没有当事人对其他机构的有效同意。",
    "Whoever is not here cannot come yet.": "不在此列的机构还不能参加。",
    "Ask the person, and record their consent": "询问当事人并记录其同意",
}
