"""The words of the right to stay, in both languages."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "record_right_to_stay": "Say whether the person is a citizen here",
    "record_right_to_stay.citizen": "Is the person a citizen of this country?",
    "record_cooperation": "Record that the person helps the proceedings, or stops",
    "record_cooperation.cooperates": "Does the person help the proceedings?",
    "record_cooperation.told_other_grounds": "Did the person first hear on what other grounds they may stay?",
    "record_cooperation.said_through": "How the person said it",
    "ask_for_permit": "A residence permit was asked for",
    "ask_for_permit.ground": "On what ground",
    "permit_granted": "A residence permit was granted or renewed",
    "permit_granted.ground": "On what ground",
    "permit_granted.since": "From which day",
    "permit_granted.until": "Until which day",
    "permit_granted.may_work": "May the person work with it?",
    "permit_refused": "A residence permit was refused or taken away",
    "permit_refused.decision": "What was decided",
    "end_permit": "End a residence permit",
    "end_permit.said_through": "How the person said it, if it is their wish",
    "removal_order_lifted": "A removal order was taken back",
    "record_stay_of_removal.until": "When it is looked at again",
    "enum:StayGround.proceedings": "Proceedings are going on",
    "enum:StayGround.cooperation": "The person helps the proceedings",
    "enum:StayGround.personal_situation": "The person's situation",
    "enum:StayGround.claim": "A claim is going on",
    "enum:StayGround.recovery": "Time to recover runs",
    "enum:StayGround.child": "A child's best interests",
    "enum:StayGround.danger": "Danger in the country of return",
    "enum:StayGround.other": "Another ground",
    "enum:PermitDecision.refused": "Refused",
    "enum:PermitDecision.withdrawn": "Taken away",
    "enum:PermitDecision.not_renewed": "Not renewed",
    "enum:PermitBecause.person_wishes": "The person wishes it",
    "enum:PermitBecause.other_status": "The person has another status",
    "enum:PermitBecause.proceedings_over": "Proceedings are over",
    "enum:PermitBecause.claim_over": "The claim is over",
    "enum:PermitBecause.not_identified": "Not identified as trafficked",
    "enum:PermitBecause.papers_missing": "Papers are missing",
    "enum:PermitBecause.stopped_cooperating": "The person stopped helping the proceedings",
    "enum:PermitBecause.did_not_testify": "The person did not testify",
    "enum:PermitBecause.irregular_entry": "The person entered or stayed irregularly",
    "enum:PermitBecause.past_conviction": "A conviction from that time",
    "enum:PermitBecause.other": "Another reason",
    "enum:PermitBecause.unknown": "No reason is known",
}

HELP = {
    "record_right_to_stay": "A citizen needs no stay of removal and no permit. What nobody knows is left open and read in the person's favour.",
    "record_cooperation": "Helping the proceedings is the person's free choice, after they have heard on what other grounds they may stay. Stopping costs no protection.",
    "ask_for_permit": "From now on a decision is owed within the time of the country's profile.",
    "permit_granted": "It takes the place of the permit before. Well ahead of its end somebody is told to renew it.",
    "permit_refused": "Write down what was decided and why. If it is the price for not cooperating, the monitor sees it.",
    "end_permit": "Refused where it would be the price for not cooperating, or while proceedings or a claim go on.",
    "removal_order_lifted": "Every removal order on this file that still stands is taken back.",
    "record_cooperation.told_other_grounds": "Somebody other than who asks for the testimony explains it: recovery period, personal situation, asylum, a claim.",
    "permit_granted.until": "Leave it empty if it has no end.",
}

DUTIES = {
    "residence_for_proceedings": "A right to stay while proceedings last",
    "permit_decided": "The permit asked for is decided",
    "permit_renewed": "The permit is renewed in time",
}

BREACHES = {
    "permit_lost_for_not_cooperating": "The right to stay was made a price for cooperation",
    "permit_lost_for_having_been_trafficked": "The right to stay was lost for what trafficking brought about",
}

REASONS = {
    "permit.cooperation": "A right to stay is no reward for helping proceedings. It does not end because the person stops, or never began. Tell them on what grounds they stay.",
    "permit.punishes": "Entering irregularly, or a conviction from that time, followed from being trafficked. It takes no right to stay away.",
    "permit.proceedings": "An action against a suspect is open, or nobody knows. Until it is over, the permit stays.",
    "permit.not_heard": "Only the person can say that they give up their permit: with an interpreter, an advocate or on their own page.",
    "permit.dates": "The last day comes before the first. Give a later day.",
    "cooperation.explain_first": "Before the person decides, explain on what other grounds they may stay: time to recover, their situation, asylum, a claim. Then record what they decide.",
    "cooperation.not_heard": "Only the person can say that they help the proceedings, in a language they understand. That staff say so is not enough.",
}

ZH = {
    LABELS["record_right_to_stay"]: "说明当事人是否为本国公民",
    LABELS["record_right_to_stay.citizen"]: "当事人是本国公民吗？",
    LABELS["record_cooperation"]: "记录本人配合或停止配合诉讼",
    LABELS["record_cooperation.cooperates"]: "本人是否配合诉讼？",
    LABELS["record_cooperation.told_other_grounds"]: "是否已先告知本人可居留的其他理由？",
    LABELS["ask_for_permit"]: "已申请居留许可",
    LABELS["ask_for_permit.ground"]: "申请理由",
    LABELS["permit_granted"]: "居留许可已批准或续期",
    LABELS["permit_granted.since"]: "起始日期",
    LABELS["permit_granted.until"]: "截止日期",
    LABELS["permit_granted.may_work"]: "持此许可可以工作吗？",
    LABELS["permit_refused"]: "居留许可被拒或被收回",
    LABELS["permit_refused.decision"]: "决定内容",
    LABELS["end_permit"]: "终止居留许可",
    LABELS["end_permit.said_through"]: "如系本人意愿，本人如何表示",
    LABELS["removal_order_lifted"]: "驱离令已撤销",
    LABELS["record_stay_of_removal.until"]: "何时再次复核",
    LABELS["enum:StayGround.proceedings"]: "诉讼正在进行",
    LABELS["enum:StayGround.cooperation"]: "本人配合诉讼",
    LABELS["enum:StayGround.personal_situation"]: "个人处境",
    LABELS["enum:StayGround.claim"]: "正在求偿",
    LABELS["enum:StayGround.child"]: "儿童最大利益",
    LABELS["enum:StayGround.danger"]: "回返国存在危险",
    LABELS["enum:StayGround.other"]: "其他理由",
    LABELS["enum:PermitDecision.withdrawn"]: "被收回",
    LABELS["enum:PermitDecision.not_renewed"]: "未续期",
    LABELS["enum:PermitBecause.other_status"]: "已取得其他身份",
    LABELS["enum:PermitBecause.proceedings_over"]: "诉讼已结束",
    LABELS["enum:PermitBecause.claim_over"]: "求偿已结束",
    LABELS["enum:PermitBecause.not_identified"]: "未被认定为被贩运者",
    LABELS["enum:PermitBecause.papers_missing"]: "材料不全",
    LABELS["enum:PermitBecause.stopped_cooperating"]: "本人停止配合诉讼",
    LABELS["enum:PermitBecause.did_not_testify"]: "本人没有作证",
    LABELS["enum:PermitBecause.irregular_entry"]: "非正常入境或居留",
    LABELS["enum:PermitBecause.past_conviction"]: "当时的定罪",
    LABELS["enum:PermitBecause.unknown"]: "原因不明",
    HELP["record_right_to_stay"]: "公民无须暂缓驱离，也无须许可。不清楚的留空，按对当事人有利的方式理解。",
    HELP[
        "record_cooperation"
    ]: "配合诉讼由本人自由选择，且须先告知可居留的其他理由。停止配合不影响任何保护。",
    HELP["ask_for_permit"]: "自此，须在国别配置规定的时限内作出决定。",
    HELP["permit_granted"]: "取代先前的许可。到期之前会提前提醒续期。",
    HELP["permit_refused"]: "记下决定及理由。如因不配合而作出，独立监督机构会看到。",
    HELP["end_permit"]: "如因不配合而终止，或诉讼、求偿仍在进行，则予以拒绝。",
    HELP["removal_order_lifted"]: "本档案中仍有效的驱离令全部撤销。",
    HELP["record_cooperation.told_other_grounds"]: "由要求作证者以外的人说明：恢复期、个人处境、庇护、求偿。",
    HELP["permit_granted.until"]: "如无截止日期请留空。",
    DUTIES["residence_for_proceedings"]: "诉讼期间的居留权",
    DUTIES["permit_decided"]: "对所申请的许可作出决定",
    DUTIES["permit_renewed"]: "许可及时续期",
    BREACHES["permit_lost_for_not_cooperating"]: "以居留权换取配合",
    BREACHES["permit_lost_for_having_been_trafficked"]: "因贩运造成的后果而失去居留权",
    REASONS[
        "permit.cooperation"
    ]: "居留权不是配合诉讼的奖励。不因本人停止或从未配合而终止。请告知本人可居留的理由。",
    REASONS["permit.punishes"]: "非正常入境或当时的定罪是被贩运的后果，不能因此剥夺居留权。",
    REASONS["permit.proceedings"]: "针对嫌疑人的诉讼仍在进行，或情况不明。结束之前，许可继续有效。",
    REASONS["permit.not_heard"]: "放弃许可只能由本人表示：通过口译、协助者或本人页面。",
    REASONS["permit.dates"]: "截止日期早于起始日期。请填较晚的日期。",
    REASONS[
        "cooperation.explain_first"
    ]: "在本人决定之前，请先说明可居留的其他理由：恢复期、个人处境、庇护、求偿，然后再记录本人的决定。",
    REASONS["cooperation.not_heard"]: "愿意配合诉讼须由本人以听得懂的语言表示。仅由工作人员转述不足为据。",
}
