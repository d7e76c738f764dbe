"""Whether every text on a page can be read. Each is looked at; axe weighs those whose like it has not passed before.

What a text's contrast comes from is the same for many: its colour, size and weight, and the layers that it stands on.
These are read from the page as it is drawn, in its theme, size and language. A like that passed once has passed.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

#: Likes of texts that axe passed, in this process.
PASSED: set[str] = set()


def unlike(page: Page, themes: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The likes of texts that were not passed before, by theme; without themes: as the page is drawn now, under ""."""
    likes: dict[str, list[str]] = page.evaluate(_LIKES, themes or [""])
    new = {theme: [like for like in found if like not in PASSED] for theme, found in likes.items()}
    return {theme: found for theme, found in new.items() if found}


def weighed(page: Page, theme: str, likes: list[str]) -> list[dict[str, Any]]:
    """What axe, which is on the page, finds on the texts of these likes."""
    found: dict[str, Any] = page.evaluate(_WEIGHED, [theme, likes])
    PASSED.update(found["passed"])
    return list(found["violations"])


#: Texts by their like. A layer is an element that paints something, or that may stand above something else. What is
#: clipped away is for ears only.
_TEXTS = """const texts = () => {
  const known = new Map([[null, '']]), found = new Map();
  const layers = e => {
    if (!known.has(e)) {
      const s = getComputedStyle(e), stands = /absolute|fixed|sticky/.test(s.position) ? s.position : '';
      const paints = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode].join();
      const is_plain = paints === 'rgba(0, 0, 0, 0),none,1,none,normal' && !stands;
      known.set(e, layers(e.parentElement) + (is_plain ? '' : `${paints} ${stands}|`));
    }
    return known.get(e);
  };
  const says = e => e.matches('select, textarea, input:not([type=radio], [type=checkbox], [type=hidden])')
    || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  for (const e of document.querySelectorAll('body, body *')) {
    if (!says(e) || !e.checkVisibility()) continue;
    const s = getComputedStyle(e);
    if (s.clipPath !== 'none') continue;
    const own = [s.color, s.fontSize, s.fontWeight, s.textShadow, e.matches(':disabled') ? 'off' : 'on'];
    const like = `${own} ${layers(e)}`;
    found.has(like) ? found.get(like).push(e) : found.set(like, [e]);
  }
  return found;
};
const here = document.documentElement, before = here.dataset.theme;
const drawn = theme => { if (theme) here.dataset.theme = theme; else delete here.dataset.theme; };"""
_LIKES = (
    "themes => {"
    + _TEXTS
    + """
  const likes = {};
  for (const theme of themes) {
    drawn(theme || before);
    likes[theme] = [...texts().keys()];
  }
  drawn(before);
  return likes;
}"""
)
_WEIGHED = (
    "async ([theme, likes]) => {"
    + _TEXTS
    + """
  drawn(theme || before);
  const likeOf = new Map(), all = texts();
  likes.forEach(like => (all.get(like) || []).forEach(e => likeOf.set(e, like)));
  const found = await axe.run({include: [...likeOf.keys()]}, {runOnly: {type: 'rule', values: ['color-contrast']},
    elementRef: true, resultTypes: ['violations', 'passes']});
  drawn(before);
  const of = results => new Set(results.flatMap(r => r.nodes.map(n => likeOf.get(n.element))));
  const failed = of(found.violations);
  return {passed: [...of(found.passes)].filter(like => like && !failed.has(like)),
    violations: found.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.map(n => ({html: n.html}))}))};
}"""
)
