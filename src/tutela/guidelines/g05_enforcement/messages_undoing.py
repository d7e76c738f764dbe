"""The words of undoing, in both languages."""

from __future__ import annotations

LABELS = {
    "burden_found": "Something from that time weighs on the person",
    "burden_found.burden": "What it is",
    "burden_found.amount_minor": "How much, if it is money",
    "burden_found.currency": "Currency",
    "undoing_moved": "The undoing moved on",
    "undoing_moved.undoing": "What is undone",
    "undoing_moved.step": "How far it has come",
    "enum:BurdenKind.entry_ban": "An entry ban",
    "enum:BurdenKind.police_record": "A police record",
    "enum:BurdenKind.fine_paid": "A fine that was paid",
    "enum:BurdenKind.debt_to_state": "A debt to the State",
    "enum:BurdenKind.debt_claimed": "A debt that somebody claims",
    "enum:BurdenKind.court_judgment": "A judgment of a civil court",
    "enum:BurdenKind.other": "Something else",
    "enum:UndoStep.sought": "Asked for",
    "enum:UndoStep.refused": "Refused",
    "enum:UndoStep.appealed": "Taken further",
    "enum:UndoStep.undone": "Undone or lifted",
    "enum:UndoStep.record_cleared": "Cleared from every record",
}

HELP = {
    "burden_found": "An entry ban, a record, a fine, a debt: from the presumption on, somebody owes that it is lifted.",
    "undoing_moved": "Followed until nothing weighs on the person any more. A refusal is taken further.",
}

DUTIES = {
    "record_cleared": "The conviction is taken out of every record",
    "burden_lifted": "What weighs on the person is lifted",
    "burdens_lifted": "Everything from before recognition is lifted",
    "undoing_taken_further": "A refusal to undo is taken further",
}

BREACHES = {
    "burdened_all_the_same": "Somebody protected carries a ban, a record, a fine or a debt",
}

ZH = {
    LABELS["burden_found"]: "当事人仍背负当时的后果",
    LABELS["burden_found.amount_minor"]: "如涉及金钱，数额多少",
    LABELS["burden_found.currency"]: "货币",
    LABELS["undoing_moved"]: "撤销或解除有进展",
    LABELS["undoing_moved.undoing"]: "撤销或解除的对象",
    LABELS["undoing_moved.step"]: "进展到哪一步",
    LABELS["enum:BurdenKind.entry_ban"]: "入境禁令",
    LABELS["enum:BurdenKind.police_record"]: "警方记录",
    LABELS["enum:BurdenKind.fine_paid"]: "已缴的罚款",
    LABELS["enum:BurdenKind.debt_to_state"]: "对国家的债务",
    LABELS["enum:BurdenKind.debt_claimed"]: "他人主张的债务",
    LABELS["enum:BurdenKind.court_judgment"]: "民事判决",
    LABELS["enum:UndoStep.sought"]: "已请求",
    LABELS["enum:UndoStep.appealed"]: "已上诉",
    LABELS["enum:UndoStep.undone"]: "已撤销或解除",
    LABELS["enum:UndoStep.record_cleared"]: "已从所有记录清除",
    HELP["burden_found"]: "入境禁令、记录、罚款、债务：自推定起，即有人负责将其解除。",
    HELP["undoing_moved"]: "一直跟进，直到当事人不再背负任何后果。被拒绝的，继续上诉。",
    DUTIES["record_cleared"]: "定罪从所有记录中清除",
    DUTIES["burden_lifted"]: "解除当事人背负的后果",
    DUTIES["burdens_lifted"]: "解除认定之前的一切后果",
    DUTIES["undoing_taken_further"]: "对拒绝撤销继续上诉",
    BREACHES["burdened_all_the_same"]: "受保护者仍背负禁令、记录、罚款或债务",
}
