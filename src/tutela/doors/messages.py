"""Words that belong to no one room: what any field may have wrong, what any action may be answered."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "*.case": _("File"),
    "*.occurred_at": _("When it happened"),
    "*.reason": _("Reason"),
    "*.reasons": _("Reasons"),
    "*.because": _("Because"),
    "*.language": _("Language"),
    "*.languages": _("Languages"),
    "*.agency": _("Agency"),
    "*.member": _("Member"),
    "*.note": _("Note"),
    "*.urgent_act": _("Urgent act"),
}

NEEDS_OF_A_PERSON = {
    "case": _("The file"),
    "identification": _("Being recognised"),
    "safety": _("Safety"),
    "shelter": _("A place to stay"),
    "health": _("Health"),
    "legal": _("Legal help"),
    "status": _("Stay"),
    "proceedings": _("Proceedings"),
    "child": _("Children"),
    "remedies": _("Wages and compensation"),
    "rights": _("Rights"),
    "file": _("Who sees the file"),
    "setup": _("Agencies and people"),
    "information": _("Information and explanation"),
    "return": _("Going back or staying"),
}

REASONS = {
    "action.unknown": _("There is no action called {name}. Nearest: {near}"),
    "field.missing": _("This is needed."),
    "field.unknown": _("This action has no such field."),
    "field.id": _("This is not an identifier of the right form."),
    "field.long": _("This is longer than {max_length} characters."),
    "field.pattern": _("This does not have the form that is asked for."),
    "field.choice": _("Choose one of: {expected}"),
    "field.yes_no": _("Answer yes or no."),
    "field.date": _("This is no date. Write it like 2026-03-04."),
    "field.time": _("This is no time. Write it like 2026-03-04T09:00Z."),
    "field.whole": _("This must be a whole number."),
    "field.range": _("This number is too small or too large."),
    "field.language": _("No language has this code. Write one like en, zh or bn."),
    "field.country": _("No country has this code. Write one like GR."),
    "field.currency": _("No currency has this code. Write one like EUR."),
    "field.text": _("This holds a sign that cannot be kept."),
    "field.value": _("This cannot be taken: {why}"),
    "field.wrong": _("This cannot be read."),
    "field.taken": _("This is already used. Choose another one."),
    "field.not_here": _("This does not exist, or does not belong to this file."),
    "body.not_json": _("The request could not be read: it must be one JSON object."),
    "body.duplicate": _("The field {name} is given twice."),
    "key.form": _("The header Idempotency-Key must be a UUID."),
    "key.reused": _("This key was already used for another request. Send it again with a new key."),
    "guard.failed": _(
        "A rule could not be checked, so this is refused to be safe. Somebody on call has been told. "
        "In danger, use the urgent form or telephone."
    ),
    "protection.applies": _("Protection applies to this person. Telephone the protection office first."),
    "member.missing": _("Say who does it: --as MEMBER."),
    "member.unknown": _("There is no member with this key."),
    "access.role": _("This is not among the things that you can do here."),
    "access.subject": _("There is nothing here that you can open."),
    "access.signed_out": _("You are not signed in, or your session has ended."),
    "intake.access": _(
        "This was received and kept. You have no access to the file, so the protection office will match it."
    ),
    "intake.key_reused": _("This was received and kept beside an earlier request with the same key."),
    "intake.other": _("This was received and kept. The protection office will look at it."),
    "clock.ahead": _("The sending device's clock is ahead; the time of receipt was used, and both are kept."),
    "say the time zone, for example 2024-03-04T09:00Z": _("say the time zone, for example 2024-03-04T09:00Z"),
}

OUTCOMES = {
    "done": _("Done"),
    "refused": _("Refused"),
    "denied": _("Not possible"),
    "received": _("Received"),
    "invalid": _("Not understood"),
}

ZH = {
    "File": "档案",
    "When it happened": "发生时间",
    "Reason": "理由",
    "Reasons": "理由说明",
    "Because": "原因",
    "Language": "语言",
    "Languages": "语言",
    "Agency": "机构",
    "Member": "成员",
    "Note": "备注",
    "Urgent act": "紧急行动",
    "The file": "档案",
    "Being recognised": "获得识别",
    "Safety": "安全",
    "A place to stay": "住所",
    "Health": "健康",
    "Legal help": "法律帮助",
    "Stay": "居留",
    "Proceedings": "诉讼",
    "Children": "儿童",
    "Wages and compensation": "工资与赔偿",
    "Rights": "权利",
    "Who sees the file": "谁能查看档案",
    "Agencies and people": "机构与人员",
    "Information and explanation": "信息与说明",
    "There is no action called {name}. Nearest: {near}": "没有名为 {name} 的操作。最接近的是：{near}",
    "This is needed.": "此项必填。",
    "This action has no such field.": "此操作没有这一字段。",
    "This is not an identifier of the right form.": "标识符的格式不正确。",
    "This is longer than {max_length} characters.": "超过了 {max_length} 个字符。",
    "This does not have the form that is asked for.": "格式不符合要求。",
    "Choose one of: {expected}": "请从中选择：{expected}",
    "Answer yes or no.": "请回答是或否。",
    "This is no date. Write it like 2026-03-04.": "这不是日期。请写成 2026-03-04 的形式。",
    "This is no time. Write it like 2026-03-04T09:00Z.": "这不是时间。请写成 2026-03-04T09:00Z 的形式。",
    "This must be a whole number.": "必须是整数。",
    "This number is too small or too large.": "这个数字太小或太大。",
    "No language has this code. Write one like en, zh or bn.": "没有使用此代码的语言。请写成 en、zh 或 bn 等形式。",
    "No country has this code. Write one like GR.": "没有使用此代码的国家。请写成 GR 等形式。",
    "No currency has this code. Write one like EUR.": "没有使用此代码的货币。请写成 EUR 等形式。",
    "This holds a sign that cannot be kept.": "含有无法保存的字符。",
    "This cannot be taken: {why}": "无法接受：{why}",
    "This cannot be read.": "无法读取。",
    "This is already used. Choose another one.": "已被使用。请另选一个。",
    "This does not exist, or does not belong to this file.": "不存在，或不属于此档案。",
    "The request could not be read: it must be one JSON object.": "无法读取请求：必须是一个 JSON 对象。",
    "The field {name} is given twice.": "字段 {name} 出现了两次。",
    "The header Idempotency-Key must be a UUID.": "标头 Idempotency-Key 必须是 UUID。",
    "This key was already used for another request. Send it again with a new key.": (
        "此键已用于另一个请求。请换一个新键再次发送。"
    ),
    "A rule could not be checked, so this is refused to be safe. Somebody on call has been told. "
    "In danger, use the urgent form or telephone.": (
        "有一条规则无法核对，为安全起见予以拒绝。已通知值班人员；如有危险，请使用紧急方式或打电话。"
    ),
    "Protection applies to this person. Telephone the protection office first.": (
        "此人受到保护。继续之前请致电保护办公室。"
    ),
    "This is not among the things that you can do here.": "您在这里无权进行此操作。",
    "There is nothing here that you can open.": "这里没有您可以打开的内容。",
    "You are not signed in, or your session has ended.": "您尚未登录，或会话已结束。",
    "This was received and kept. You have no access to the file, so the protection office will match it.": (
        "已收到并保存。您无权查看此档案，保护办公室将予以匹配。"
    ),
    "This was received and kept beside an earlier request with the same key.": (
        "已收到，并与使用同一键的先前请求一并保存。"
    ),
    "This was received and kept. The protection office will look at it.": (
        "已收到并保存，保护办公室将予以查看。"
    ),
    "The sending device's clock is ahead; the time of receipt was used, and both are kept.": (
        "发送设备的时钟偏快；已采用收到的时间，两个时间均予保留。"
    ),
    "say the time zone, for example 2024-03-04T09:00Z": "请写明时区，例如 2024-03-04T09:00Z",
    "Say who does it: --as MEMBER.": "请说明由谁操作：--as MEMBER。",
    "There is no member with this key.": "没有使用此键的成员。",
    "Done": "完成",
    "Refused": "已拒绝",
    "Not possible": "无法进行",
    "Received": "已收到",
    "Not understood": "无法理解",
}
