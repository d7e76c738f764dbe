"""The person's own door in stories: `by: herself` is told through `/my/`, with her code and her second word.

Straight to `perform`, in her name, where the story is told to the engine; through her pages for every other door, for
she has no other. What her pages add by themselves (how it was said, in which language) is added for both.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection, transaction
from django.urls import reverse

from tutela.cases import own_door_codes
from tutela.cases.own_door_actor import MEMBER_ID, herself
from tutela.doors import answers
from tutela.doors.now import living_at
from tutela.doors.portal import gate, sent
from tutela.doors.portal.messages import WISHES
from tutela.engine.actions import InvalidAction, parse
from tutela.engine.perform import perform
from tutela.engine.time import frozen

from .browsing import receipt
from .story import BadStory
from .tellers import Answer, browser

if TYPE_CHECKING:
    from .story import Expectation
    from .telling import Telling

HERSELF = "herself"
#: Her pages, by what stands on them.
PAGES = {
    "home": "my:entry", "owed": "my:owed", "seen": "my:seen", "agreed": "my:agreed", "wishes": "my:wishes",
    "complain": "my:complain", "this": "my:this", "second": "my:second", "messages": "my:messages",
    "meetings": "my:meetings",
}  # fmt: skip
#: How she comes to a page: with her code alone, with her second word as well, or with the code for when she is forced.
COMES = ("code", "word", "other", "wrong")


@dataclass(frozen=True)
class HerDoor:
    """A door that was opened in a story, with the codes that were handed over once."""

    codes: Mapping[str, str]
    language: str

    def straight(self, action: str, data: Mapping[str, Any], key: UUID, now: datetime) -> Answer:
        """Does one action as herself, straight through `perform`."""
        handle = secrets.token_urlsafe(32)
        with transaction.atomic(), connection.cursor() as cursor:
            digest = own_door_codes.code_digest(self.codes["code"])
            cursor.execute("SELECT tutela_enter(%s, %s, %s)", [digest, handle, gate.IDLE])
            cursor.execute("SELECT tutela_hers_door(%s)", [handle])
            word = own_door_codes.word_digest(cursor.fetchone()[0], self.codes["word"])
            cursor.execute("SELECT tutela_second_step(%s, %s)", [handle, word])
        try:
            parsed = parse(action, self._whole(action, data))
            outcome = perform(parsed, herself(handle), key=key, clock=frozen(now))
        except InvalidAction as error:
            return answers.invalid(error.faults)
        return answers.answer(outcome, parsed)

    def on_pages(self, action: str, data: Mapping[str, Any], key: UUID, now: datetime) -> Answer:
        """Sends the form of her page. What the page does not take is said by the engine, which takes it no more."""
        with living_at(now):
            browser = self.browser("word")
            url, form = self._form(action, data)
            token = _token(browser.get(reverse("my:this")).content.decode())
            browser.post(url, {**form, "t": token, "key": str(key)})
        whole = self._whole(action, data)
        said = receipt(action, whole, MEMBER_ID, key) or self.straight(action, data, key, now)
        if said["result"] == "done" and receipt(action, whole, MEMBER_ID, key) is None:
            raise AssertionError(f"{action}: her page did not take what she may do")
        return said

    def browser(self, comes: str) -> Any:
        """A browser that came to her door in this way."""
        code = {"other": self.codes["other"], "wrong": "138 0000 0000"}.get(comes, self.codes["code"])
        hers = browser(REMOTE_ADDR=f"fd00::{secrets.token_hex(2)}")  # each from a place of its own
        hers.post(reverse("my:entry"), {"n": code})
        if comes == "word":
            token = _token(hers.get(reverse("my:this")).content.decode())
            hers.post(reverse("my:second"), {"w": self.codes["word"], "t": token})
        return hers

    def _whole(self, action: str, data: Mapping[str, Any]) -> dict[str, Any]:
        if action == "complain":
            return {"language": self.language, **data}
        if action == "write_message":
            return {"language": gate.offered(self.language) or "en", **data}
        wish = _wish(action, data)
        if wish is None:
            return {**(sent.HERE if action not in ("accept_place", "close_portal") else {}), **data}
        name, value = wish
        said = WISHES[name].options[value].data
        return {**sent.completed(name, gate.offered(self.language) or "en", dict(said)), **data}

    def _form(self, action: str, data: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
        """The page that an action is done on, and what is sent."""
        if action == "withdraw_consent":
            return reverse("my:agreed"), {"c": str(data["consent"]), "do": "yes"}
        if action in sent.OFFERS:
            return reverse("my:wishes"), {"do": action, "v": str(data[sent.OFFERS[action]])}
        if action == "close_portal":
            return reverse("my:this"), {"do": "close", "sure": "yes"}
        if action == "complain":
            advocate = "yes" if data.get("wants_advocate", True) else ""
            form = {"about": str(data["about"]), "words": str(data["words"]), "advocate": advocate}
            return reverse("my:complain"), form | {"against": str(data.get("against") or "")}
        if action == "write_message":
            return reverse("my:messages"), {"a": str(data.get("to_agency")), "words": str(data["words"])}
        if action == "answer_conference":
            said = {"c": str(data["conference"]), "v": str(data["her_part"])}
            return reverse("my:meetings"), said | {"words": str(data.get("words") or "")}
        wish = _wish(action, data)
        if wish is None:
            raise BadStory(f"her own page has nothing by which to do {action}")
        return reverse("my:wishes"), {"do": wish[0], "v": wish[1]}


def _wish(action: str, data: Mapping[str, Any]) -> tuple[str, str] | None:
    """The wish, and the answer to it, that says what a story's fields say."""
    for name, wish in WISHES.items():
        if wish.action == action:
            for value, option in wish.options.items():
                alike = [key for key in option.data if key in data]
                if alike and all(option.data[key] == data[key] for key in alike):
                    return name, value
    return None


def _token(html: str) -> str:
    found = re.search(r'name="t" value="(\w+)"', html)
    if found is None:
        raise AssertionError("she is not in: her code or her word opened nothing")
    return found[1]


def her_page(telling: Telling, line: Expectation) -> str | None:
    """What stands on one of her pages, and what does not, for who came in this way."""
    args, case = line.args, str(telling.case_of(line))
    if case not in telling.doors:
        return "she has no door of her own"
    name, comes = str(args.get("page", args.get("is", "home"))), str(args.get("comes", "word"))
    if name not in PAGES or comes not in COMES:
        raise BadStory(f"{line.where}: her pages are {', '.join(PAGES)}; she comes by {', '.join(COMES)}")
    try:
        browser = telling.doors[case].browser(comes)
    except AssertionError as error:
        return str(error)
    answer = browser.get(reverse(PAGES[name]), {"l": args["in"]} if "in" in args else {})
    if "leads_to" in args:
        leads = answer.headers.get("Location", "")
        return None if leads == args["leads_to"] else f"it leads to {leads or 'nowhere'}"
    if answer.status_code != 200:
        return f"the page answers {answer.status_code}"
    text = answer.content.decode()
    lacking = [said for said in _words(args.get("says")) if said not in text]
    shown = [said for said in _words(args.get("not")) if said in text]
    if lacking or shown:
        return f"it does not say {', '.join(lacking)}" if lacking else f"it says {', '.join(shown)}"
    return None


def _words(value: Any) -> list[str]:
    return [] if value is None else [str(one) for one in (value if isinstance(value, list) else [value])]
