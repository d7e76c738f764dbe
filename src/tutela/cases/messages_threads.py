"""Words of the messages between a person and those who serve her, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "write_message": "Write a message, or answer",
    "write_message.words": "Your message",
    "write_message.language": "Language of the message",
    "write_message.to_agency": "Whom the person writes to",
    "write_message.said_through": "How the person said it",
    "read_messages": "Open the person's messages",
}
HELP = {
    "write_message": "The person reads it at their own door, in the language that you write in. No other agency sees it, and nothing is sent to their telephone.",
    "write_message.to_agency": "Only where you write down for the person what they want to say to another agency. Leave it empty when you write to them yourself.",
    "write_message.said_through": "Only where you write it down for the person.",
    "write_message.words": "Plain and short. No address, no name of a place and no date that somebody who looks into the person's telephone could use.",
    "read_messages": "The person sees that it was read, when, and what you do; not your name.",
}
DUTIES = {"message_answered": "An answer to the person's message"}
REASONS = {
    "message.not_serving": "Messages go between a person and those who help them and see their file: a house, an organisation, a lawyer, a doctor, social services, child protection. Others write a letter, or ask the person's lawyer. If you should be helping, ask whoever opened the file to refer the person to you.",
    "message.not_hers": "Nobody writes in the person's name. Write down what they say themselves, in their language or through an interpreter or an advocate, and say how they said it; or write in your own name.",
}

ZH = {
    LABELS["write_message"]: "留言或回复",
    LABELS["write_message.words"]: "留言内容",
    LABELS["write_message.language"]: "留言的语言",
    LABELS["write_message.to_agency"]: "当事人写给谁",
    LABELS["read_messages"]: "打开当事人的留言",
    HELP[
        "write_message"
    ]: "当事人在自己的页面上阅读，用您书写的语言。其他机构看不到，也不会向当事人的电话发送任何内容。",
    HELP[
        "write_message.to_agency"
    ]: "只在您替当事人写下其想对另一机构说的话时填写。您自己给当事人写时请留空。",
    HELP["write_message.said_through"]: "只在您替当事人写下时填写。",
    HELP["write_message.words"]: "简短、明白。不要写地址、地名，也不要写查看当事人电话的人可以利用的日期。",
    HELP["read_messages"]: "当事人会看到留言已读、何时已读以及阅读者的职务，看不到您的姓名。",
    DUTIES["message_answered"]: "答复当事人的留言",
    REASONS[
        "message.not_serving"
    ]: "留言只在当事人与提供帮助并能看到其档案的机构之间往来：庇护所、民间组织、律师、医生、社会服务、儿童保护。其他机构请写信，或联系当事人的律师。如果您应当提供帮助，请让建档机构将当事人转介给您。",
    REASONS[
        "message.not_hers"
    ]: "谁也不能以当事人的名义写。请写下本人用自己的语言、通过口译员或代言人说的话，并注明其如何表达；或者以您自己的名义写。",
}
