"""Words of contact with the person's consulate, in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "record_contact_wish": "Record whether the person wants contact with a consulate",
    "record_contact_wish.wants": "The person wants contact",
    "record_contact_wish.said_through": "How the answer was heard",
    "advise_on_contact": "Record a lawyer's advice on contact with a consulate",
    "advise_on_contact.still_wants": "After the advice, the person wants contact",
    "advise_on_contact.language": "Language",
    "advise_on_contact.interpreting": "Interpreting",
    "contact_origin_authorities": "Contact the authorities of the person's country",
    "contact_origin_authorities.how": "What is meant",
    "contact_origin_authorities.purpose": "What the contact is for",
    "contact_origin_authorities.country": "Which country",
    "origin_authorities_contacted": "The authorities of the person's country were contacted",
    "origin_authorities_contacted.how": "What happened towards them",
    "origin_authorities_contacted.purpose": "What the contact is for",
    "origin_authorities_contacted.country": "Which country",
    "enum:ContactHow.contact": "Make contact",
    "enum:ContactHow.inform": "Tell them of the person",
    "enum:ContactHow.suggest": "Suggest it to the person",
    "enum:ContactFor.consular_help": "Help of the consulate, as the person asked",
    "enum:ContactFor.papers": "Papers that the person asked for",
    "enum:ContactFor.family": "To reach the family, as the person asked",
    "enum:ContactFor.identity_check": "To check who the person is",
    "enum:ContactFor.return": "To arrange a return",
    "enum:ContactFor.inquiry": "For an inquiry",
    "enum:ContactFor.other": "Something else",
}

HELP = {
    "record_contact_wish": "Contact follows this wish alone, and the person may change it at any time. Saying nothing means no.",
    "advise_on_contact": "For a lawyer of the person's own. Who asks for asylum, or is afraid to go back, hears first what contact could bring.",
    "contact_origin_authorities": "Refused without the person's own wish. While asylum is open, or the person is afraid, no authority does it at all.",
    "origin_authorities_contacted": "Write down what was done elsewhere. The monitor sees it where it went against the person's wish or safety.",
}

DUTIES = {
    "consular_information": "The right to reach the consulate explained",
    "contact_advice": "A lawyer's advice before contact with authorities that the person fears",
}

BREACHES = {
    "contacted_what_she_fears": "Authorities that the person fears were contacted, or learned of the person",
    "contacted_against_her_wish": "The consulate was contacted without the person's wish",
}

REASONS = {
    "consulate.not_her_wish": "No wish of the person for this contact is on file. Explain the right to reach a consulate, and record what the person wants.",
    "consulate.asylum": "The person asks for asylum or is afraid to go back. No authority informs those of that country, suggests it or makes contact. What the person asks for of their own accord goes through a lawyer's advice first.",
    "consulate.not_advised": "The person wants this contact, and is afraid of those authorities. It waits for independent legal advice on file; ask the person's lawyer.",
}

ZH = {
    "Record whether the person wants contact with a consulate": "记录当事人是否希望联系领事馆",
    "The person wants contact": "当事人希望联系",
    "Record a lawyer's advice on contact with a consulate": "记录律师就联系领事馆提供的咨询",
    "After the advice, the person wants contact": "咨询之后，当事人希望联系",
    "Contact the authorities of the person's country": "联系当事人本国当局",
    "What is meant": "指的是什么",
    "What the contact is for": "联系目的",
    "Which country": "哪个国家",
    "The authorities of the person's country were contacted": "有人联系了当事人本国当局",
    "What happened towards them": "对其做了什么",
    "Make contact": "进行联系",
    "Tell them of the person": "告知其当事人的情况",
    "Suggest it to the person": "向当事人建议联系",
    "Help of the consulate, as the person asked": "应当事人请求的领事帮助",
    "Papers that the person asked for": "当事人请求的证件",
    "To reach the family, as the person asked": "应当事人请求联系家人",
    "To check who the person is": "核查当事人身份",
    "To arrange a return": "安排返回",
    "For an inquiry": "为调查",
    "Contact follows this wish alone, and the person may change it at any time. Saying nothing means no.": "联系只依据这一意愿，当事人可随时改变。未作表示即为不愿意。",
    "For a lawyer of the person's own. Who asks for asylum, or is afraid to go back, hears first what contact could bring.": "供当事人自己的律师使用。请求庇护或害怕返回的人，先了解联系可能带来的后果。",
    "Refused without the person's own wish. While asylum is open, or the person is afraid, no authority does it at all.": "没有当事人本人的意愿一律拒绝。庇护程序未了结或当事人害怕时，任何机关都不得联系。",
    "Write down what was done elsewhere. The monitor sees it where it went against the person's wish or safety.": "记下别处所做的事。如有违当事人的意愿或安全，独立监督机构会看到。",
    "The right to reach the consulate explained": "已说明联系领事馆的权利",
    "A lawyer's advice before contact with authorities that the person fears": "联系当事人所畏惧的当局之前的律师咨询",
    "Authorities that the person fears were contacted, or learned of the person": "联系了当事人所畏惧的当局，或使其得知当事人的情况",
    "The consulate was contacted without the person's wish": "未经当事人愿意即联系领事馆",
    REASONS[
        "consulate.not_her_wish"
    ]: "档案中没有当事人希望联系的意愿。请说明联系领事馆的权利，并记录当事人的意愿。",
    REASONS[
        "consulate.asylum"
    ]: "当事人请求庇护或害怕返回。任何机关不得告知、建议或联系该国当局。当事人自己请求的联系须先经律师咨询。",
    REASONS[
        "consulate.not_advised"
    ]: "当事人希望联系，但畏惧该国当局。须先有独立法律咨询记录在案；请询问当事人的律师。",
}
