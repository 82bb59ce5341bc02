"""Is it a place? One stretch judged by the words around it; what is left open is settled by the whole page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from dateline.extract.place.context import Context
from dateline.extract.place.country_words import is_river
from dateline.extract.place.institution import called_by_kind, called_of, of_firm, owned
from dateline.extract.place.lookup import entries, important, is_country, is_person, is_word
from dateline.extract.place.scan import Scan
from dateline.extract.place.stretch import Stretch, is_short
from dateline.extract.place.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Verdict = Literal["place", "aside", "open", "none"]
"""A place; a part of a body's name or a government, which tells a country and no place; undecided; no place."""

_ROW: Final = re.compile(r" ?: ?\d")
_APPOSED: Final = re.compile(r", (?:the|a|an) ((?:[\w-]+ ){0,2}[\w-]+)(?= |,|\.|$)")
_SAINT: Final = re.compile(r"(?:^|-)(?:sts?|saint)\.?$")
_WHERE: Final = re.compile(r", where ")
_TOWN: Final = 10_000
"""People from which on a name is that of a town, whatever its last word says."""
_NEAR: Final = 6
"""Tokens before a preposition among which a verb of moving is sought where the parse has none."""
_EXAMPLES: Final = frozenset({"including", "namely"})
_TWO: Final = 2
"""Words of an unlisted name that only a verb calls a place."""
_MOST_UNLISTED: Final = 4
"""Words of an unlisted name behind a mere preposition."""


def verdict(scan: Scan, stretch: Stretch, context: Context) -> Verdict:
    """What the words around a stretch say of it."""
    name = scan.joined(stretch.first, stretch.last)
    if context.title or context.named or (stretch.listed and _airline(scan, stretch)) or _commands(scan, stretch):
        return "none"
    if stretch.size == 1 and _river(scan, stretch):
        return "none"
    if called_by_kind(scan, stretch) and important(name):
        return "none"
    if of_firm(scan, stretch) or (owned(scan, stretch) and _sainted(scan, stretch)):
        return "none"  # "Colm Copper plc", "St. Mary's Hospital"
    if stretch.opens or called_of(scan, stretch) or owned(scan, stretch):
        return "aside"
    if _apposed(scan, stretch) and context.token.pos_ == "PROPN":
        return "place"
    if context.body:
        return "aside" if stretch.listed or context.kind else "none"
    if context.kind == "building" and stretch.kind_at is not None and scan.words[stretch.kind_at].cap:
        return _at_address(scan, stretch, name)
    if _building(scan, stretch, context) and not (important(name) if context.kind else _known_town(name)):
        return "aside" if context.institution else "none"
    if stretch.listed and (is_country(name) or is_short(scan, stretch.first)):
        return "aside" if _speaks(context.token) else "place"
    if (context.kind or context.plural or context.kind_before is not None) and _kind_tells(scan, stretch, context):
        return "place"
    if _example(scan, stretch) and context.token.pos_ == "PROPN":
        return "place"
    if stretch.listed:
        return _listed(scan, stretch, context, name)
    if stretch.size == 1 and _mere_body(scan, stretch):
        return "none"
    return "place" if _unlisted(scan, stretch, context) or _stormed(scan, stretch, context.token, name) else "open"


def _mere_body(scan: Scan, stretch: Stretch) -> bool:
    """ "the Embassy", "the Western Trust": a capital, and no name."""
    word = scan.lower(stretch.first)
    return word in words().institutions or word in words().bodies


def _airline(scan: Scan, stretch: Stretch) -> bool:
    """ "Air Canada"."""
    return stretch.first > 0 and scan.words[stretch.first - 1].text == "Air" and scan.gap(stretch.first - 1) == " "


def _commands(scan: Scan, stretch: Stretch) -> bool:
    """ "Save the Children": a common word, "the", and another word in capitals; nothing else stands so."""
    at = stretch.last + 1
    if stretch.size > 1 or at + 1 >= len(scan.words) or scan.words[at].text != "the" or not scan.words[at + 1].cap:
        return False
    alone = scan.gap(stretch.last) == scan.gap(at) == " "
    common = is_word(scan.words[stretch.first].text) or scan.token(stretch.first).pos_ == "VERB"
    return alone and common and scan.lower(stretch.first - 1) not in words().at


def _sainted(scan: Scan, stretch: Stretch) -> bool:
    """The saint of "St. Mary's Hospital", without "St."."""
    return stretch.first > 0 and bool(_SAINT.search(scan.lower(stretch.first - 1)))


def _river(scan: Scan, stretch: Stretch) -> bool:
    word = scan.words[stretch.first]
    return is_river(scan.text, word.start, word.end)


def _building(scan: Scan, stretch: Stretch, context: Context) -> bool:
    """A hospital, a road, a park: it stands at an address and is no place of its own here."""
    if context.kind is not None:
        return context.kind == "building"
    return stretch.size > 1 and words().kind_of.get(scan.lower(stretch.last)) == "building"


def _at_address(scan: Scan, stretch: Stretch, name: str) -> Verdict:
    """ "X University", "X Central Hospital" tell where they are, "X Avenue" does not."""
    way = stretch.kind_at is not None and scan.lower(stretch.kind_at) in words().ways
    return "none" if way else "aside"


def _known_town(name: str) -> bool:
    """ "Winter Park", "Miami Gardens": towns that are called so."""
    return any(e.population >= _TOWN or e.feature in {"adm1", "region"} for e in entries(name)[:3])


def _listed(scan: Scan, stretch: Stretch, context: Context, name: str) -> Verdict:
    doubtful = stretch.size == 1 and (is_word(name) or is_person(name))
    if context.lead == "at":
        sure = context.token.pos_ == "PROPN" and not scan.capitals and not _before_noun(scan, stretch)
        return "place" if sure or not doubtful else "open"
    moved = context.lead in {"from", "to"} and _moved(context.token)
    if doubtful and not _beside_number(scan, stretch):
        return "place" if (moved and context.token.pos_ == "PROPN") or _on_island(scan, stretch, name) else "open"
    if _speaks(context.token):
        return "aside" if important(name) else "none"
    if (
        moved
        or _owns_people(scan, stretch)
        or _on_island(scan, stretch, name)
        or _struck(context.token)
        or _labelled(scan, stretch)
        or important(name)
    ):
        return "place"
    return "open"


def _example(scan: Scan, stretch: Stretch) -> bool:
    """ "Villages including X": one of them."""
    before = stretch.first - 1
    return scan.lower(before) in _EXAMPLES and scan.lower(before - 1) in words().plain_kinds


def _on_island(scan: Scan, stretch: Stretch, name: str) -> bool:
    """ "on Flores": a region or unit, not what somebody stands on."""
    return scan.lower(stretch.first - 1) == "on" and any(
        e.feature in {"region", "adm1", "adm2"} for e in entries(name)[:3]
    )


def _owns_people(scan: Scan, stretch: Stretch) -> bool:
    """ "Cache Creek's 950 evacuees"."""
    after = stretch.last + 1
    return scan.words[stretch.last].owner and after < len(scan.words) and scan.words[after].text[0].isdigit()


def _kind_tells(scan: Scan, stretch: Stretch, context: Context) -> bool:
    """The kind word makes it a place: a strong one does, a weak one only for a listed name or behind "in", "at"."""
    if stretch.listed:
        return context.kind != "building"
    if context.token.pos_ not in {"PROPN", "NOUN"} or _common(scan, stretch):
        return False
    at = stretch.kind_at if stretch.kind_at is not None else context.kind_before
    weak = at is not None and scan.lower(at) in words().weak_kinds and (at > stretch.last or scan.words[at].cap)
    weak = weak and not _struck(context.token)
    if at is None:
        return context.lead != "none"
    if stretch.kind_at is None and scan.lower(stretch.first - 1) != "of":
        return context.lead in {"at", "from", "to"} and scan.token(stretch.first).pos_ == "PROPN"
    return not weak or context.lead in {"at", "from", "to"}


def _common(scan: Scan, stretch: Stretch) -> bool:
    """A capital that only the beginning of the sentence gave: "Flooded villages", "Nearby towns"."""
    if stretch.size > 1:
        return False
    token = scan.token(stretch.first)
    return token.pos_ != "PROPN" or (stretch.first == 0 and is_word(scan.words[0].text))


def _unlisted(scan: Scan, stretch: Stretch, context: Context) -> bool:
    """An unlisted name behind a preposition that only a place has behind it here."""
    token = context.token
    if _row(scan, stretch) and token.pos_ == "PROPN":
        return True
    if context.lead not in {"at", "from", "to"} or stretch.size > _MOST_UNLISTED or scan.shouting:
        return False
    if (
        "PROPN" not in {token.pos_, scan.token(stretch.first).pos_}
        or not (stretch.cut or token.dep_ in {"pobj", "conj", "appos", "dobj", "npadvmod", "nmod"})
        or _before_noun(scan, stretch)
    ):
        return False
    if any(
        scan.words[i].text.isupper() and len(scan.words[i].text) > 1 for i in range(stretch.first, stretch.last + 1)
    ):
        return False
    return context.lead == "at" or _moved(token)


def _stormed(scan: Scan, stretch: Stretch, token: Token, name: str) -> bool:
    """An unlisted name as what armed men storm, floods hit, shells fall on, or "where" something happens."""
    if stretch.size > _TWO or token.pos_ != "PROPN" or is_person(name) or is_word(name) or scan.shouting:
        return False
    if name.isupper() or _before_noun(scan, stretch):
        return False
    above = token.head
    if token.dep_ == "pobj" and above.lower_ in {"on", "onto"} and above.head.lemma_.lower() in words().falls:
        return True
    if token.dep_ not in {"dobj", "nsubjpass"}:
        return False
    lemma = above.lemma_.lower()
    struck = lemma in words().strikes and (_by_strikers(above) or bool(_where(scan, stretch)))
    return lemma in words().storms or struck


def _where(scan: Scan, stretch: Stretch) -> re.Match[str] | None:
    return _WHERE.match(scan.text[scan.words[stretch.last].end :])


def _by_strikers(verb: Token) -> bool:
    """Gunmen, floods or shells are the subject."""
    return any(c.dep_ == "nsubj" and c.lower_ in words().strikers for c in verb.children)


def _row(scan: Scan, stretch: Stretch) -> bool:
    """ "- Taveuni: 350 sheltering": a row that opens with an unlisted name and goes on with a number."""
    return stretch.first == 0 and bool(_ROW.match(scan.text[scan.words[stretch.last].end :]))


def _before_noun(scan: Scan, stretch: Stretch) -> bool:
    """The name stands before a noun that it only modifies ("in Ramadan month", "at Boeing plants")."""
    at = stretch.last
    if scan.words[at].owner or scan.gap(at) != " " or at + 1 >= len(scan.words):
        return False
    if stretch.cut and scan.words[at + 1].cap:
        return False  # the next name of its list
    following = scan.token(at + 1)
    return following.pos_ in {"NOUN", "PROPN"} and scan.token(at).head == following


def _moved(token: Token) -> bool:
    """Somebody moves there or from there."""
    head = token.head
    if head.pos_ in {"VERB"}:
        return head.lemma_.lower() in words().moves
    above = head.head
    if any(t.lemma_.lower() in words().moves for t in token.doc[max(0, head.i - _NEAR) : head.i] if t.pos_ == "VERB"):
        return True
    return (
        above.lemma_.lower() in words().moves
        or above.lemma_.lower() in words().movers
        or head.head.head.lemma_.lower() in words().moves
    )


def _apposed(scan: Scan, stretch: Stretch) -> bool:
    """ "X, the town where …", "X, a farming village in …"."""
    match = _APPOSED.match(scan.text[scan.words[stretch.last].end :])
    if match is None:
        return False
    kinds = words().kind_of.keys() - words().weak_kinds
    return next((w for w in match[1].split() if w in kinds), None) is not None


def _struck(token: Token) -> bool:
    """The object or passive subject of a hazard's verb, "hit X", or the subject of having it, "X has seen …"."""
    lemma = token.head.lemma_.lower()
    if token.dep_ == "nsubj" and lemma in words().has:
        return True
    return token.dep_ in {"dobj", "nsubjpass"} and lemma in words().strikes


def _speaks(token: Token) -> bool:
    """ "Jordan said", "Ankara denied": the name stands for a government."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in words().speaks


def _labelled(scan: Scan, stretch: Stretch) -> bool:
    """A row or a heading: "Kunar: 1,075 displaced"."""
    gap = scan.gap(stretch.kind_at if stretch.kind_at is not None else stretch.last)
    opens = stretch.first == 0 or bool(set(scan.gap(stretch.first - 1)) & set("\n(–—•"))
    return opens and (gap.lstrip().startswith((":", "(", "-", "–", "—", "\n", "|")) or _beside_number(scan, stretch))


def _beside_number(scan: Scan, stretch: Stretch) -> bool:
    """ "(Kasese 6, Bundibugyo 3)": a name directly before its number."""
    gap = scan.gap(stretch.last)
    if gap == " " and stretch.last + 1 < len(scan.words):
        return scan.words[stretch.last + 1].text[0].isdigit() and (
            stretch.first == 0
            or (
                scan.gap(stretch.first - 1)[-1:] in {"(", " "}
                and scan.gap(stretch.first - 1).strip() in {"(", ",", ";", ":"}
            )
        )
    return False
