"""The letter that asks an authority to get back what was taken: the same in either language, as PDF or DOCX."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from tutela.engine.paper import Content, Party, Section, day_said, file_name, render, words_of

from .models import ReturnLetter

TEXTS = {
    "en": {
        "title": "Request to bring back what was taken",
        "to": "To", "from": "From", "date": "Date", "our_ref": "Our reference", "answer_by": "Please answer by",
        "phone": "Telephone", "page": "Page", "greeting": "To whom it concerns:", "closing": "With respect,",
        "ask": "What we ask",
        "ask.text": "Somebody whom this letter calls {name}, and who is protected as presumed or recognised to have been trafficked, has been parted from the following:",
        "ask.do": "Please use the powers that you have to get it back, or see to it that it is replaced, and tell us by the day above what came of it.",
        "holder": "It is held, as far as is known, by: {holder}.",
        "why": "Why",
        "why.text": "Keeping somebody's papers, pay or telephone is a means by which people are held in exploitation. The United Nations principles and guidelines on human rights and human trafficking (E/2002/68/Add.1: principle 17, guideline 9) give trafficked people a right to remedies; what was taken from them is part of it.",
        "care": "Please take care",
        "care.name": "This letter names nobody on purpose. Please do not tell the holder where the person is, nor that she or he has spoken with us, and do not pass the letter to immigration enforcement.",
        "care.agreed": "The person knows of this letter and has agreed to it.",
        "care.could_not_be_asked": "The person could not be asked in time. Please speak with us before you speak with the holder.",
    },
    "zh-hans": {
        "title": "关于返还被取走物品的请求",
        "to": "致", "from": "发自", "date": "日期", "our_ref": "我方编号", "answer_by": "请于此日前答复",
        "phone": "电话", "page": "页", "greeting": "有关负责人：", "closing": "此致",
        "ask": "我们的请求",
        "ask.text": "本函以{name}指称的人作为推定或已认定的被贩运者受到保护，以下物品被取走或扣留：",
        "ask.do": "请依职权追回上述物品或协助补办，并于上述日期前告知结果。",
        "holder": "据悉，目前持有者为：{holder}。",
        "why": "理由",
        "why.text": "扣留他人的证件、工资或电话，是使人处于剥削之中的手段。联合国关于人权与人口贩运问题的建议原则和准则（E/2002/68/Add.1：原则17，准则9）赋予被贩运者获得补救的权利，归还被取走的物品即为其中一部分。",
        "care": "请注意",
        "care.name": "本函有意不写任何人的姓名。请勿告知持有者此人在何处，也勿透露此人曾与我们交谈；请勿将本函转交移民执法部门。",
        "care.agreed": "此人知悉并同意发出本函。",
        "care.could_not_be_asked": "未能及时征询此人意见。请在与持有者联系之前先与我们联系。",
    },
}  # fmt: skip
TAKEN = {
    "en": {
        "passport": "passport", "other_papers": "other papers", "phone": "telephone", "money": "money", "pay": "pay",
        "belongings": "belongings", "medicine": "medicine",
    },
    "zh-hans": {
        "passport": "护照", "other_papers": "其他证件", "phone": "电话", "money": "金钱", "pay": "工资",
        "belongings": "个人物品", "medicine": "药品",
    },
}  # fmt: skip
HOLDERS = {
    "en": {
        "employer": "an employer", "recruiter": "a recruiter", "trafficker": "whoever exploited the person",
        "landlord": "a landlord", "partner": "a partner", "authority": "an authority", "other": "somebody else",
        "unknown": "not known",
    },
    "zh-hans": {
        "employer": "雇主", "recruiter": "招募者", "trafficker": "剥削者", "landlord": "房东", "partner": "伴侣",
        "authority": "官方机构", "other": "其他人", "unknown": "不详",
    },
}  # fmt: skip


def content(letter: ReturnLetter, sender: Party, receiver: Party, language: str) -> Content:
    """What the letter says in a language. Raises ValueError for a language that letters are not written in."""
    words = words_of(TEXTS, language)
    rows = [
        (words["to"], receiver.name),
        (words["from"], sender.name),
        (words["date"], day_said(letter.sent_on, language)),
        (words["our_ref"], letter.pseudonym),
    ]
    if letter.answer_by:
        rows.append((words["answer_by"], day_said(letter.answer_by, language)))
    if sender.phone:
        rows.append((words["phone"], sender.phone))
    things = tuple(TAKEN[language].get(one, one) for one in letter.withheld.what)
    holder = words["holder"].format(holder=HOLDERS[language].get(letter.withheld.holder, ""))
    care = (words["care.name"], words[f"care.{letter.agreement}"])
    return Content(
        language=language,
        title=words["title"],
        rows=tuple(rows),
        greeting=words["greeting"],
        sections=(
            Section(words["ask"], (words["ask.text"].format(name=letter.pseudonym),), things),
            Section(words["why"], (holder, words["ask.do"], words["why.text"])),
            Section(words["care"], points=care),
        ),
        closing=words["closing"],
        sender=sender.name,
        page=words["page"],
    )


def file_of(
    letter: ReturnLetter, sender: Party, receiver: Party, language: str, kind: str
) -> tuple[str, bytes]:
    """The letter as a file: its name, which tells nobody what is inside, and its content."""
    made = render(content(letter, sender, receiver, language), kind)
    return file_name("letter", letter.sent_on, kind), made
