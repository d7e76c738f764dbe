"""Lines about what leaves by paper and post: documents of a file, notices of a member, and mail that says nothing."""

from __future__ import annotations

import io
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tutela.agencies.models import Member
from tutela.agencies.sessions import open_session
from tutela.cases.models import Case
from tutela.engine.time import system_clock

from .story import BadStory
from .tellers import browser

if TYPE_CHECKING:
    from .story import Expectation
    from .telling import Telling

LANGUAGES = {"en": "en", "zh": "zh-hans"}
#: A server that is not there: nothing listens at this port.
DOWN = "smtp://127.0.0.1:1/?from=tutela@mail.example"
UP = "django.core.mail.backends.locmem.EmailBackend"


def document(telling: Telling, line: Expectation) -> str | None:
    """What a document of a file says for this reader, in this language, through the door of the story.

    A word of `says` that is not there, or one of `not` that is, fails; `none`: this reader gets no such document.
    """
    args, by = line.args, _member(telling, line, "by")
    name, language = str(args.get("name", args.get("is", ""))), LANGUAGES.get(str(args.get("in", "en")), "")
    found = _said(telling.teller.name, by, telling.case_of(line), name, language, telling)
    if args.get("none"):
        return None if found is None else "there is one"
    if found is None:
        return f"{by.key} gets no such document"
    if why := _file(telling, line, by, name, language):
        return why
    return _text(found, args) or _text(found, {"not": telling.told_names})


def _said(door: str, by: Member, case: UUID, name: str, language: str, telling: Telling) -> str | None:
    if door == "api":
        return _by_api(by, case, name, language)
    if door == "cli":
        return _by_command(by, case, name, language)
    from tutela.doors import documents

    try:
        _, made = documents.file_of(open_session(by), case, name, language, "docx", telling.now)
    except documents.NoDocument:
        return None
    return _text_of(made)


def _by_api(by: Member, case: UUID, name: str, language: str) -> str | None:
    from tutela.doors.cli.token import issue

    headers = {"Authorization": f"Bearer {issue(by.key)}", "Accept-Language": language}
    answer = browser().get(f"/api/v1/cases/{case}/documents/{name}", headers=headers)
    return "\n".join(_flat(answer.json())) if answer.status_code == 200 else None


def _flat(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _flat(one)]
    if isinstance(value, list):
        return [text for one in value for text in _flat(one)]
    return [str(value)]


def _by_command(by: Member, case: UUID, name: str, language: str) -> str | None:
    from click.testing import CliRunner

    from tutela.doors.cli.do import STANDING
    from tutela.doors.cli.document import command

    short = {code: said for said, code in LANGUAGES.items()}[language]
    with tempfile.TemporaryDirectory() as folder:
        words = [str(case), name, "--as", by.key, "--language", short, "--format", "docx", "--to", folder]
        result = CliRunner().invoke(command, words, obj=STANDING)
        return _text_of(Path(result.stdout.strip()).read_bytes()) if result.exit_code == 0 else None


def _text_of(docx: bytes) -> str:
    from docx import Document

    read = Document(io.BytesIO(docx))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(part.text for part in read.paragraphs), *cells])


def _file(telling: Telling, line: Expectation, by: Member, name: str, language: str) -> str | None:
    """The file of the asked kind, whose name says nothing of the person."""
    from tutela.doors import documents

    kind = line.args.get("as")
    if kind is None:
        return None
    called, made = documents.file_of(
        open_session(by), telling.case_of(line), name, language, str(kind), telling.now
    )
    starts = {"pdf": b"%PDF-", "docx": b"PK"}[str(kind)]
    return None if made.startswith(starts) and called.endswith(f".{kind}") else f"it is no {kind}: {called}"


def _text(text: str, args: Any) -> str | None:
    lacking = [said for said in _words(args.get("says")) if said not in text]
    shown = [said for said in _words(args.get("not")) if said in text]
    if lacking:
        return f"it does not say {', '.join(lacking)}"
    return f"it says {', '.join(shown)}" if shown else None


def _words(value: Any) -> list[str]:
    return (
        [] if value is None else [str(one) for one in (value if isinstance(value, list | tuple) else [value])]
    )


def _member(telling: Telling, line: Expectation, name: str) -> Member:
    key = str(line.args.get(name, ""))
    if key not in telling.company.members:
        raise BadStory(f"{line.where}: say whose it is ({name}: …)")
    return telling.company.members[key]


# --- notices and mail -----------------------------------------------------------------------------------


def notice(telling: Telling, line: Expectation) -> str | None:
    """What stands in a member's list of notices: kinds of things; its page names nobody."""
    from tutela.doors.web import notices

    member = _member(telling, line, "to")
    kinds = {one.kind for one in notices.inbox(open_session(member), telling.now)}
    wanted = _words(line.args.get("kind", line.args.get("is")))
    lacking, shown = (
        [k for k in wanted if k not in kinds],
        [k for k in _words(line.args.get("not")) if k in kinds],
    )
    if lacking or shown:
        return f"the list holds {', '.join(sorted(kinds)) or 'nothing'}"
    return _text(_page_of(member), {"not": _of_the_person(telling)})


def _page_of(member: Member) -> str:
    from django.contrib.auth import get_user_model

    hers = browser()
    hers.force_login(get_user_model().objects.get_or_create(username=member.key)[0])
    return str(hers.get("/notices/").content.decode())


def _of_the_person(telling: Telling) -> list[str]:
    """What no notice and no mail says: the pseudonym, and names."""
    from .telling import engine_eyes

    with engine_eyes():
        found = Case.objects.filter(pk__in=[UUID(one) for one in telling.cases]).values_list(
            "pseudonym", flat=True
        )
        return [*found, *telling.told_names]


def mail(telling: Telling, line: Expectation) -> str | None:
    """What one round of the post comes to, with the mail server up or down, for a member who wants mail.

    Shape    sent: how many mails come to this member; waits: whether one waits; tries: how often it was tried;
             after: minutes after now, by which the worker comes round again
    """
    from django.core import mail as post
    from django.test.utils import override_settings

    from tutela.config.mail import mail_settings
    from tutela.doors.web import notices

    args, member = line.args, _member(telling, line, "to")
    if args.get("server") not in ("up", "down"):
        raise BadStory(f"{line.where}: the mail server is up or down (server: …)")
    actor = open_session(member)
    down = mail_settings(DOWN)
    with override_settings(
        **{**down, "EMAIL_BACKEND": UP if args["server"] == "up" else down["EMAIL_BACKEND"]}
    ):
        notices.keep(actor, address=f"{member.key}@mail.example", mail=True)
        post.outbox = []
        while len(telling.answers) > telling.posted:
            notices.told("done", {"act": telling.answers[telling.posted]["act_id"]})
            telling.posted += 1
        notices.send(system_clock() + timedelta(minutes=int(args.get("after", 0))))
        sent = [one for one in post.outbox if member.key in one.to[0]]
        page = _page_of(member)
    newest = notices.mine(actor)[1]
    waits = newest is not None and newest.sent_at is None
    found = {"sent": len(sent), "waits": waits, "tries": newest.tries if newest else 0}
    wrong = [f"{name} is {found[name]}" for name in found if name in args and found[name] != args[name]]
    if wrong:
        return ", ".join(wrong)
    if waits and "will be tried again" not in page:
        return "that a mail waits is seen nowhere"
    said = "\n".join(f"{one.subject}\n{one.body}" for one in sent)
    return _text(said, {"says": args.get("says"), "not": _of_the_person(telling)})
