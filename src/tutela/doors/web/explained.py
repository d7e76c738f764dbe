"""Words of the glossary explain themselves where they stand: the first time on a page, one press, hover or focus away.

The word becomes a button that opens its explanation beside it, by the browser's own means: no script, Escape closes it.
"""

from __future__ import annotations

import re
from functools import cache

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from tutela.instrument.glossary import Term, all_terms, term
from tutela.instrument.provisions import is_chinese

#: Words that everybody knows, or that headings use in their plain sense: explained only where a page says so.
PLAIN = frozenset({"act", "fact", "case", "agency", "sector", "story", "sealed", "irregular", "provision", "instrument",
                   "grant", "guard", "clock", "duty", "survivor", "consent"})  # fmt: skip
#: Other forms in which headings use a word.
FORMS = {
    "acts refused": "refusal", "rules set aside": "waiver", "urgent acts": "urgent_act", "referrals": "referral",
    "被拒绝的行为": "refusal", "被搁置的规则": "waiver", "紧急行动": "urgent_act",
}  # fmt: skip
#: What other rooms call the elements of the definition.
CALLED = {"acts": "act_element", "means": "means_element", "purposes": "purpose_element"}


def explained(text: str, language: str, seen: set[str], term_id: str = "") -> SafeString:
    """A text with the first word of the glossary in it made to explain itself; `term_id`: the whole text is that word.

    Shape  seen: ids of what was explained on this page already; added to
    """
    found: tuple[int, int, Term] | None
    if term_id:
        word = term(CALLED.get(term_id, term_id))
        found = None if word.id in seen else (0, len(text), word)
    else:
        found = _first(text, is_chinese(language), seen)
    if found is None:
        return conditional_escape(text)
    start, end, word = found
    seen.add(word.id)
    return format_html("{}{}{}", text[:start], _button(text[start:end], word, language), text[end:])


def _first(text: str, chinese: bool, seen: set[str]) -> tuple[int, int, Term] | None:
    names = _by_name(chinese)
    for match in _pattern(chinese).finditer(text):
        word = names[match.group(1).lower()]
        if word.id not in seen:
            return match.start(), match.end(), word
    return None


@cache
def _by_name(chinese: bool) -> dict[str, Term]:
    plain = {(one.zh if chinese else one.en).lower(): one for one in all_terms() if one.id not in PLAIN}
    forms = {said: term(id_) for said, id_ in FORMS.items() if said.isascii() is not chinese}
    return {name: one for name, one in (plain | forms).items() if "(" not in name and "（" not in name}


@cache
def _pattern(chinese: bool) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_by_name(chinese), key=len, reverse=True))
    return re.compile(f"({names})" if chinese else rf"\b({names})(?:s|es)?\b", re.IGNORECASE)


def _button(said: str, word: Term, language: str) -> SafeString:
    return format_html(
        '<button type="button" class="plain term" popovertarget="term-{id}" interestfor="term-{id}" '
        'aria-describedby="term-{id}">{said}</button>'
        '<span popover id="term-{id}" class="means" role="note"><strong>{name}:</strong> {means}</span>',
        id=word.id,
        said=said,
        name=word.name(language),
        means=word.means(language),
    )
