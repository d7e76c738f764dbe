"""What a page says about time limits: units, kinds, where a figure comes from, and what each key means."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

UNITS = {
    "hours": _("hours"),
    "days": _("days"),
    "working_days": _("working days"),
    "months": _("months"),
    "years": _("years"),
}

KINDS = {
    "minimum": _("at least this long; when it is reached, somebody decides again"),
    "maximum": _("at most this long"),
    "fixed": _("exactly this long"),
    "target": _("a target: missing it is shown and escalates"),
    "none_in_law": _("no length in law"),
}

BASES = {
    "law": _("law of the country"),
    "treaty": _("treaty"),
    "project_target": _("target of this project, not law"),
    "agreed": _("agreed between the agencies, not law"),
}

STATES = {
    "not_started": _("not started"),
    "running": _("running"),
    "open": _("open, with no end in sight"),
    "paused": _("paused"),
    "overdue": _("overdue"),
    "review": _("to be decided again; protection goes on"),
    "expired": _("expired"),
    "ended": _("ended"),
}

REASONS = {
    "clock.already_started": _("This clock runs already."),
    "clock.not_started": _("This clock has not started yet."),
    "clock.before_start": _("This lies before the start of the clock."),
    "clock.ended": _("This clock has ended."),
    "clock.already_paused": _("This clock is paused already."),
    "clock.already_passed": _("This clock has passed; pausing it now would hide that it is late."),
    "clock.not_paused": _("This clock is not paused."),
    "clock.not_extendable": _("Nothing in the country's profile allows this clock to be extended."),
    "clock.no_length": _("This clock has no length that could be extended."),
    "clock.extend_in_working_days": _("This clock runs in working days; extend it in working days."),
    "clock.extended_enough": _("This clock has been extended as often or as far as the profile allows."),
}

ZH = {
    "hours": "小时",
    "days": "天",
    "working days": "个工作日",
    "months": "个月",
    "years": "年",
    "at least this long; when it is reached, somebody decides again": "至少这么长；到期后须重新决定",
    "at most this long": "最长不超过",
    "exactly this long": "固定时长",
    "a target: missing it is shown and escalates": "目标期限：未达到时予以显示并上报",
    "no length in law": "法律未规定期限",
    "law of the country": "该国法律",
    "treaty": "条约",
    "target of this project, not law": "本项目的目标，并非法律",
    "agreed between the agencies, not law": "机构之间的约定，并非法律",
    "not started": "尚未开始",
    "running": "进行中",
    "open, with no end in sight": "进行中，终点未定",
    "paused": "已暂停",
    "overdue": "已逾期",
    "to be decided again; protection goes on": "须重新决定；保护继续有效",
    "expired": "已到期",
    "ended": "已结束",
    "This clock runs already.": "该期限已在计算。",
    "This clock has not started yet.": "该期限尚未开始。",
    "This lies before the start of the clock.": "此时间早于该期限的起点。",
    "This clock has ended.": "该期限已结束。",
    "This clock is paused already.": "该期限已处于暂停状态。",
    "This clock has passed; pausing it now would hide that it is late.": "该期限已过；现在暂停会掩盖延误。",
    "This clock is not paused.": "该期限并未暂停。",
    "Nothing in the country's profile allows this clock to be extended.": "国家配置不允许延长该期限。",
    "This clock has no length that could be extended.": "该期限没有可以延长的时长。",
    "This clock runs in working days; extend it in working days.": "该期限按工作日计算；请按工作日延长。",
    "This clock has been extended as often or as far as the profile allows.": (
        "该期限的延长次数或时长已达到国家配置的上限。"
    ),
}

# What the profiles call each duty and its start, as the YAML files say it.
ZH_TERMS = {
    "the asylum authority decides on the claim": "庇护机关就申请作出决定",
    "claim registered": "登记申请",
    "before a refusal of asylum becomes final, there is time to appeal": "庇护申请被拒成为终局之前，留有上诉的时间",
    "asylum refused": "庇护申请被拒",
    (
        "who is not identified as trafficked is offered rights at work, asylum, health care and the protection "
        "of smuggled people"
    ): "未被识别为被贩运者的人，获提供劳动权利、庇护、医疗以及对被偷运者的保护",
    "a screening or decision that finds no trafficking": "筛查或决定未发现贩运",
    "independent legal advice before anybody contacts the authorities of a country that the person fears": (
        "在任何人联系当事人所畏惧国家的当局之前，提供独立法律咨询"
    ),
    "wish for contact recorded": "记录联系意愿",
    "rights, help and procedures explained in a language the person understands": (
        "以当事人理解的语言说明权利、帮助与程序"
    ),
    "presumption": "推定",
    "decision whether there are reasonable grounds to believe that the person is trafficked": (
        "就是否有合理理由相信当事人被贩运作出决定"
    ),
    "referral or own request received": "收到转介或本人申请",
    "conclusive decision, element by element, with reasons": "逐项要素作出附理由的最终认定",
    "decision on reasonable grounds": "合理理由决定",
    "a decision is looked at again by somebody else, protection kept meanwhile": (
        "由另一人复议决定，期间保护不变"
    ),
    "reconsideration asked for": "申请复议",
    "the reasons of a decision given in a language the person understands": "以当事人理解的语言告知决定理由",
    "decision": "决定",
    "a statement given with the person's consent reaches whoever decides, with a receipt": (
        "经当事人同意的陈述送达决定机关并取得回执"
    ),
    "consent to pass it on": "同意转交",
    "the receiver of a referral accepts or declines it with a reason": "接收方接受转介，或说明理由后谢绝",
    "referral sent": "发出转介",
    "a screening below the threshold is forgotten and its key destroyed": (
        "未达门槛的筛查予以遗忘并销毁其密钥"
    ),
    "screening without an indication": "筛查未见迹象",
    "an objection to what was written is answered": "对所记内容的异议得到答复",
    "objection or request to correct": "异议或更正请求",
    "a wish for asylum reaches the asylum authority and is registered": "庇护意愿送达庇护机关并予以登记",
    "wish for asylum or fear of return recorded": "记录庇护意愿或对返回的恐惧",
    "safety, food, clothing, rest and whoever depends on the person seen to": (
        "照顾安全、食物、衣物、休息以及依赖当事人的人"
    ),
    "an injury, hunger or danger that a screening showed is seen to": "处理筛查所见的伤病、饥饿或危险",
    "urgent need recorded": "记录紧急需要",
    "a safe place offered, never a closed one": "提供安全住所，绝不封闭",
    "health care and counselling offered, nothing forced": "提供医疗与咨询，绝不强迫",
    "a lawyer offered, in a language the person understands": "以当事人理解的语言提供律师",
    "presumption or any proceedings": "推定或任何诉讼程序",
    "the right to reach one's consulate explained, and that nobody else will": (
        "说明联系本国领事的权利，且他人不会代为联系"
    ),
    "help that was declined is offered again": "再次提供曾被谢绝的帮助",
    "help declined": "谢绝帮助",
    "help that was withheld or ended wrongly is given again": "恢复被不当扣留或终止的帮助",
    "help withheld or ended": "帮助被扣留或终止",
    "protection after a threat or intimidation": "受威胁或恐吓后的保护",
    "threat recorded": "记录威胁",
    "a plan for protection during and after proceedings": "诉讼期间及其后的保护计划",
    "proceedings against a suspect": "对嫌疑人的诉讼程序",
    "whoever received something stops using it and answers": "接收方停止使用并作出答复",
    "the person is called back on a safe line": "通过安全线路回访当事人",
    "the person is reached on the safe line after they gave the other code": "当事人输入备用码后，通过安全线路与其联系",
    "the other code was given": "已输入备用码",
    "a complaint of the person is looked into and answered": "查明并答复当事人的投诉",
    "complaint received": "收到投诉",
    "a message of the person is answered": "答复当事人的留言",
    "message received": "收到留言",
    "hearing who works with the person now": "告知当事人现在由谁负责",
    "worker named or given back": "指定或交还工作者",
    "whoever works with people has supervision again": "工作者再次接受督导",
    "supervision held": "已进行督导",
    "a case conference is held on its day and written down": "个案会议如期举行并记录",
    "conference called": "召集个案会议",
    "hearing what was decided in the person's absence": "告知当事人缺席时作出的决定",
    "conference held": "个案会议已举行",
    "somebody independent stands at their side while their complaint is looked into": "查处投诉期间有独立人士陪同",
    "what the person needs is asked and written down": "询问并记录当事人的需要",
    "presumption; or trafficked again": "推定；或再次被贩运",
    "a plan that the person agrees to": "当事人同意的计划",
    "needs assessed": "已评估需要",
    "the plan is looked at again with the person, on the day agreed with them or before this": (
        "在与其商定的日期或此前，与当事人一同复核计划"
    ),
    "plan agreed": "计划已商定",
    "a step of the plan is done by the day agreed, or before this": "计划的步骤在商定日期或此前完成",
    "step agreed": "步骤已商定",
    "danger to the person and their family is looked at with them": "与当事人一同评估其本人及家人的危险",
    "danger is looked at again, on the day agreed or before this": "在商定日期或此前再次评估危险",
    "danger looked at": "已评估危险",
    "a worry about somebody out of contact is followed in the way agreed with them": "按与其商定的方式跟进失联者的安危",
    "contact lost": "失去联系",
    "another interpreter after a complaint": "投诉后更换口译员",
    "complaint": "投诉",
    "whom the person named is told of a death, with care": "妥善告知当事人所指定的人其死讯",
    "death recorded": "记录死亡",
    "an independent inquiry into a death is asked for": "请求对死亡进行独立调查",
    "what the family wishes for the remains is asked and arranged": "询问并安排家人对遗体的意愿",
    "what the family can claim is explained to them": "向家人说明可主张的权利",
    "consent withdrawn": "撤回同意",
    "recovery and reflection period, whatever the person decides about proceedings": (
        "恢复与反思期，不论当事人对诉讼作何决定"
    ),
    "reasonable grounds to believe that the person is trafficked": "有合理理由相信当事人被贩运",
    "a renewable residence permit where the person's situation or proceedings need it": (
        "因个人处境或诉讼需要而给予可续期的居留许可"
    ),
    "personal situation or proceedings make the stay necessary": "个人处境或诉讼使停留成为必要",
    "an assessment of the danger of a return may be relied on for so long": "回返危险评估的有效期",
    "danger of a return assessed": "已评估回返的危险",
    "a plan for after the return that the person agrees to": "当事人同意的回返后计划",
    "wish to go back recorded": "已记录回返意愿",
    "word that the person has arrived": "当事人到达的消息",
    "journey home begun": "已启程回返",
    "the person is asked how things are, as often as they chose": "按当事人选定的频率问候",
    "who is not heard of is looked for as agreed": "对失去音信者按约定方式寻访",
    "call after a return unanswered": "回返后问候无回应",
    "danger after a return is answered": "回返后的危险得到处置",
    "danger after a return known": "得知回返后有危险",
    "the protection plan is looked at again": "复核保护计划",
    "protection plan made": "已制定保护计划",
    "a measure that protects a witness is decided": "对证人保护措施作出决定",
    "measure asked for": "已申请措施",
    "a measure that protects a witness is looked at again": "复核证人保护措施",
    "measure granted": "已准予措施",
    "a partner of civil society is offered to somebody whom the police met": "向警方接触到的人提供民间伙伴的支持",
    "presumption by police, border guard or labour inspection": "由警察、边防或劳动监察作出的推定",
    "care for everybody whom an emergency operation found": "对紧急行动中发现的所有人提供照顾",
    "emergency operation begun": "紧急行动已开始",
    "an offer of a place holds it without an answer": "未获答复的住处提议保留该住处的时限",
    "an offer that nobody answered is asked about again": "无人答复的提议须再次询问",
    "custody said to be ordered by a court": "据称由法院命令羁押",
    "offer": "提议",
    "offer ran out": "提议已过期",
    "receipt": "收到之时",
    "release said": "据称已获释",
    "somebody who did not hold the person sees that they are free": "由未关押当事人的人确认其已获自由",
    "somebody who holds nobody sees the court's order": "由不实施关押的人查看法院命令",
    "what was received for a file that its sender does not see is put where it belongs": (
        "将送达给发送者看不到的档案的内容归入应归之处"
    ),
    "the stay of a removal is looked at again, never by itself ended": "重新审视暂缓驱离，绝不自动终止",
    "removal stayed": "暂缓驱离",
    "a detained person is released": "释放被拘留者",
    "detention recorded": "记录拘留",
    "what goes against P7 or P8 is ended": "终止违反原则7或原则8的情况",
    "breach opened": "违反立案",
    (
        "somebody trained and independent of the prosecution assesses the link of a charge to the trafficking"
    ): "由受过培训且独立于检方的人评估指控与贩运的关联",
    "charge asked about or recorded": "询问或记录指控",
    "the prosecution answers the letter on non-punishment": "检方答复关于不惩罚的信函",
    "letter sent": "发出信函",
    (
        "a conviction linked to the trafficking is brought before the court to "
        "be quashed, and the record cleared"
    ): "将与贩运有关的定罪提交法院撤销并清除记录",
    "conviction recorded": "记录定罪",
    "the protection office calls back whoever asked before a charge, a detention or a removal": (
        "保护办公室在指控、拘留或驱离前回电询问者"
    ),
    "protection enquiry received": "收到保护查询",
    "the monitor looks back at how often an agency asked before acts against people": (
        "监督机构回看某机构在对人采取行动前查询的次数"
    ),
    "whoever asked before an act against somebody begins to screen that person": "查询者开始对当事人进行筛查",
    "questions of two agencies about one person are shown to the monitor together": (
        "两个机构就同一人提出的查询一并向监督机构显示"
    ),
    "an independent guardian for a child who is alone": "为无人陪伴的儿童指定独立监护人",
    "may be a child": "可能是儿童",
    "a lawyer of the child's own, before any proceedings": "在任何程序之前为儿童提供自己的律师",
    "an age that the person challenges is looked at again by somebody else": "本人提出异议的年龄由他人重新审视",
    "challenge by the person": "本人提出异议",
    "best-interests assessment, with the child heard": "听取儿童意见的最大利益评估",
    "how long a best-interests assessment counts as in date": "最大利益评估的有效期",
    "best-interests assessment": "最大利益评估",
    "what is best for a child is assessed, or determined, again before it grows old": "最大利益过期前再次评估或判定",
    "a child who cannot go back lives with somebody who cares for them": "不能返回的儿童有人照顾",
    "papers of birth, nationality or marriage that somebody lacks are issued": "签发当事人缺少的出生、国籍或婚姻证件",
    "found lacking": "发现缺少",
    "where the child can grow up in safety is determined": "判定儿童可在何处安全成长",
    "a child who lives with their family again is visited": "探访重新与家人生活的儿童",
    "child protection and those who search are told that a child is missing": "通知儿童保护机构和寻找者有儿童失踪",
    "those who search in another country are told that a child is missing": "通知其他国家的寻找者有儿童失踪",
    "a missing child is looked for until found": "持续寻找失踪儿童直至找到",
    "a child who was missing is asked why, by somebody independent": "由独立人员询问曾失踪的儿童为何离开",
    "those who care for a child who goes again and again look at why": "照顾者查看儿童为何一再离开",
    "what was shown of a missing child is taken back": "收回公开的失踪儿童信息",
    "what is given to a child is planned with the child, kind by kind": "与儿童逐项计划所提供的帮助",
    "what is given to a child is looked at again with the child": "与儿童重新审视所提供的帮助",
    "one kind of help that is planned for a child, or that nobody offers, is given": (
        "提供为儿童计划的或无人提供的某项帮助"
    ),
    "how long before the earliest birthday the time after it is planned": "在最早可能的生日之前多久计划其后的安排",
    "what goes on after a birthday is planned with the young person": "与其本人计划生日之后的安排",
    "somebody whom the young person wants is there for them as an adult": "成年后由其想要的人陪伴",
    "child missing": "儿童失踪",
    "child back": "儿童回来",
    "plan of a child's help": "帮助计划",
    "age on file": "档案中的年龄",
    "may be eighteen within the time ahead": "可能在近期内年满十八岁",
    "eighteen by the file": "按档案已满十八岁",
    "reunion": "团聚",
    "the child's assessment, guardian and trained worker after an urgent protective act": (
        "紧急保护行动之后的儿童评估、监护人与受训人员"
    ),
    "urgent protective act for a child": "针对儿童的紧急保护行动",
    "an adult's officer acts for a child under a trained one by telephone, at most so long": (
        "负责成人的人员在受训人员电话指导下为儿童行事的最长时间"
    ),
    "no trained officer within reach": "附近没有受训人员",
    "a child's care arrangement is looked at again": "重新审视儿童的照顾安排",
    "care arranged": "已安排照顾",
    "secure care that a court ordered is looked at again until it ends": (
        "法院命令的封闭照护在结束前定期重新审视"
    ),
    "court order recorded": "记录法院命令",
    "an urgent protective act ends or becomes an ordinary one": "紧急保护行动结束或转为普通行动",
    "urgent protective act": "紧急保护行动",
    "an urgent protective act is reviewed": "复核紧急保护行动",
    "the person is told about emergency treatment given without consent": "告知当事人未经同意的急救处置",
    "emergency treatment": "急救",
    "a waiver is used or lapses": "豁免被使用或失效",
    "waiver given": "给予豁免",
    "the monitor reviews a waiver": "独立监督机构复核豁免",
    "what is overdue goes from the coordinator to the monitor": "逾期事项由协调员上报独立监督机构",
    "escalation to the coordinator": "上报协调员",
    "a court's protective order is looked at again": "重新审视法院的保护令",
    "court order": "法院命令",
    "an investigation is opened or refused with reasons, with or without a complaint": (
        "不论有无控告，立案调查或说明理由后不予立案"
    ),
    "information about trafficking": "关于贩运的信息",
    "others in the same hands are looked for, and whoever can close the place or stop the recruiter is told": (
        "寻找受同一人控制的其他人，并告知能够关闭场所或制止招募者的机关"
    ),
    "the prosecution charges the suspects, or ends the matter with reasons": "检察机关指控嫌疑人，或说明理由结案",
    "those charged with the trafficking are tried": "被指控贩运的人受审",
    "charge against the suspects": "对嫌疑人提出指控",
    "a running investigation is looked at again for lines not followed": "复查进行中的调查有无未追查的线索",
    "investigation opened": "立案调查",
    "a request of another country's authority is answered": "答复他国机关的请求",
    "request received": "收到请求",
    "criminal, civil and administrative remedies explained": "说明刑事、民事与行政补救",
    "how long training in identification counts as in date": "识别培训的有效期",
    "training completed": "完成培训",
    "how long training in child law and psychology counts as in date": "儿童法律与心理培训的有效期",
    "how long training in assessing a charge's link to the trafficking counts as in date": (
        "评估指控与贩运关联之培训的有效期"
    ),
    "positive decision on reasonable grounds": "肯定的合理理由决定",
    "a Garda superintendent finds reasonable grounds": "爱尔兰警司认定有合理理由",
    "the person cooperates with an investigation or prosecution": "当事人配合调查或起诉",
    "report to the police": "向警方报案",
    (
        "before a decision against the person becomes final, there is time to ask that it be looked at again"
    ): "对当事人不利的决定成为最终决定之前，留有申请复议的时间",
    "decision told to the person": "决定告知当事人",
    "the recovery and reflection period is granted": "给予恢复与反思期",
    "any removal is stayed and the stay recorded": "暂缓任何驱离并予以记录",
    "presumption, or serious risk asserted": "推定，或提出存在严重风险",
    "the letter on non-punishment reaches the prosecutor": "关于不惩罚的信函送达检方",
    "charge recorded": "记录指控",
    "a right to stay is decided where a claim, proceedings or the person's situation need it": (
        "因求偿、诉讼或个人处境需要而决定居留权"
    ),
    "claim, proceedings or request for a permit": "求偿、诉讼或申请许可",
    "a residence permit is renewed on the day set ahead of its end, and looked at once a year at least": (
        "居留许可在到期前的预定日期续期，且至少每年审视一次"
    ),
    "permit granted": "许可已批准",
    "how long before its end the renewal of a permit is due": "许可到期前多久应当续期",
    "until when damages can be claimed before a civil court": "民事损害赔偿的诉讼时效",
    "the harm, or when it became known": "损害发生或得知之时",
    "until when wages can be claimed before a civil or labour court": "向民事或劳动法院追索工资的时效",
    "the last day of work": "最后工作日",
    "until when a claim can be brought before an authority or a fund": "向行政机关或基金提出申请的时效",
    "the harm, or the decision": "损害发生或作出决定之时",
    "until when compensation can be claimed in a criminal trial": "在刑事审判中请求赔偿的时效",
    "the harm": "损害发生之时",
    "how long before its last day a claim is to be filed": "在时效届满前多久应当提起求偿",
    "last day known": "已知最后期限",
    "a claim that the person wants is filed, well before its last day": "当事人希望提起的求偿，在时效届满前及早提起",
    "claim opened": "求偿已开启",
    "a claim whose last day has passed is filed with the request to admit it": "时效已过的求偿仍予提起，并请求受理",
    "claim opened late": "逾期开启求偿",
    "fees, travel and an interpreter for a claim are covered": "求偿的费用、交通和口译得到保障",
    "a refusal is taken further, or given up by the person's own word": "对拒绝提出上诉，或由本人表示放弃",
    "a refusal": "被拒绝",
    "what was awarded is paid or carried out": "判给的款项得到支付或执行",
    "award": "作出判给",
    "what was taken from the person is demanded back": "要求返还从当事人处取走的物品",
    "taken or kept back": "被取走或扣留",
    "what was taken is brought back, or replaced": "取走的物品得到归还或补办",
    "return demanded": "已要求返还",
    "an entry ban, a record, a fine or a debt from the time of the trafficking is lifted": (
        "解除因被贩运而来的入境禁令、记录、罚款或债务"
    ),
    "burden recorded, or recognition": "记录负担，或获得认定",
    "a conviction that was quashed is taken out of every record": "被撤销的定罪从所有记录中清除",
    "conviction quashed": "定罪已撤销",
}
