"""Words on figures that every door says."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

REASONS = {
    "figure.unknown": _("There is no such figure, or it cannot be split so."),
    "figure.too_long": _("This figure takes too long to count now. Choose a shorter time."),
}

ZH_FIGURES = {
    "Sex": "性别",
    "fewer than %(n)s": "少于 %(n)s",
    "together": "合计",
    "Only what concerns your own agency is counted.": "仅统计与您所在机构有关的内容。",
    "Numbers are rounded down to a multiple of %(n)s, and smaller ones kept back, so that nobody is found.": "数字向下取整为 %(n)s 的倍数，更小的数字不予显示，以免任何人被辨认。",
    "What belongs to several groups is counted in each; the groups add up to more than the whole.": "属于多个组别的，在每组各计一次；各组之和大于总数。",
    "Counted on %(at)s; it is counted anew every hour.": "统计于 %(at)s；每小时重新统计一次。",
    "Counted from %(since)s to %(until)s.": "统计时段：%(since)s 至 %(until)s。",
    "There are too few to say it in a sentence without pointing at somebody.": "人数太少，无法用一句话说明而不指向某个人。",
    "Figures": "数据",
    "All figures": "所有数据",
    "What the records add up to, by provision. Nobody's name, file or pseudonym is in them.": "按条款汇总记录。其中没有任何人的姓名、档案或化名。",
    "Split by": "按……分列",
    "and by": "并按……分列",
    "nothing": "不分列",
    "From": "自",
    "To": "至",
    "The table": "表格",
    "Nothing has been counted yet.": "尚无可统计的内容。",
    "As a file for a spreadsheet": "下载为电子表格文件",
    "There is no such figure, or it cannot be split so.": "没有这项数据，或不能这样分列。",
    "This figure takes too long to count now. Choose a shorter time.": "这项数据目前统计时间过长。请选择较短的时段。",
    "What the figure shows": "数据显示的内容",
}
