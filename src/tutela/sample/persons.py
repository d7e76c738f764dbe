"""Who comes: invented people. Names are put together from common ones, each in its own script."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from tutela.cases.words import AgeBasis, Sex
from tutela.guidelines.g02_identification.definition import ActElement, MeansElement, PurposeElement
from tutela.guidelines.g02_identification.forms import Setting

#: language: (script, family names, women's names, men's names, whether the family name comes first)
NAMES: dict[str, tuple[str, str, str, str, bool]] = {
    "bn": ("Beng", "মণ্ডল সরকার বিশ্বাস শেখ", "রেশমা শিরিন নাসরিন", "রফিক জামাল কামাল হাসান", False),
    "vi": ("Latn", "Trần Lê Phạm Võ", "Thị Mai|Thị Hoa|Thị Lan", "Văn Nam|Văn Hùng|Minh Tuấn", True),
    "ro": ("Latn", "Popescu Ionescu Munteanu", "Elena Ioana Mihaela", "Andrei Vasile Ion", False),
    "uk": ("Cyrl", "Коваленко Бондар Шевчук", "Олена Оксана Ірина", "Петро Андрій Микола", False),
    "ar": ("Arab", "حداد منصور خليل", "فاطمة مريم ليلى", "أحمد يوسف عمر", False),
    "fa": ("Arab", "کریمی رضایی احمدی", "زهرا مریم سارا", "علی رضا امیر", False),
    "ti": ("Ethi", "ተስፋይ ገብረ ሃይለ", "ሰናይት ሚርያም", "ዮናስ ዳዊት", False),
    "fr": ("Latn", "Diallo Koné Mensah", "Aminata Awa Rose", "Moussa Jean Ibrahim", False),
    "es": ("Latn", "Rojas Vargas Quispe", "Luz Carmen Rosa", "José Luis Mario", False),
    "pt": ("Latn", "Souza Barros Lima", "Ana Paula Rita", "João Carlos", False),
    "zh": ("Hans", "王 李 张 陈", "丽华 秀英 小梅", "建国 伟 志强", True),
    "th": ("Thai", "ใจดี แสงทอง", "มาลี สุดา", "สมชาย ประสิทธิ์", False),
    "tl": ("Latn", "Santos Reyes Cruz", "Maria Liza Joy", "Jun Ramon", False),
    "ur": ("Arab", "خان ملک", "عائشہ ثنا", "عمران بلال", False),
    "yo": ("Latn", "Adebayo Ogunleye", "Bisi Folake", "Tunde Kola", False),
    "so": ("Latn", "Warsame Farah", "Hodan Ayaan", "Abdi Guled", False),
    "sq": ("Latn", "Hoxha Leka", "Drita Mira", "Ardit Besnik", False),
    "hu": ("Latn", "Kovács Szabó", "Éva Judit", "László Béla", True),
    "hi": ("Deva", "कुमार शर्मा", "सुनीता गीता", "रमेश मोहन", False),
    "ne": ("Deva", "तामाङ गुरुङ", "माया सीता", "बिष्णु हरि", False),
    "en": ("Latn", "Harlow Pike", "Dawn Kerry", "Lee Craig", False),
}

_ACT, _MEANS, _FOR = ActElement, MeansElement, PurposeElement


@dataclass(frozen=True)
class Work:
    """A kind of exploitation, where it is usually seen, and what is found of the definition.

    Shape  share: how often, by weight; children: whether children are found in it
    """

    key: str
    settings: tuple[Setting, ...]
    languages: tuple[str, ...]
    sexes: tuple[Sex, ...]
    purpose: PurposeElement
    means: tuple[MeansElement, ...]
    share: int
    children: bool = False


_S, _W, _M = Setting, Sex.FEMALE, Sex.MALE
WORKS = (
    Work("fields", (_S.LABOUR_INSPECTION, _S.POLICE, _S.HELPLINE), ("bn", "ro", "hi", "ne", "th"), (_M, _M, _W),
         _FOR.FORCED_LABOUR_OR_SERVICES, (_MEANS.DECEPTION, _MEANS.ABUSE_OF_VULNERABILITY), 9),
    Work("household", (_S.HELPLINE, _S.HEALTH, _S.POLICE), ("tl", "am", "es", "fr", "sw"), (_W,),
         _FOR.SERVITUDE, (_MEANS.ABUSE_OF_POWER, _MEANS.OTHER_COERCION), 6),
    Work("flats", (_S.POLICE, _S.HEALTH, _S.HELPLINE), ("ro", "uk", "yo", "zh", "pt"), (_W, _W, _W, _M, Sex.OTHER),
         _FOR.EXPLOITATION_OF_PROSTITUTION_OF_OTHERS, (_MEANS.DECEPTION, _MEANS.THREAT_OF_FORCE), 8),
    Work("building", (_S.LABOUR_INSPECTION, _S.POLICE, _S.ASYLUM), ("uk", "ur", "sq", "pt"), (_M,),
         _FOR.FORCED_LABOUR_OR_SERVICES, (_MEANS.FRAUD, _MEANS.OTHER_COERCION), 6),
    Work("boats", (_S.BORDER, _S.LABOUR_INSPECTION), ("tl", "th", "fr"), (_M,),
         _FOR.FORCED_LABOUR_OR_SERVICES, (_MEANS.OTHER_COERCION, _MEANS.USE_OF_FORCE), 3),
    Work("plants", (_S.POLICE, _S.DETENTION), ("vi", "sq"), (_M, _M, _W),
         _FOR.FORCED_LABOUR_OR_SERVICES, (_MEANS.ABUSE_OF_VULNERABILITY,), 6, True),
    Work("begging", (_S.POLICE, _S.HELPLINE), ("ro", "hu"), (_W, _M),
         _FOR.FORCED_LABOUR_OR_SERVICES, (_MEANS.ABUSE_OF_POWER,), 4, True),
    Work("journey", (_S.ASYLUM, _S.BORDER, _S.DETENTION), ("ti", "so", "ar", "fa"), (_W, _M),
         _FOR.SLAVERY, (_MEANS.ABDUCTION, _MEANS.USE_OF_FORCE), 7, True),
    Work("marriage", (_S.HEALTH, _S.HELPLINE), ("ur", "fa", "en"), (_W,),
         _FOR.PRACTICES_SIMILAR_TO_SLAVERY, (_MEANS.OTHER_COERCION,), 3, True),
    Work("kidney", (_S.HEALTH,), ("ne", "en"), (_M,), _FOR.ORGAN_REMOVAL, (_MEANS.ABUSE_OF_VULNERABILITY,), 1),
)  # fmt: skip

#: Languages without a list of names here borrow one that is written likewise.
_BORROWED = {"am": "ti", "sw": "fr"}
#: Who screens in which setting.
RESPONDERS = {
    _S.LABOUR_INSPECTION: ("falk", "okoro"), _S.POLICE: ("lind",), _S.BORDER: ("berg",),
    _S.HELPLINE: ("duarte", "haddad"), _S.HEALTH: ("sato",), _S.DETENTION: ("orme",), _S.ASYLUM: ("tessema",),
}  # fmt: skip


@dataclass
class Person:
    """One person of the story, and where the story has got to with her or him.

    Shape  left: rules of duties that nobody meets in this story; charge: the number of a charge found;
           unpaid: what is still owed of an award; is_finished: no more visits
    """

    work: Work
    setting: Setting
    met_by: str
    language: str
    sex: Sex
    age: int
    age_basis: AgeBasis = AgeBasis.KNOWN
    name: str = ""
    script: str = ""
    worker: str = "rahman"
    case: UUID | None = None
    number: int = 0
    granted: set[str] = field(default_factory=set)
    bed: Any = None
    placement: UUID | None = None
    moved_in: date = date.min
    leaves_on: date = date.min
    unsafe: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)
    charge: str = ""
    unpaid: int = 0
    has_permit: bool = False
    recovers_from: date = date.max
    is_recognised: bool = False
    is_planned: bool = False
    is_finished: bool = False
    assessed_on: date | None = None
    guarded: bool = False

    @property
    def is_child(self) -> bool | None:
        """None: unknown, disputed, or estimated across the line."""
        in_doubt = self.age < 18 <= self.age + 2 and self.age_basis is AgeBasis.ESTIMATED
        return None if in_doubt or self.age_basis in (AgeBasis.UNKNOWN, AgeBasis.DISPUTED) else self.age < 18

    def about(self) -> dict[str, Any]:
        """What a file says of age, sex and language."""
        known = self.age_basis is not AgeBasis.UNKNOWN
        span = 2 if self.age_basis in (AgeBasis.ESTIMATED, AgeBasis.DISPUTED) else 0
        years = {"age_low": self.age, "age_high": self.age + span} if known else {}
        return {"age_basis": self.age_basis, "sex": self.sex, "languages": (self.language,), **years}


def named(rng: Random, language: str, sex: Sex) -> tuple[str, str]:
    """(name, script): an invented name such as people of that language write."""
    script, family, women, men, first = NAMES[_BORROWED.get(language, language)]
    given = women if sex is Sex.FEMALE else men
    last = rng.choice(family.split())
    own = rng.choice(given.split("|") if "|" in given else given.split())
    if script == "Hans":
        return last + own, script
    return (f"{last} {own}" if first else f"{own} {last}"), script


def person(rng: Random, work: Work | None = None, **fixed: Any) -> Person:
    """Somebody; what is in `fixed` is so, the rest is drawn."""
    work = work or rng.choices(WORKS, [w.share for w in WORKS])[0]
    setting = fixed.pop("setting", None) or rng.choice(work.settings)
    language = fixed.pop("language", None) or rng.choice(work.languages)
    sex = fixed.pop("sex", None) or rng.choice(work.sexes)
    is_child = fixed.pop("child", work.children and rng.random() < 0.45)
    age = fixed.pop("age", None) or (rng.randint(9, 17) if is_child else rng.randint(19, 52))
    basis = (
        fixed.pop("age_basis", None)
        or rng.choices([AgeBasis.KNOWN, AgeBasis.CLAIMED, AgeBasis.ESTIMATED], [6, 3, 1 if is_child else 2])[
            0
        ]
    )
    name, script = named(rng, language, sex)
    met_by = fixed.pop("met_by", None) or rng.choice(RESPONDERS[setting])
    worker = "ortiz" if is_child else rng.choice(("rahman", "rahman", "silva", "moyo", "ferri"))
    if language == "zh" and not is_child:
        worker = "zhao"
    worker = fixed.pop("worker", None) or worker
    made = Person(work, setting, met_by, language, sex, age, basis, name, script, worker)
    assert not fixed, fixed
    return made
