"""What is written in words: to people in their own language, among colleagues in the language they work in."""

from __future__ import annotations

from random import Random

from .cast import MEMBERS
from .persons import Person

#: Reasons of a decision, for the person: two sentences in each language.
REASONS = {
    "en": (
        "What was seen where you worked and what you told us agree.",
        "Two agencies reported the same, each by itself.",
    ),
    "zh": ("工作地点所见与您的讲述一致。", "两个机构各自独立报告了相同的情况。"),
    "es": (
        "Lo que se vio en su lugar de trabajo coincide con lo que usted contó.",
        "Dos organismos informaron lo mismo, cada uno por su lado.",
    ),
    "fr": (
        "Ce qui a été vu sur votre lieu de travail concorde avec votre récit.",
        "Deux services ont signalé la même chose, chacun de son côté.",
    ),
    "pt": (
        "O que foi visto no seu local de trabalho coincide com o que contou.",
        "Dois serviços comunicaram o mesmo, cada um por si.",
    ),
    "ro": (
        "Ceea ce s-a văzut la locul de muncă se potrivește cu ce ați povestit.",
        "Două instituții au semnalat același lucru, fiecare separat.",
    ),
    "uk": (
        "Побачене на вашому місці роботи збігається з вашою розповіддю.",
        "Дві установи незалежно одна від одної повідомили те саме.",
    ),
    "vi": (
        "Những gì thấy tại nơi làm việc phù hợp với lời kể của quý vị.",
        "Hai cơ quan đã báo cáo giống nhau một cách độc lập.",
    ),
    "ar": ("ما شوهد في مكان عملك يتفق مع ما رويته.", "أبلغت جهتان عن الأمر نفسه، كل منهما على حدة."),
    "fa": ("آنچه در محل کار شما دیده شد با گفته‌های شما می‌خواند.", "دو نهاد جداگانه همین را گزارش کردند."),
    "bn": ("আপনার কাজের জায়গায় যা দেখা গেছে তা আপনার কথার সঙ্গে মেলে।", "দুটি সংস্থা আলাদাভাবে একই কথা জানিয়েছে।"),
    "hi": ("आपके काम की जगह पर जो देखा गया, वह आपकी बात से मेल खाता है।", "दो संस्थाओं ने अलग-अलग यही बताया।"),
    "ur": (
        "آپ کے کام کی جگہ پر جو دیکھا گیا وہ آپ کے بیان سے ملتا ہے۔",
        "دو اداروں نے الگ الگ یہی اطلاع دی۔",
    ),
    "th": ("สิ่งที่พบในที่ทำงานของคุณตรงกับที่คุณเล่า", "สองหน่วยงานรายงานตรงกันโดยอิสระจากกัน"),
    "tl": (
        "Tugma ang nakita sa pinagtrabahuhan mo sa iyong salaysay.",
        "Iisa ang iniulat ng dalawang ahensiya, bawat isa nang sarili.",
    ),
    "sq": (
        "Ajo që u pa në vendin tuaj të punës përputhet me atë që treguat.",
        "Dy institucione raportuan të njëjtën gjë, secili më vete.",
    ),
    "hu": (
        "Amit a munkahelyén láttak, egyezik azzal, amit elmondott.",
        "Két hatóság egymástól függetlenül ugyanezt jelentette.",
    ),
    "ne": ("तपाईंको काम गर्ने ठाउँमा देखिएको कुरा तपाईंको भनाइसँग मिल्छ।", "दुई निकायले अलग-अलग यही कुरा जनाए।"),
    "sw": (
        "Yaliyoonekana mahali ulipofanya kazi yanalingana na uliyoeleza.",
        "Taasisi mbili ziliripoti jambo lilelile, kila moja peke yake.",
    ),
    "so": (
        "Wixii lagu arkay goobta aad ka shaqaynaysay waxay waafaqsan yihiin waxaad sheegtay.",
        "Laba hay'adood ayaa isla sidaas u soo sheegay, mid walba gaarkeed.",
    ),
    "yo": ("Ohun tí a rí níbi iṣẹ́ rẹ bá ohun tí o sọ mu.", "Àjọ méjì ló ròyìn ohun kan náà, lọ́tọ̀ọ̀tọ̀."),
    "ti": ("ኣብ ቦታ ስራሕካ ዝተራእየ ምስ ዝበልካዮ ይሰማማዕ።", "ክልተ ትካላት ነናተን ተመሳሳሊ ሓቢረን።"),
    "am": ("በሥራ ቦታዎ የታየው ከተናገሩት ጋር ይስማማል።", "ሁለት ተቋማት እያንዳንዳቸው ተመሳሳዩን ዘግበዋል።"),
}
#: A decision against, and what it rests on.
AGAINST = {
    "en": "No exploitation was found, done or intended.",
    "zh": "未发现剥削，无论是已经发生的还是意图实施的。",
    "es": "No se halló explotación, ni realizada ni pretendida.",
    "fr": "Aucune exploitation, commise ou voulue, n'a été constatée.",
    "pt": "Não se encontrou exploração, nem praticada nem pretendida.",
    "ro": "Nu s-a constatat exploatare, nici săvârșită, nici intenționată.",
    "uk": "Експлуатації, здійсненої чи задуманої, не виявлено.",
    "vi": "Không thấy có bóc lột, dù đã xảy ra hay có ý định.",
    "ar": "لم يتبين وجود استغلال، لا واقع ولا مقصود.",
    "fa": "بهره‌کشی، چه انجام‌شده و چه قصدشده، دیده نشد.",
    "bn": "কোনো শোষণ পাওয়া যায়নি, ঘটা বা ইচ্ছাকৃত কোনোটিই নয়।",
    "hi": "कोई शोषण नहीं मिला, न हुआ और न इरादा।",
    "ur": "کوئی استحصال نہیں پایا گیا، نہ ہوا نہ ارادہ تھا۔",
    "th": "ไม่พบการแสวงหาประโยชน์ ไม่ว่าเกิดขึ้นแล้วหรือเจตนา",
    "tl": "Walang nakitang pagsasamantala, nagawa man o binalak.",
    "sq": "Nuk u gjet shfrytëzim, as i kryer, as i synuar.",
    "hu": "Sem megtörtént, sem szándékolt kizsákmányolás nem derült ki.",
    "ne": "कुनै शोषण भेटिएन, न भएको न मनसाय।",
    "sw": "Hakuna unyonyaji uliopatikana, uliofanyika wala uliokusudiwa.",
    "so": "Lama helin dhiig-miirasho, mid dhacday iyo mid la damacsanaa toona.",
    "yo": "A kò rí ìlòkulò kankan, èyí tó ṣẹlẹ̀ tàbí èyí tí a gbèrò.",
    "ti": "ዝተፈጸመ ይኹን ዝተሓሰበ ምዝመዛ ኣይተረኽበን።",
    "am": "የተፈጸመም ሆነ የታሰበ ብዝበዛ አልተገኘም።",
}
#: What somebody says at her own door, to nobody but the monitor.
COMPLAINTS = {
    "en": "I was asked in front of others why I had not gone to the police.",
    "zh": "他们当着别人的面问我为什么不早报警。",
    "es": "Me preguntaron delante de otros por qué no había ido a la policía.",
    "fr": "On m'a demandé devant d'autres pourquoi je n'étais pas allée à la police.",
    "pt": "Perguntaram-me à frente de outros porque não fui à polícia.",
    "ro": "M-au întrebat de față cu alții de ce nu am mers la poliție.",
    "uk": "Мене при інших питали, чому я не пішла до поліції.",
    "vi": "Họ hỏi tôi trước mặt người khác vì sao không báo công an.",
    "ar": "سألوني أمام الآخرين لماذا لم أذهب إلى الشرطة.",
    "tl": "Tinanong ako sa harap ng iba kung bakit hindi ako pumunta sa pulis.",
}
#: What somebody writes to her caseworker.
MESSAGES = {
    "en": "Can the lawyer come on Thursday instead? I start at the bakery that day at noon.",
    "zh": "律师能不能改到周四来？那天我中午才开始上班。",
    "es": "¿Puede venir la abogada el jueves? Ese día empiezo a trabajar a mediodía.",
    "fr": "L'avocate peut-elle venir jeudi ? Ce jour-là je commence à midi.",
    "pt": "A advogada pode vir na quinta? Nesse dia começo ao meio-dia.",
    "ro": "Poate veni avocata joi? În ziua aceea încep la prânz.",
    "uk": "Чи може адвокатка прийти в четвер? Того дня я починаю опівдні.",
    "vi": "Luật sư đến thứ Năm được không? Hôm đó trưa tôi mới bắt đầu làm.",
    "ar": "هل يمكن أن تأتي المحامية يوم الخميس؟ أبدأ العمل ظهراً في ذلك اليوم.",
    "tl": "Puwede po bang Huwebes na lang ang abogado? Tanghali pa ang pasok ko noon.",
}
#: Among colleagues: what is written now and then, in English and in Chinese.
_NOTES = {
    "closed": (
        ("Works, and knows where to come back to.", "Asked for it; the file can be opened again."),
        ("已经工作，也知道需要时回哪里。", "本人要求结案；随时可以重新打开。"),
    ),
    "needs": (
        (
            "Sleeps badly. Wants to call her mother before anything else.",
            "Wants to work soon; asks about the wages first.",
        ),
        ("睡得不好。最想先给母亲打电话。", "想尽快工作；最先问的是工资。"),
    ),
    "safety": (
        (
            "No calls from there since the number was changed.",
            "Does not go to the market on Saturdays; somebody comes along.",
        ),
        ("换号码以后没有再接到那边的电话。", "周六不去市场；出门有人陪。"),
    ),
    "step": (
        ("Bring the forms, and somebody who reads them out.", "She chooses the day."),
        ("带上表格，并有人念给她听。", "日子由她定。"),
    ),
    "stay": (
        ("Nothing has changed.", "Heard in person; the reasons go on."),
        ("情况没有变化。", "已当面听取；理由仍然成立。"),
    ),
    "answer": (
        (
            "The counter now gives help first and asks for papers later.",
            "The order was made before the presumption was known; it is stayed.",
        ),
        ("窗口现已改为先给帮助、后补材料。", "命令作出时尚不知道推定；现已暂缓。"),
    ),
    "shift": (
        (
            "Room 3 wants the light left on. Tea at ten, and nobody knocks before.",
            "The boiler man comes at two; tell everybody at breakfast.",
        ),
        ("三号房请留灯。十点喝茶，之前不要敲门。", "下午两点修锅炉；早饭时告诉大家。"),
    ),
    "link": (
        (
            "What is charged is what the person was made to do.",
            "Without the debt there would have been no such work.",
        ),
        ("所指控的正是当事人被迫做的事。", "没有那笔债，就不会有这份工作。"),
    ),
    "urgent": (
        ("No other bed was free that night.", "The least that could be done; a fitting bed follows."),
        ("当晚没有别的床位。", "已是能做的最低限度；随后安排合适的床位。"),
    ),
    "statement": (
        (
            "They kept my papers and said the police would take me.",
            "We worked until the boat was full. Nobody paid.",
        ),
        ("他们拿走我的证件，说警察会抓我。", "一天干十六个小时，工钱一直说下个月给。"),
    ),
}
_SPEAKS = {row.key: row.languages for row in MEMBERS}


def works_in_chinese(member: str) -> bool:
    """Whether a member writes in Chinese."""
    return _SPEAKS.get(member, ("en",))[0] == "zh"


def note(rng: Random, about: str, by: str) -> str:
    """A sentence about this, in Chinese where its author works in it."""
    return rng.choice(_NOTES[about][works_in_chinese(by)])


def reasons(rng: Random, p: Person) -> str:
    """Reasons of a decision, in the person's own language."""
    return rng.choice(REASONS[p.language])
