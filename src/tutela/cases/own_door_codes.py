"""Codes of a person's own door: made here, handed over once, and kept as digests that the database alone cannot guess.

A code looks like a telephone number, so that it can be learned and hidden as one. Each digest costs time and memory to
make, and a key that is not in the database: whoever steals the tables cannot try numbers.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from functools import cache
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

DIGITS = 11
#: Easy words to remember beside three digits; in another language the second step is six digits.
WORDS = {
    "en": [
        "river", "lamp", "bread", "garden", "window", "yellow", "table", "mountain", "spoon", "island",
        "carpet", "morning", "pepper", "bridge", "candle", "orange", "winter", "pocket", "button",
        "kitchen", "silver", "basket", "pillow", "summer", "ladder", "monkey", "lemon", "mirror",
        "blanket", "rabbit", "paper", "market", "ocean", "corner", "jacket", "butter", "pencil",
        "forest", "engine", "bottle", "finger", "ticket", "violin", "rocket",
    ],
    "zh": [
        "河流", "台灯", "面包", "花园", "窗户", "黄色", "桌子", "高山", "勺子", "海岛", "地毯", "早晨",
        "胡椒", "大桥", "蜡烛", "橙子", "冬天", "口袋", "纽扣", "厨房", "银色", "篮子", "枕头", "夏天",
        "梯子", "猴子", "柠檬", "镜子", "毯子", "兔子", "白纸", "市场", "海洋", "墙角", "外套", "黄油",
        "铅笔", "森林", "火车", "瓶子",
    ],
}  # fmt: skip


def new_code() -> str:
    """Eleven digits in the groups of a telephone number; the first is never 0."""
    digits = str(secrets.randbelow(9) + 1) + "".join(str(secrets.randbelow(10)) for _ in range(DIGITS - 1))
    return f"{digits[:3]} {digits[3:7]} {digits[7:]}"


def new_word(language: str) -> str:
    """A word of her language and three digits, else six digits."""
    known = WORDS.get(language.split("-")[0])
    number = "".join(str(secrets.randbelow(10)) for _ in range(3 if known else 6))
    return f"{secrets.choice(known)} {number}" if known else number


def code_digest(typed: str) -> bytes:
    """What a code is kept as, whatever spaces or signs it was typed with. 32 bytes."""
    return _digest("code", "".join(re.findall(r"\d", _plain(typed)))[:40])


def word_digest(door_id: UUID, typed: str) -> bytes:
    """What the second word of one door is kept as. 32 bytes."""
    return _digest(f"word {door_id}", re.sub(r"\s+", "", _plain(typed))[:80])


def _plain(typed: str) -> str:
    """Full-width digits and capital letters are the same to whoever types them."""
    return unicodedata.normalize("NFKC", typed).casefold()


def _digest(about: str, text: str) -> bytes:
    said = f"{about}\n{text}".encode()
    return hashlib.scrypt(said, salt=_pepper(), n=settings.OWN_DOOR_COST, r=8, p=1, dklen=32)


@cache
def _pepper() -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=None, info=b"tutela own door 1").derive(
        str(settings.SECRET_KEY).encode()
    )
