"""Chinese of the decision-maker's pages."""

from __future__ import annotations

ZH = {
    "Decisions": "决定",
    "%(n)s decision waits.": "有 %(n)s 项决定待作出。",
    "%(n)s decisions wait.": "有 %(n)s 项决定待作出。",
    "Nobody waits for a decision of your agency.": "目前没有人在等候贵机构的决定。",
    "A decision comes here when somebody is presumed trafficked or asks to be recognised, and your agency sees the "
    "file. Its clock starts at that moment, and protection does not wait for it.":
        "当有人被推定为被贩运者或请求认定，且贵机构可以看到该档案时，决定事项就会出现在这里。计时从那一刻开始，保护并不等待决定。",
    "speaks %(languages)s": "会讲%(languages)s",
    "languages not known yet": "语言尚不清楚",
    "you have begun": "您已开始填写",
    "Time used": "已用时间",
    "running for %(span)s": "已计时 %(span)s",
    "%(used)s used of %(whole)s": "已用 %(used)s，共 %(whole)s",
    "the time was %(whole)s": "期限为 %(whole)s",
    "and %(n)s more, nothing on file": "还有 %(n)s 项，档案中没有相关内容",
    "%(n)s to look at, nothing on file": "%(n)s 项待查，档案中没有相关内容",
    "The time for this decision": "本决定的期限",
    "What the definition says of this": "定义对此怎么说",
    "Some of what stands here cannot be read yet.": "这里的部分内容尚无法读取。",
    "Before you send it": "提交之前",
    "Nothing is missing.": "没有缺项。",
    "Look again": "再看一下",
    "Looking sends nothing. What you typed is kept for you alone.":
        "查看不会提交任何内容。您填写的内容仅为您本人保存。",
    "A child: act and purpose are enough. Whether anybody was deceived or forced is neither asked nor weighed, so "
    "means are not on this page.":
        "儿童：有行为和目的即可。是否受骗或被强迫，既不询问也不衡量，因此本页不列手段。",
    "The age is not known, so the person is read as a child: act and purpose are enough, and means cannot count "
    "against the person. What you find of means is kept in case the person turns out to be an adult.":
        "年龄不明，因此按儿童看待：有行为和目的即可，手段不会对本人不利。您查明的手段会保留，以备查明本人为成年人。",
    "Begin with what others ticked": "从他人勾选的内容开始",
    "At least one": "至少一项",
    "%(what)s, %(who)s, %(at)s": "%(what)s，%(who)s，%(at)s",
    "not found: %(what)s, %(who)s, %(at)s": "未发现：%(what)s，%(who)s，%(at)s",
    "Everything else was looked for and not found": "其余各项均已查过，没有发现",
    "What decides nothing, and is noted": "不起决定作用、仅作记录的内容",
    "The decision and its reasons": "决定及其理由",
    "The person understands %(languages)s. Write in plain words, or have them written.":
        "本人懂%(languages)s。请用浅显的话书写，或请人代写。",
    "Decide": "作出决定",
    "What is on file": "档案中的内容",
    "Ticks are their author's, not a witness statement.": "勾选内容属于其作者，不是证人证言。",
    "The answers": "查看回答",
    "Nobody has recorded anything about the elements that you may read. Nothing on file is not evidence against the "
    "person: ask, or have somebody trained ask.":
        "还没有您可以阅读的、有关要素的记录。档案中没有内容并不是对本人不利的证据：请询问，或请受过培训的人询问。",
    "Decision: %(stage)s, %(way)s": "决定：%(stage)s，%(way)s",
    "for the person": "对本人有利",
    "against the person": "对本人不利",
    "What was found is enough. A decision against the person would be refused.":
        "查明的内容已足够。对本人不利的决定会被拒绝。",
    "An element was looked for everywhere and not found. A conclusive decision for the person would be refused; help, "
    "labour rights and asylum go on.":
        "有一项要素各处都查过而没有发现。对本人有利的最终决定会被拒绝；帮助、劳动权利和庇护继续。",
    "Something is still unknown, and unknown is not absent. A decision against the person would be refused; reasonable "
    "grounds can be given.":
        "仍有不明之处，不明不等于没有。对本人不利的决定会被拒绝；可以认定有合理理由。",
    "You have not answered yes or no.": "您还没有回答是或否。",
    "There are no reasons yet.": "还没有理由。",
    "You have not said in which language the reasons are.": "您还没有说明理由使用哪种语言。",
    "The reasons are not in a language of the person (%(languages)s).":
        "理由所用的不是本人懂得的语言（%(languages)s）。",
    "You decided this yourself, so somebody else looks at it again. Pass it to a colleague.":
        "这是您自己作出的决定，因此由他人复议。请转交同事。",
    "reasons in %(language)s": "理由使用%(language)s",
    "The person asked on %(at)s that it be looked at again.": "本人于 %(at)s 请求复议。",
    "All protection stays while this is looked at.": "复议期间，一切保护继续。",
    "Nothing has been decided on this file yet, so there is nothing to look at again.":
        "本档案尚未作出决定，因此没有可复议的内容。",
}  # fmt: skip
