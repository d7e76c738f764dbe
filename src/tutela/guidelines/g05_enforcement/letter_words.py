"""What the letter to the prosecutor says, whole in each language, so that no letter is half translated.

Source  E/2002/68/Add.1, principle 7 and guidelines 2.5, 2.6 and 8.3; European Court of Human Rights, V.C.L. and A.N.
        v. the United Kingdom, nos. 77587/12 and 74603/12, 16 February 2021. All sentences are our own.
"""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from .words import Offence

EN = {
    "title": "Protection from punishment: request to end a charge",
    "to": "To",
    "from": "From",
    "date": "Date",
    "your_ref": "Your reference",
    "our_ref": "Our reference",
    "charge": "Charge",
    "answer_by": "Please answer by",
    "greeting": "To the prosecutor in charge:",
    "ask": "What we ask",
    "presumed": "The person charged under your reference {ref} has been presumed to have been trafficked since {date}. This letter calls the person {name}.",
    "waiting": "Whether the person charged under your reference {ref} has been trafficked is being decided. Until then the person is protected. This letter calls the person {name}.",
    "ask.end": "End the charge. If you cannot yet, suspend it until its link to the trafficking has been assessed.",
    "ask.plea": "Take no plea, and no other step towards a judgment, before that.",
    "ask.release": "See to it that the person is released today. Nobody who is presumed trafficked is held, in whatever kind of place.",
    "ask.child": "Treat the person as a child. Whoever may be under eighteen has a guardian and a lawyer before any step touches her or him.",
    "why": "Why",
    "link.linked": "Somebody trained for this, and independent of the prosecution, has found the charge to be linked to the trafficking.",
    "link.unknown": "Somebody trained for this, and independent of the prosecution, has looked and could not tell whether the charge is linked to the trafficking. What cannot be told counts as linked.",
    "link.not_assessed": "Nobody trained for this, and independent of the prosecution, has yet assessed whether the charge is linked to the trafficking. Until that is done it counts as linked.",
    "why.status": "Entering, staying or working without permission is what traffickers live from. It is not held against those whom they bring.",
    "why.text": "The recommended principles and guidelines of the United Nations on human rights and human trafficking (E/2002/68/Add.1: principle 7, guidelines 2.5 and 2.6) ask that trafficked people are not held, charged or prosecuted for entry or stay without permission, nor for what they did as a direct consequence of being trafficked.",
    "why.child": "No criminal process is opened against a child for anything tied to being trafficked (guideline 8.3). To count as trafficked, a child need not have been forced or deceived.",
    "why.court": "The European Court of Human Rights has held (V.C.L. and A.N. v. the United Kingdom, nos. 77587/12 and 74603/12, 16 February 2021): once there is a credible suspicion, a decision to charge should follow an assessment by somebody trained. Who departs from it needs clear reasons that fit the definition of trafficking. A plea of guilty made without that assessment did not mend this.",
    "answer": "Your answer",
    "answer.text": "Please tell us whether the charge is ended, suspended or kept up. If it is kept up, please say clearly which element of trafficking is missing, or why the charge is not linked to it. A charge that is kept up without clear reasons is on record as a breach, and the independent monitor sees it.",
    "careful": "Please take care",
    "careful.name": "This letter names nobody on purpose. Please do not use it to find, question or remove the person, and do not pass it to immigration enforcement.",
    "careful.evidence": "It is neither evidence nor a statement of the person, and does not belong among the evidence.",
    "careful.agreed": "The person knows of this letter and has agreed to it.",
    "careful.could_not_be_asked": "The person could not be asked in time. Please tell nobody outside your office of it.",
    "closing": "With respect,",
    "phone": "Telephone",
    "page": "Page",
}

ZH = {
    "title": "不惩罚：关于终止指控的请求",
    "to": "致",
    "from": "发自",
    "date": "日期",
    "your_ref": "贵方案号",
    "our_ref": "我方编号",
    "charge": "指控罪名",
    "answer_by": "请于此日前答复",
    "greeting": "承办检察官：",
    "ask": "我们的请求",
    "presumed": "贵方{ref}号案中被指控的人自{date}起被推定为被贩运者。本函以{name}指称此人。",
    "waiting": "贵方{ref}号案中被指控的人是否为被贩运者，目前正在认定。在此之前，此人受到保护。本函以{name}指称此人。",
    "ask.end": "请终止该指控。如暂时无法终止，请中止办理，直至完成对其与贩运关联的评估。",
    "ask.plea": "在此之前，请不要接受认罪，也不要采取任何走向判决的其他步骤。",
    "ask.release": "请确保此人今日获释。被推定为被贩运者的人，不得关押在任何种类的场所。",
    "ask.child": "请将此人作为儿童对待。凡可能未满十八岁者，在任何程序涉及本人之前，都应有监护人和律师。",
    "why": "理由",
    "link.linked": "受过专门培训且独立于检控方的人员已认定，该指控与贩运有关联。",
    "link.unknown": "受过专门培训且独立于检控方的人员已进行评估，但无法判断该指控是否与贩运有关联。无法判断的，视为有关联。",
    "link.not_assessed": "尚无受过专门培训且独立于检控方的人员评估该指控是否与贩运有关联。在评估完成之前，视为有关联。",
    "why.status": "未经许可的入境、居留或就业，正是贩运者牟利的手段，不应归咎于被其带来的人。",
    "why.text": "联合国关于人权与人口贩运问题的建议原则和准则（E/2002/68/Add.1：原则7，准则2.5和2.6）要求，不得因未经许可的入境或居留，也不得因被贩运直接导致的行为，而关押、指控或起诉被贩运者。",
    "why.child": "不得因与被贩运相关的任何事由对儿童启动刑事程序（准则8.3）。认定儿童为被贩运者，无须证明其受到强迫或欺骗。",
    "why.court": "欧洲人权法院裁定（V.C.L.和A.N.诉英国，第77587/12号和第74603/12号，2021年2月16日）：一旦存在可信的怀疑，应先由受过培训的人员评估，再决定是否起诉；若不采纳评估，须有符合贩运定义的明确理由。未经评估而作出的认罪，不能弥补这一缺陷。",
    "answer": "请予答复",
    "answer.text": "请告知该指控是终止、中止还是维持。如予维持，请明确说明缺少贩运的哪一要素，或该指控为何与贩运无关联。无明确理由而维持的指控将作为违反记录在案，独立监督机构会看到。",
    "careful": "请注意",
    "careful.name": "本函有意不写任何人的姓名。请勿用本函寻找、讯问或驱离此人，也请勿转交移民执法部门。",
    "careful.evidence": "本函既非证据，也非此人的陈述，不应列入证据材料。",
    "careful.agreed": "此人知悉并同意发出本函。",
    "careful.could_not_be_asked": "未能及时征询此人意见。请勿向贵办公室以外的任何人透露本函。",
    "closing": "此致",
    "phone": "电话",
    "page": "页",
}

OFFENCES = {
    "en": {
        Offence.IRREGULAR_ENTRY: "irregular entry",
        Offence.IRREGULAR_STAY: "irregular stay",
        Offence.IRREGULAR_WORK: "irregular work",
        Offence.DOCUMENT_OFFENCE: "false or missing documents",
        Offence.PROSTITUTION_OFFENCE: "an offence of prostitution",
        Offence.DRUG_CULTIVATION: "growing drugs",
        Offence.DRUG_CARRYING: "carrying drugs",
        Offence.THEFT: "theft",
        Offence.BEGGING: "begging",
        Offence.FRAUD: "fraud",
        Offence.BIGAMY: "bigamy",
        Offence.RECRUITING_OTHERS: "recruiting others",
        Offence.OTHER: "as in your file",
    },
    "zh-hans": {
        Offence.IRREGULAR_ENTRY: "非正常入境",
        Offence.IRREGULAR_STAY: "非正常居留",
        Offence.IRREGULAR_WORK: "非正常就业",
        Offence.DOCUMENT_OFFENCE: "证件虚假或缺失",
        Offence.PROSTITUTION_OFFENCE: "涉及卖淫的罪名",
        Offence.DRUG_CULTIVATION: "种植毒品",
        Offence.DRUG_CARRYING: "携带毒品",
        Offence.THEFT: "盗窃",
        Offence.BEGGING: "乞讨",
        Offence.FRAUD: "欺诈",
        Offence.BIGAMY: "重婚",
        Offence.RECRUITING_OTHERS: "招募他人",
        Offence.OTHER: "以贵方案卷为准",
    },
}

TEXTS = {"en": EN, "zh-hans": ZH}
