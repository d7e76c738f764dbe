"""Words of groups, in English, and their Chinese."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

LABELS = {
    "begin_screening.group": "Found together with others in",
    "open_group": "Enter an event in which several people were found",
    "open_group.place": "Where",
    "open_group.employer": "For whom the work was done",
    "open_group.began_on": "It began on",
    "open_group.ended_on": "It ended on",
    "put_in_group": "Say that the person was found in an event",
    "put_in_group.group": "Which event",
}

HELP = {
    "open_group": "The event only, once for everybody: place, employer, days. Nothing about a person; each is spoken with apart, for an overseer may stand in the line.",
    "put_in_group": "Only that the person was there. Nothing that others said goes into this file.",
}

REASONS = {
    "group.event": "An event has a place, and does not end before it begins.",
}

ZH = {
    "Found together with others in": "与他人一同被发现于",
    "Enter an event in which several people were found": "录入多人一同被发现的事件",
    "Where": "地点",
    "For whom the work was done": "为谁劳动",
    "It began on": "开始日期",
    "It ended on": "结束日期",
    "Say that the person was found in an event": "说明当事人是在某事件中被发现的",
    "Which event": "哪个事件",
    "The event only, once for everybody: place, employer, days. Nothing about a person; each is spoken with apart, for an overseer may stand in the line.": "只录事件，一次即可：地点、雇主、日期。不涉及任何个人；每个人单独谈话，因为队列中可能有监工。",
    "Only that the person was there. Nothing that others said goes into this file.": "只说明当事人在场。他人所述一概不写入本档案。",
    "An event has a place, and does not end before it begins.": "事件须有地点，且结束日期不得早于开始日期。",
}
