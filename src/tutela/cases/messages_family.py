"""Words of families and of papers, in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "link_family": "Link the file of somebody of the family",
    "link_family.other": "File of the other person",
    "link_family.tie": "What the person of this file is to the other",
    "link_family.needed_for": "What the link is needed for",
    "link_family.agreed": "Both were asked and want it",
    "end_family_link": "Take back the link of two files",
    "end_family_link.other": "File of the other person",
    "paper_lacking": "A paper that says who the person is is missing",
    "paper_lacking.paper": "Which paper",
    "paper_lacking.born_exploited": "Born while the mother was exploited",
    "paper_lacking.occurred_at": "When this was found",
    "apply_for_paper": "Ask for a missing paper",
    "apply_for_paper.paper": "Which paper",
    "apply_for_paper.through": "Who is asked",
    "apply_for_paper.agreed": "The person wants the country of origin to be asked",
    "paper_issued": "A paper was issued",
    "paper_issued.paper": "Which paper",
    "paper_issued.occurred_at": "When it was issued",
    "enum:FamilyTie.sibling": "their brother or sister",
    "enum:FamilyTie.parent_of": "their mother or father",
    "enum:FamilyTie.child_of": "their child",
    "enum:FamilyTie.relative": "another relative",
    "enum:LinkedFor.live_together": "To live together",
    "enum:LinkedFor.see_each_other": "To see each other, though they live apart",
    "enum:LinkedFor.decide_side_by_side": "To decide about each with the other in mind",
    "enum:LinkedFor.look_for_family": "To look for their family",
    "enum:PaperKind.birth_registration": "Registration of birth",
    "enum:PaperKind.nationality": "Proof of nationality",
    "enum:PaperKind.identity_card": "Identity card or passport",
    "enum:PaperKind.marriage": "Marriage paper",
    "enum:PaperThrough.registry_here": "The registry here",
    "enum:PaperThrough.court_here": "A court here",
    "enum:PaperThrough.family_or_school": "Family, school or hospital",
    "enum:PaperThrough.country_of_origin": "The country of origin",
}

HELP = {
    "link_family": "Only files that you both see. Each person keeps a file and rights of their own; the link opens nothing, and only who sees both files sees it.",
    "link_family.agreed": "Adults, and who may be one, are asked. Children are told, and heard before anything is decided.",
    "end_family_link": "Where it was a mistake, or they do not want it. Both files stay as they are.",
    "paper_lacking": "Births in exploitation are often registered nowhere. It is followed until the paper is there.",
    "apply_for_paper": "A registry or a court here comes first. A country that the person fears is never asked.",
    "paper_issued": "The person has it, or somebody they chose keeps it.",
}

DUTIES = {"identity_papers": "Papers that say who the person is"}

REASONS = {
    "family.not_agreed": "Files of a family are linked when both people want it. Tell each of them what it is for, apart from each other, and ask; a no costs them nothing.",
    "family.linked": "These two files are linked already.",
    "paper.not_agreed": "A country of origin is asked for a paper only if the person wishes it. Ask the registry or a court here first.",
}

ZH = {
    LABELS["link_family"]: "关联家人的档案",
    LABELS["link_family.other"]: "另一人的档案",
    LABELS["link_family.tie"]: "本档案当事人是另一人的",
    LABELS["link_family.needed_for"]: "关联的用途",
    LABELS["link_family.agreed"]: "已分别询问双方，双方均愿意",
    LABELS["end_family_link"]: "撤回两份档案的关联",
    LABELS["paper_lacking"]: "缺少证明当事人身份的证件",
    LABELS["paper_lacking.paper"]: "哪种证件",
    LABELS["paper_lacking.born_exploited"]: "出生时母亲正受剥削",
    LABELS["paper_lacking.occurred_at"]: "发现的时间",
    LABELS["apply_for_paper"]: "申办缺少的证件",
    LABELS["apply_for_paper.through"]: "向谁申办",
    LABELS["apply_for_paper.agreed"]: "当事人愿意向原籍国申办",
    LABELS["paper_issued"]: "证件已签发",
    LABELS["paper_issued.occurred_at"]: "签发时间",
    LABELS["enum:FamilyTie.sibling"]: "兄弟姐妹",
    LABELS["enum:FamilyTie.parent_of"]: "父亲或母亲",
    LABELS["enum:FamilyTie.child_of"]: "子女",
    LABELS["enum:FamilyTie.relative"]: "其他亲属",
    LABELS["enum:LinkedFor.live_together"]: "以便共同生活",
    LABELS["enum:LinkedFor.see_each_other"]: "以便在分开居住时见面",
    LABELS["enum:LinkedFor.decide_side_by_side"]: "以便在决定时兼顾彼此",
    LABELS["enum:LinkedFor.look_for_family"]: "以便寻找家人",
    LABELS["enum:PaperKind.birth_registration"]: "出生登记",
    LABELS["enum:PaperKind.nationality"]: "国籍证明",
    LABELS["enum:PaperKind.identity_card"]: "身份证或护照",
    LABELS["enum:PaperKind.marriage"]: "婚姻证件",
    LABELS["enum:PaperThrough.registry_here"]: "本地登记机关",
    LABELS["enum:PaperThrough.court_here"]: "本地法院",
    LABELS["enum:PaperThrough.family_or_school"]: "家人、学校或医院",
    LABELS["enum:PaperThrough.country_of_origin"]: "原籍国",
    HELP[
        "link_family"
    ]: "仅限您都能看到的档案。各人保有自己的档案和权利；关联不开放任何内容，只有能看到两份档案的人才能看到关联。",
    HELP[
        "link_family.agreed"
    ]: "成年人以及可能成年的人须经询问。儿童须被告知，且在作出任何决定前听取其意见。",
    HELP["end_family_link"]: "如系误联，或当事人不愿意。两份档案均保持不变。",
    HELP["paper_lacking"]: "在剥削中出生的孩子往往没有登记。将一直跟进，直至取得证件。",
    HELP["apply_for_paper"]: "先向本地登记机关或法院申办。绝不联系当事人害怕的国家。",
    HELP["paper_issued"]: "由当事人持有，或由其选定的人保管。",
    DUTIES["identity_papers"]: "证明当事人身份的证件",
    REASONS[
        "family.not_agreed"
    ]: "只有双方都愿意，才可关联家人的档案。请分别告知用途并询问；拒绝不会带来任何损失。",
    REASONS["family.linked"]: "这两份档案已经关联。",
    REASONS["paper.not_agreed"]: "只有当事人愿意，才可向原籍国申办证件。请先向本地登记机关或法院申办。",
}
