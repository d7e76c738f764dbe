"""For whom a page of a child's own door is worded, and the pictures on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

import tutela.doors.web as web
from tutela.doors import words
from tutela.doors.now import clock
from tutela.doors.web.icons import SPRITE
from tutela.engine import profile
from tutela.guidelines.g08_children import own_door_reads as reads

from . import messages_child as child_words
from .gate import Her
from .messages_child import Band


@dataclass(frozen=True)
class Childhood:
    """For whom her pages are worded.

    Shape  is_child: surely one: then the pages are a child's; has_side: may be one, so that a guardian is owed
    """

    is_child: bool
    has_side: bool
    band: Band
    own: reads.OwnAge

    def say(self, key: str) -> str:
        """A text in the words of her age."""
        return words.say(child_words.WORDS[key][list(Band).index(self.band)])

    def owed(self, rule: str) -> str:
        """What is owed, in her words; nothing where there are none."""
        small, older = child_words.OWED.get(rule, ("", ""))
        return words.say(small if self.band is Band.SMALL else older)


def childhood(her: Her) -> Childhood:
    """How old her file says that she is; in doubt she reads what an adult reads, with a child's side beside it."""
    own = reads.age(her.actor.handle, profile.current().day(clock()()))
    sure = own.may_be_child is True
    band = next(
        (b for up, b in child_words.UP_TO if sure and own.years is not None and own.years <= up), Band.OLDER
    )
    return Childhood(sure, own.may_be_child is not False, band, own)


@cache
def picture(name: str) -> SafeString:
    """One picture of the vendored set, inside the page: nothing is asked for elsewhere, and whoever hears skips it."""
    text = (Path(web.__file__).parent / "static" / SPRITE).read_text("utf-8")
    start = text.index(f'<symbol id="{name}"')
    inside = text[text.index(">", start) + 1 : text.index("</symbol>", start)]
    drawn = inside.replace('<path stroke="none" d="M0 0h24v24H0z" fill="none"/>', "")
    return mark_safe(f'<svg class="pic" viewBox="0 0 24 24" aria-hidden="true">{drawn}</svg>')  # noqa: S308  our file
