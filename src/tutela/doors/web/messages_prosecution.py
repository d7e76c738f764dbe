"""Chinese of the prosecutor's and the link assessor's pages."""

from __future__ import annotations

ZH = {
    "What is owed": "须履行的",
    "Charges": "指控",
    "Whether each is linked to the trafficking. What nobody has assessed counts as linked.":
        "每一项指控是否与贩运有关联。无人评估过的，视为有关联。",
    "People stand here under pseudonyms. Nobody is charged for what trafficking made them do.":
        "这里的人以化名出现。任何人都不因贩运迫使其所做的事而被指控。",
    "To assess": "待评估",
    "No charge waits to be assessed. One comes here when it is found on a file that your agency sees.":
        "没有待评估的指控。在贵机构可见的档案中发现指控时，就会出现在这里。",
    "Still going on": "仍在进行",
    "No charge is going on, on the files that your agency sees.": "在贵机构可见的档案中，没有进行中的指控。",
    "Refused here": "在此被拒绝的",
    "Nothing was changed by these; the monitor sees them.": "这些没有带来任何改动；独立监督机构可见。",
    "Stopped": "已停止",
    "a fine, found elsewhere": "罚款，在别处发现",
    "brought here": "在此提出",
    "found elsewhere": "在别处发现",
    "letter sent, no answer yet": "信函已发出，尚无答复",
    "letter answered": "信函已获答复",
    "Is it linked to the trafficking?": "是否与贩运有关联？",
    "Assessed by": "评估机构",
    "When": "时间",
    "Trained for it on": "为此受训日期",
    "Independent": "独立",
    "yes: %(sector)s": "是：%(sector)s",
    "on file, sealed": "在档，密封",
    "Until somebody trained and independent has assessed it, the charge counts as linked.":
        "在受过培训的独立人员评估之前，该指控视为有关联。",
    "Letters": "信函",
    "A pseudonym, the charge, the rules; no name.": "只有化名、指控和规则；没有姓名。",
    "from %(sender)s to %(receiver)s": "%(sender)s 发给 %(receiver)s",
    "an answer is owed by %(at)s": "须于 %(at)s 前答复",
    "in English": "英文版",
    "in Chinese": "中文版",
    "Letter %(language)s, %(kind)s": "信函（%(language)s，%(kind)s）",
    "Your answer": "您的答复",
    "The letter about this charge": "关于这项指控的信函",
    "If this person is protected and nobody trained and independent has found the charge not linked, nothing is "
    "changed and you are told what can be done instead.":
        "如果此人受保护，而又没有受过培训的独立人员认定该指控与贩运无关，系统不会作任何改动，并会告诉您可以改做什么。",
    "Whoever assesses is trained for it, and works for nobody who charges, holds or removes people. Both are looked at "
    "when the assessment is sent, and what cannot be told counts as linked.":
        "评估者须为此受过培训，且不受雇于提出指控、羁押或驱离的机构。提交评估时会核查这两点；无法判断的，视为有关联。",
    "Who assesses the link": "由谁评估关联",
    "Somebody trained, who works for nobody who charges or holds people. Ask:":
        "受过培训、且不受雇于提出指控或羁押机构的人员。请联系：",
    "Charges on this file": "本档案中的指控",
}  # fmt: skip
