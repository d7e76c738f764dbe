"""The words of a child's own door, by age band, and their Chinese. Every text fits a child who reads it alone."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from enum import StrEnum


class Band(StrEnum):
    """For whom a page is worded. Who is in doubt reads what an adult reads, and has a child's side beside it."""

    SMALL = "small"
    MIDDLE = "middle"
    OLDER = "older"


#: Up to which age each band goes; whoever is older, or whose years nobody knows, reads the last one's words.
UP_TO = ((8, Band.SMALL), (12, Band.MIDDLE))

#: (small, middle, older)
WORDS: dict[str, tuple[str, str, str]] = {
    "hello": (
        "You did nothing wrong. Many grown-ups work so that you are safe.",
        "You did nothing wrong. Here you see what grown-ups have to do for you, and you can say what you think.",
        "You did nothing wrong. Here you see what you should get, who is on your side, and how to say what you think.",
    ),
    "owed": (
        "You get these things. You do not have to do anything for them.",
        "You have a right to these things. You do not have to do anything for them.",
        "These things are yours by right. You do not have to do anything in return.",
    ),
    "side": (
        "These people are on your side. Tell them when you are sad or afraid.",
        "These people work only for you. They tell you the truth, ask you first, and speak up for you.",
        "Your guardian and your lawyer work for you alone. They tell you what goes on, ask you first, and speak up for you.",
    ),
    "guardian": (
        "Your guardian looks after you.",
        "Your guardian makes sure that all others do what is good for you.",
        "Your guardian makes sure that every decision is good for you, and that you are heard.",
    ),
    "lawyer": (
        "Your lawyer knows all the rules and speaks for you.",
        "Your lawyer knows the rules, explains them, and speaks for you.",
        "Your lawyer knows the law, keeps your secrets, and speaks for you.",
    ),
    "think": (
        "You can say what you like and what you do not like. You may also say nothing. Nobody is cross.",
        "Before grown-ups decide something about you, they must ask you. You can say it here. You may also say nothing.",
        "Before anything about you is decided, you are asked. You can say it here, change it later, or say nothing. It counts.",
    ),
    "wrong": (
        "Is something bad, or is somebody not nice to you? Say it here. Only somebody from outside reads it. Nobody may be cross with you for it.",
        "Is something not right, or does somebody do what they should not? Say it here. Only somebody from outside reads it, and does not tell them. Nobody may punish you for it.",
        "This goes to the independent monitor, who checks whether your rights are kept. Nobody you complain about is told. Nobody may take your place to stay or your help because of it.",
    ),
    "age": (
        "Did somebody write down a wrong age for you? Say so. Then somebody else looks again.",
        "Is the age in your file wrong? Say so. Somebody else looks at it again, and until then you are looked after as a child.",
        "Is the age in your file wrong? Say so. Somebody else looks at it again, and until then you are looked after as a child. Nobody examines you unless you say yes.",
    ),
}

#: What is owed to a child, in her words: for the small ones, and for the others.
OWED: dict[str, tuple[str, str]] = {
    "child_guardian": ("A grown-up who looks after you", "A guardian who is on your side"),
    "child_lawyer": ("Somebody who speaks for you", "A lawyer of your own"),
    "child_worker": ("Somebody who knows children well", "Somebody who learned to work with children"),
    "child_assessment": ("Somebody finds out what you need", "Somebody finds out what you need now"),
    "best_interests": (
        "Grown-ups think about what is good for you",
        "People look at what is best for you, and ask you",
    ),
    "best_interests_again": ("Grown-ups think about it again", "People look again at what is best for you"),
    "determination_review": (
        "Grown-ups look again at what was decided",
        "What was decided for you is looked at again",
    ),
    "child_care": ("Somebody you live with, who is kind", "Somebody to live with, who looks after you"),
    "care_review": ("Somebody asks if you are well where you live", "Somebody asks how it is where you live"),
    "durable_solution": ("A place where you can stay and grow up", "A place where you can grow up in safety"),
    "reunion_visit": ("Somebody visits you at home", "Somebody visits you at home, and talks with you alone"),
    "age_challenge": ("Somebody looks at your age again", "Somebody else looks at your age again"),
    "identity_papers": ("Papers with your name", "Papers that say who you are"),
    "immediate_needs": (
        "Food, clothes, and what you need",
        "Food, clothes and some money for the first days",
    ),
    "urgent_needs": ("Food, rest, and a doctor", "Food, rest, and a doctor if you need one now"),
    "information": ("Somebody explains everything to you", "Your rights, explained in your language"),
    "health_offer": ("A doctor or nurse, if you like", "A doctor or nurse, if you want"),
    "counselling_offer": ("Somebody to talk and play with", "Somebody to talk to, if you want"),
    "shelter": ("A safe bed to sleep in", "A safe place to stay"),
    "legal_help": ("Somebody who speaks for you", "A lawyer who speaks for you"),
}
#: The picture before each, from the vendored set; whatever is not here has the list's.
PICTURES = {
    "child_guardian": "user", "child_lawyer": "scale", "legal_help": "scale", "help_in_proceedings": "scale",
    "child_worker": "users", "best_interests": "eye-check", "best_interests_again": "eye-check",
    "child_care": "home", "care_review": "home", "durable_solution": "home", "reunion_visit": "home",
    "shelter": "bed", "next_place": "bed", "health_offer": "lifebuoy", "urgent_needs": "lifebuoy",
    "immediate_needs": "heart-handshake", "counselling_offer": "message-circle", "information": "info-circle",
    "identity_papers": "file-text", "age_challenge": "calendar", "protection_plan": "shield-check",
    "safety_assessment": "shield-check", "message_answered": "message-circle", "worker_told": "user",
}  # fmt: skip
LISTED = "list-check"

#: What she can say something about, in her words.
ABOUT = {
    "stay": "Where I sleep",
    "care": "Who looks after me",
    "tracing": "Looking for my family",
    "reunion": "Living with my family",
    "return": "Going back to my country",
    "status": "Staying in this country",
    "testimony": "Talking to the police or a judge",
    "durable_solution": "Where I grow up",
    "other": "Anything else",
}

ZH = {
    "You did nothing wrong. Many grown-ups work so that you are safe.": "你没有做错任何事。有很多大人在努力让你平安。",
    "You did nothing wrong. Here you see what grown-ups have to do for you, and you can say what you think.": "你没有做错任何事。在这里，你可以看到大人要为你做什么，也可以说出你的想法。",
    "You did nothing wrong. Here you see what you should get, who is on your side, and how to say what you think.": "你没有做错任何事。在这里，你可以看到你应当得到什么、谁站在你这边，以及怎样说出你的想法。",
    "You get these things. You do not have to do anything for them.": "这些是给你的。你不用为它们做任何事。",
    "You have a right to these things. You do not have to do anything for them.": "你有权得到这些。你不用为它们做任何事。",
    "These people are on your side. Tell them when you are sad or afraid.": "这些人站在你这边。难过或害怕的时候，告诉他们。",
    "These people work only for you. They tell you the truth, ask you first, and speak up for you.": "这些人只为你工作。他们对你说真话，先问你，并替你说话。",
    "Your guardian and your lawyer work for you alone. They tell you what goes on, ask you first, and speak up for you.": "你的监护人和律师只为你工作。他们告诉你发生了什么，先问你，并替你说话。",
    "Your guardian looks after you.": "你的监护人照看你。",
    "Your guardian makes sure that all others do what is good for you.": "你的监护人确保别人都做对你好的事。",
    "Your guardian makes sure that every decision is good for you, and that you are heard.": "你的监护人确保每个决定都对你好，并确保你的话有人听。",
    "Your lawyer knows all the rules and speaks for you.": "你的律师懂得所有规则，替你说话。",
    "Your lawyer knows the rules, explains them, and speaks for you.": "你的律师懂得规则，会讲给你听，并替你说话。",
    "Your lawyer knows the law, keeps your secrets, and speaks for you.": "你的律师懂法律，替你保密，并替你说话。",
    "You can say what you like and what you do not like. You may also say nothing. Nobody is cross.": "你可以说喜欢什么、不喜欢什么。也可以什么都不说。没有人会生气。",
    "Before grown-ups decide something about you, they must ask you. You can say it here. You may also say nothing.": "大人决定你的事之前，必须先问你。你可以在这里说，也可以什么都不说。",
    "Before anything about you is decided, you are asked. You can say it here, change it later, or say nothing. It counts.": "决定你的事之前，要先问你。你可以在这里说，以后可以改，也可以什么都不说。你的话算数。",
    "Is something bad, or is somebody not nice to you? Say it here. Only somebody from outside reads it. Nobody may be cross with you for it.": "有不好的事，或者有人对你不好吗？在这里说。只有外面的人会读。没有人可以因此对你生气。",
    "Is something not right, or does somebody do what they should not? Say it here. Only somebody from outside reads it, and does not tell them. Nobody may punish you for it.": "有什么不对，或者有人做了不该做的事吗？在这里说。只有外面的人会读，也不会告诉他们。没有人可以因此惩罚你。",
    "Did somebody write down a wrong age for you? Say so. Then somebody else looks again.": "有人把你的年龄写错了吗？说出来，会有另一个人再看一次。",
    "Is the age in your file wrong? Say so. Somebody else looks at it again, and until then you are looked after as a child.": "档案里你的年龄不对吗？说出来，会有另一个人再看一次，在那之前你会按儿童得到照顾。",
    "Is the age in your file wrong? Say so. Somebody else looks at it again, and until then you are looked after as a child. Nobody examines you unless you say yes.": "档案里你的年龄不对吗？说出来，会有另一个人再看一次，在那之前你会按儿童得到照顾。没有你的同意，没有人会给你做检查。",
    "A grown-up who looks after you": "一个照看你的大人",
    "A guardian who is on your side": "一位站在你这边的监护人",
    "Somebody who speaks for you": "一个替你说话的人",
    "A lawyer of your own": "你自己的律师",
    "Somebody who knows children well": "一个很了解孩子的人",
    "Somebody who learned to work with children": "一个学过怎样与儿童相处的人",
    "Somebody finds out what you need": "有人来了解你需要什么",
    "Somebody finds out what you need now": "有人来了解你现在需要什么",
    "Grown-ups think about what is good for you": "大人会想一想什么对你好",
    "People look at what is best for you, and ask you": "有人考虑什么对你最好，并且问你",
    "Grown-ups think about it again": "大人会再想一想",
    "People look again at what is best for you": "有人再次考虑什么对你最好",
    "Grown-ups look again at what was decided": "大人会再看一看决定了什么",
    "What was decided for you is looked at again": "为你作的决定会再看一次",
    "Somebody you live with, who is kind": "一个和你一起住、对你好的人",
    "Somebody to live with, who looks after you": "一个和你一起住、照顾你的人",
    "Somebody asks if you are well where you live": "有人问你住得好不好",
    "Somebody asks how it is where you live": "有人问你住得怎么样",
    "A place where you can stay and grow up": "一个你可以留下来长大的地方",
    "A place where you can grow up in safety": "一个你可以平安长大的地方",
    "Somebody visits you at home": "有人来家里看你",
    "Somebody visits you at home, and talks with you alone": "有人来家里看你，并单独和你谈",
    "Somebody looks at your age again": "有人再看一看你的年龄",
    "Somebody else looks at your age again": "另一个人再看一看你的年龄",
    "Papers with your name": "写着你名字的证件",
    "Papers that say who you are": "证明你是谁的证件",
    "Food, clothes, and what you need": "食物、衣服和你需要的东西",
    "Food, rest, and a doctor": "食物、休息和医生",
    "Food, rest, and a doctor if you need one now": "食物、休息，现在需要的话还有医生",
    "Somebody explains everything to you": "有人把一切讲给你听",
    "A doctor or nurse, if you like": "医生或护士，如果你愿意",
    "Somebody to talk and play with": "一个和你说话、玩的人",
    "A safe bed to sleep in": "一张可以安心睡觉的床",
    "Where I sleep": "我睡在哪里",
    "Who looks after me": "谁照顾我",
    "Looking for my family": "寻找我的家人",
    "Living with my family": "和家人一起住",
    "Going back to my country": "回我的国家",
    "Staying in this country": "留在这个国家",
    "Talking to the police or a judge": "和警察或法官说话",
    "Where I grow up": "我在哪里长大",
    "Anything else": "别的事",
    "Who is on your side": "谁站在你这边",
    "Say what you think": "说出你的想法",
    "Something is wrong": "有什么不对",
    "My age is wrong": "我的年龄写错了",
    "Your page": "你的页面",
    "What you get": "你会得到什么",
    "More": "更多",
    "Nobody yet. Somebody has to find one for you now.": "还没有。现在必须有人为你找一位。",
    "There is somebody. Who it is, you see with your second word.": "已经有了。是谁，输入第二步口令后可以看到。",
    "Somebody was asked, and has not begun yet.": "已经请了一位，还没有开始。",
    "If you do not want this person, you can say so.": "如果你不想要这个人，可以说出来。",
    "Your guardian": "你的监护人",
    "Your lawyer": "你的律师",
    "What is it about? You may choose more than one.": "是关于什么的？可以选多个。",
    "Write it in your own words": "用你自己的话写",
    "I do not want to say anything about this": "这件事我不想说",
    "Please choose what it is about. Then write something, or say that you do not want to.": "请选择是关于什么的。然后写一点，或者表明你不想说。",
    "You wrote something on %(day)s": "你在%(day)s写了一些话",
    "You said something on %(day)s": "你在%(day)s说了一些话",
    "You chose to say nothing on %(day)s": "你在%(day)s选择不说",
    "Those who decide about you have to read it, and say what it counts.": "决定你的事的人必须读，并说明它有多重要。",
    "To say it here you need your second word.": "要在这里说，需要第二步口令。",
    "In your file it says: %(years)s years.": "档案里写的是：%(years)s岁。",
    "In your file nobody is sure how old you are.": "档案里没有人确定你几岁。",
    "You have said so. Somebody else is looking at it again.": "你已经说过了。另一个人正在重新看。",
    "How old are you, and how do you know? You need not write anything.": "你几岁？你是怎么知道的？也可以不写。",
    "Yes, my age is wrong": "是的，我的年龄写错了",
    "Written down. Somebody else looks at your age again, and you hear what comes of it.": "已经记下。另一个人会重新看你的年龄，结果会告诉你。",
    "Written down in your words. Before anything is decided, somebody reads it and talks with you.": "已经用你的话记下。在决定之前，有人会读，并和你谈。",
}
