"""Words of the pages of the protection enquiry, in Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

ZH = {
    "Enquiries": "查询",
    "Ask first": "先查询",
    "Enquiry received": "查询已收到",
    "Screen now: %(where)s": "立即筛查：%(where)s",
    "Everybody who asks gets this reply. It says nothing about the person. The monitor sees that you asked.": "每位查询者都得到这一答复。它不说明当事人的任何情况。独立监督机构会看到您作了查询。",
    "Somebody is about to hold, charge or remove a person, and asked first. Who it is about stays sealed until you open it. Call back in time.": "有人即将关押、指控或驱离某人，并事先作了查询。在您开启之前，所涉何人保持封存。请按时回电。",
    "Who asked before holding, charging or removing somebody, and how the enquiry is used. Who it was about stays sealed.": "谁在关押、指控或驱离某人之前作了查询，以及查询的使用情况。所涉何人保持封存。",
    "Use in the last 30 days": "最近 30 天的使用情况",
    "asked: %(n)s": "查询：%(n)s",
    "refused tries: %(n)s": "被拒绝的尝试：%(n)s",
    "screenings begun: %(n)s": "已开始的筛查：%(n)s",
    "Nobody asked.": "无人查询。",
    "Waits for a call": "等待回电",
    "asked %(at)s": "查询于 %(at)s",
    "another agency asked too": "另有机构也作了查询",
    "Called back": "已回电",
    "called %(at)s": "致电于 %(at)s",
    "no act stood behind the reference": "文号背后没有任何行动",
    "Nobody was called yet.": "尚未致电任何人。",
    "The enquiry cannot be opened right now. Nothing was changed and nothing is lost; call back all the same, ask them to wait, and try again.": "此查询目前无法开启。未作任何更改，也没有丢失；请照常回电，请对方等待，然后再试。",
    "The key to this enquiry was destroyed; it cannot be opened any more.": "此查询的密钥已销毁，无法再开启。",
    "What was asked": "查询内容",
    "Files that may be meant": "可能所指的档案",
    "No file bears such a name. That is no clearance: screening goes on.": "没有档案使用这样的姓名。这不是放行：筛查继续。",
    "Others who asked for a person so named": "查询过同名者的其他机构",
    "The monitor sees this as well.": "独立监督机构也会看到。",
    "The call": "回电",
    "Nobody known to us, and somebody who agreed to nothing, hear the same words: we have nothing to tell, that is no clearance.": "我们不认识的人，与什么都未同意告知的人，听到同样的话：我们没有可告知的内容，这不是放行。",
    "Write down the call": "记录通话",
    "the same name, perhaps in another script": "同一姓名，或以另一种文字书写",
    "a name that sounds alike": "读音相近的姓名",
    "part of the name": "姓名的一部分",
    "the age fits": "年龄相符",
    "the age does not fit": "年龄不符",
    "the age is not known": "年龄不明",
    "protection applies": "适用保护",
}
