"""Words of the messages between a person and those who serve her, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "write_message": "Write to the person, or answer her",
    "write_message.words": "Your message",
    "write_message.language": "Language of the message",
    "write_message.to_agency": "Whom she writes to",
    "write_message.said_through": "How she said it",
    "read_messages": "Open her messages",
}
HELP = {
    "write_message": "She reads it at her own door, in the language that you write in. No other agency sees it, and nothing is sent to her telephone.",
    "write_message.to_agency": "Only where you write down for her what she wants to say to another agency. Leave it empty when you write to her yourself.",
    "write_message.said_through": "Only where you write it down for her.",
    "write_message.words": "Plain and short. No address, no name of a place and no date that somebody who looks into her telephone could use.",
    "read_messages": "She sees that it was read, when, and what you do; not your name.",
}
DUTIES = {"message_answered": "An answer to her message"}
REASONS = {
    "message.not_serving": "Messages go between her and those who help her and see her file: a house, an organisation, a lawyer, a doctor, social services, child protection. Others write a letter, or ask her lawyer. If you should be helping her, ask whoever opened the file to refer her to you.",
    "message.not_hers": "Nobody writes in her name. Write down what she says herself, in her language or through an interpreter or an advocate, and say how she said it; or write in your own name.",
}

ZH = {
    LABELS["write_message"]: "给当事人留言或回复",
    LABELS["write_message.words"]: "留言内容",
    LABELS["write_message.language"]: "留言的语言",
    LABELS["write_message.to_agency"]: "她写给谁",
    LABELS["read_messages"]: "打开她的留言",
    HELP[
        "write_message"
    ]: "她在自己的页面上阅读，用您书写的语言。其他机构看不到，也不会向她的电话发送任何内容。",
    HELP["write_message.to_agency"]: "只在您替她写下她想对另一机构说的话时填写。您自己给她写时请留空。",
    HELP["write_message.said_through"]: "只在您替她写下时填写。",
    HELP["write_message.words"]: "简短、明白。不要写地址、地名，也不要写查看她电话的人可以利用的日期。",
    HELP["read_messages"]: "她会看到留言已读、何时已读以及阅读者的职务，看不到您的姓名。",
    DUTIES["message_answered"]: "答复她的留言",
    REASONS[
        "message.not_serving"
    ]: "留言只在她与帮助她并能看到其档案的机构之间往来：庇护所、民间组织、律师、医生、社会服务、儿童保护。其他机构请写信，或联系她的律师。如果您应当帮助她，请让建档机构将她转介给您。",
    REASONS[
        "message.not_hers"
    ]: "谁也不能以她的名义写。请写下她本人用自己的语言、通过口译员或代言人说的话，并注明她如何表达；或者以您自己的名义写。",
}
