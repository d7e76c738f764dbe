"""Words about what was received for a file that its sender does not see."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "match_received": _("Put what was received into a file"),
    "match_received.intake": _("What was received"),
    "match_received.case": _("File that it belongs to"),
    "open_file_from_received": _("Open a new file from what was received"),
    "open_file_from_received.intake": _("What was received"),
    "open_file_from_received.age_basis": _("How the age is known"),
    "open_file_from_received.age_low": _("Age, at least"),
    "open_file_from_received.age_high": _("Age, at most"),
    "open_file_from_received.sex": _("Sex, as the person says it"),
    "open_file_from_received.languages": _("Languages that the person understands"),
    "open_file_from_received.file_kind": _("Kind of file"),
    "open_file_from_received.found_through": _("How you met"),
    "escalate_received": _("What nobody opened was passed on"),
    "escalate_received.intake": _("What was received"),
    "escalate_received.duty": _("Duty"),
    "escalate_received.to": _("Who is told"),
    "set_received_aside": _("Set aside what was received"),
    "set_received_aside.intake": _("What was received"),
    "set_received_aside.because": _("Why it goes into no file"),
    "set_received_aside.reason": _("In your words; they stay sealed"),
    "enum:SetAsideBecause.already_in_the_file": _("It is in the file already"),
    "enum:SetAsideBecause.about_nobody": _("It is about nobody"),
    "enum:SetAsideBecause.not_enough_to_tell": _("It does not say enough to know whom it is about"),
    "enum:SetAsideBecause.sent_by_mistake": _("It was sent by mistake"),
    "enum:SetAsideBecause.written_elsewhere": _("Whoever may write it has written it elsewhere"),
    "enum:SetAsideBecause.other": _("Another reason"),
}

HELP = {
    "match_received": _(
        "What was sent is written into the file as its sender's, at the time at which it happened. What it makes others owe starts now."
    ),
    "open_file_from_received": _(
        "For a person who has no file yet. Your office sees the new file; who sent it does not."
    ),
    "set_received_aside": _(
        "It stays sealed and can still be put into a file later. The monitor sees which reason you chose."
    ),
}

DUTIES = {"received_looked_at": _("What was received is opened and put where it belongs")}

REASONS = {
    "intake.matched": _("This is in a file already. Nothing was changed."),
    "intake.no_file": _(
        "This is about no person's file, so it cannot be put into one. Set it aside and say why."
    ),
    "intake.does_not_fit": _(
        "This names something that the chosen file does not have. Choose the file that it names, or set it aside and say why."
    ),
    "intake.shut": _(
        "What was received cannot be opened right now. Nothing was changed and nothing is lost; try again later."
    ),
    "intake.erased": _(
        "The key to this was destroyed; it cannot be opened any more. Set it aside and say why."
    ),
}

ZH = {
    "What nobody opened was passed on": "无人打开的来件已上报",
    "Put what was received into a file": "将收到的内容归入档案",
    "What was received": "收到的内容",
    "File that it belongs to": "所属档案",
    "Open a new file from what was received": "依收到的内容建立新档案",
    "Set aside what was received": "将收到的内容搁置",
    "Why it goes into no file": "为何不归入任何档案",
    "In your words; they stay sealed": "用您自己的话说明；内容保持封存",
    "It is in the file already": "档案中已有此内容",
    "It is about nobody": "与任何人无关",
    "It does not say enough to know whom it is about": "信息不足，无法得知涉及何人",
    "It was sent by mistake": "误发",
    "Whoever may write it has written it elsewhere": "有权记录者已在别处记录",
    "Another reason": "其他原因",
    "What was sent is written into the file as its sender's, at the time at which it happened. What it makes others owe starts now.": "所发内容以发送者的名义、按事情发生的时间写入档案。由此产生的职责即刻开始。",
    "For a person who has no file yet. Your office sees the new file; who sent it does not.": "用于尚无档案的人。贵处可查看新档案，发送者不能。",
    "It stays sealed and can still be put into a file later. The monitor sees which reason you chose.": "内容保持封存，以后仍可归入档案。独立监督机构可看到您选择的理由。",
    "What was received is opened and put where it belongs": "开启收到的内容并归入所属档案",
    "This is in a file already. Nothing was changed.": "此内容已在档案中。未作任何更改。",
    "This is about no person's file, so it cannot be put into one. Set it aside and say why.": "此内容不涉及任何人的档案，无法归入。请搁置并说明原因。",
    "This names something that the chosen file does not have. Choose the file that it names, or set it aside and say why.": "此内容提及所选档案中没有的事项。请选择它所指的档案，或搁置并说明原因。",
    "What was received cannot be opened right now. Nothing was changed and nothing is lost; try again later.": "收到的内容目前无法开启。未作任何更改，也没有丢失；请稍后再试。",
    "The key to this was destroyed; it cannot be opened any more. Set it aside and say why.": "其密钥已销毁，无法再开启。请搁置并说明原因。",
}
