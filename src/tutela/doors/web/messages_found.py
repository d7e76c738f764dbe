"""The Chinese of the pages on protocols, on asylum in a file, and of what a screening without indication offers."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH_FOUND = {
    "Cooperation protocols": "合作协议",
    "Who passes people on to whom, for what, and within how many hours an answer comes. A referral outside any route is always possible.": "谁将当事人转介给谁、为何转介、多少小时内答复。路径之外的转介始终可行。",
    "Put a protocol on file": "将协议备案",
    "in force": "有效",
    "not in force yet": "尚未生效",
    "from %(since)s until %(until)s": "自 %(since)s 至 %(until)s",
    "from %(since)s, with no end": "自 %(since)s 起，无终止日期",
    "your agency is a party": "贵机构是缔约方",
    "Routes": "路径",
    "Who refers": "转介方",
    "Answer within": "答复时限",
    "No route yet.": "尚无路径。",
    "Add a route": "添加路径",
    "Say when it ends": "说明何时终止",
    "No cooperation protocol is on file yet.": "尚无合作协议备案。",
    "Referred where no route leads": "没有路径而发出的转介",
    "Each shows where a protocol is missing. Nothing here leads to a person.": "每一项表明何处缺少协议。此处内容不会指向任何个人。",
    "%(n)s referral since %(since)s": "自 %(since)s 起 %(n)s 次转介",
    "Every referral followed a route.": "所有转介都按路径进行。",
    "Asylum and consulate": "庇护与领事馆",
    "first said on %(at)s": "首次提出于 %(at)s",
    "brought across a border by smugglers": "由偷运者带过边境",
    "While this is open nobody is removed, and no authority contacts those of that country. It goes along with the person.": "在此期间不得驱离，任何机关不得联系该国当局。此事随当事人一同转介。",
    "the person wants contact (said on %(at)s)": "当事人希望联系（%(at)s 表示）",
    "the person wants no contact (said on %(at)s)": "当事人不希望联系（%(at)s 表示）",
    "advised by a lawyer on %(at)s": "律师已于 %(at)s 提供咨询",
    "answer due %(at)s": "须在 %(at)s 前答复",
    "by the protocol “%(title)s”": "依据协议“%(title)s”",
    "outside any protocol": "不属于任何协议",
    "agreed between the agencies in a cooperation protocol, not law": "由机构在合作协议中约定，并非法律",
    "Nobody goes away with nothing": "没有人空手离开",
    "Whatever this says, offer: rights at work, asylum, health care, and the protection of smuggled people. Note what was offered and what the person declined.": "无论结果如何，请提供：劳动权利、庇护、医疗、对被偷运者的保护。记下提供了什么、当事人谢绝了什么。",
    "Offer other help": "提供其他帮助",
    "Cards for this and other places": "此处及其他地点的卡片",
    "Record the wish for asylum": "记录庇护意愿",
    "The person asked about asylum, or is afraid to go back. With a file, its clock starts at once.": "当事人询问了庇护或害怕返回。建立档案后，时限立即开始计算。",
}
