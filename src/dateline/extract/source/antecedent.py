"""Whom "he", "it", "the group" and "a monitor" stand for: another attribution of the page, or nobody.

Rules of caution. A pronoun looks back to the nearest sentence that credits somebody, two sentences at most, and takes
a source that it can stand for ("it" no person). "The organisation" takes the body named last before it, if that is
the nearest source and of a kind that the word fits. "The spokesman", "the source" take the last one called by that
word. "A monitor" or "a rights group" looks forward for the name that the next sentences give, else to the only body
of that kind on the page. What fits nobody stays as it is written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.draft import Attribution, Page
from dateline.extract.source.described import DEFINITE, INDEFINITE, agrees, described_by, first_word, is_person
from dateline.extract.source.kinds import Known, can_speak, who
from dateline.extract.source.owners import speaker_of
from dateline.extract.source.subjects import in_caption, in_quotes, main_subject
from dateline.extract.source.words import cues, offices
from dateline.model.words import SourceType
from dateline.vocab.actors import known_actors

_BACK: Final = 2
"""Sentences that a pronoun may look back."""
_BACK_BODY: Final = 4
"""Sentences that "the organisation" or "the source" may look back."""
_FORWARD: Final = 2
"""Sentences that "a monitor" may look forward for its name."""
_BARE: Final = 2
"""Words of "the agency"; one with more describes a body."""
_OWNED: Final = frozenset({"his", "her", "their", "its"})

_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 5
"""Letters that a word shares with others of its kind: "Turkey", "Turkish"."""
_OFFICE: Final = re.compile(
    r"^(?P<person>[^,]+?),?\s+(?:(?:the|a|an)\s+)?(?:[a-z-]+\s+){0,2}?(?P<carrier>[a-z-]+)\s+(?:of|for|at|with)\s+(?:the\s+)?(?P<body>.+)$"
)
"""Person, office, body: "N, a spokesman for the M"."""

_LISTENERS: Final = frozenset({"media", "un", "ngo", "monitor"})


def stands_for(source: Attribution, page: Page) -> tuple[Attribution, ...]:
    """The sources that an attribution credits: itself where it names somebody, else whom it stands for.

    () for a pronoun that fits nobody, and for "his group" beside him who speaks for it. The press to which the one
    meant was speaking comes with it.
    """
    if first_word(source) in _OWNED and described_by(source) is not None:
        return ()
    if source.pronoun:
        meant = (
            _own_subject(source, page)
            or _pronoun(source, page.attributions, 1)
            or _subject_before(source, page)
            or _pronoun(source, page.attributions, _BACK)
        )
        return with_press(meant, page.attributions) if meant is not None else ()
    head = described_by(source)
    if head is None:
        return person_and_body(source)
    definite = first_word(source) in DEFINITE
    meant = (_again if definite else _named_later)(source, head, page.attributions)
    return with_press(meant, page.attributions) if meant is not None else (source,)


def person_and_body(source: Attribution) -> tuple[Attribution, ...]:
    """The two that "N, director of the Centre for M" credits: N, and the body N speaks for. Others stay as one."""
    match = _OFFICE.search(source.name)
    if match is None or match["carrier"].lower() not in offices().carriers or not match["person"].strip(" ,"):
        return (source,)
    body = match["body"]
    actor = known_actors().named(body)
    if actor is None or is_lower(match["person"]) or match["person"].split()[0].lower() in DEFINITE | INDEFINITE:
        return (source,)
    at = source.start + match.start("body")
    person = replace(source, end=source.start + match.end("person"), name=match["person"])
    return (person, replace(source, start=at, end=at + len(body), name=body, type=actor.type, resolved=actor.name))


def is_lower(words: str) -> bool:
    """True unless every word has a capital, as a person's name has."""
    return not all(word[:1].isupper() or word[:3] in {"al-", "el-"} for word in words.split())


def with_press(source: Attribution, page: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The source and the press of the same saying, which may stand in the sentence behind its speaker."""
    press = [
        a
        for a in _between(page, source.sentence, source.sentence + 1)
        if a.cue == source.cue and a is not source and a.type in _LISTENERS and a.start > source.end
    ]
    return (*person_and_body(source), *press)


def _before(source: Attribution, page: Sequence[Attribution], reach: int) -> Iterator[Attribution]:
    """Sources before this one, the nearest first; the press of a saying after its speaker."""
    near = list(_between(page, source.sentence - reach, source.sentence))
    earlier = [a for a in near if a.start < source.start]
    yield from sorted(earlier, key=lambda a: (-a.sentence, _second(a, near), _told_of(a, near), -a.start))


def _between(page: Sequence[Attribution], first: int, last: int) -> Iterator[Attribution]:
    """The attributions of some sentences, both included; those of a page stand in the order of their sentences."""
    for at in range(bisect_left(page, first, key=lambda a: a.sentence), len(page)):
        if page[at].sentence > last:
            return
        yield page[at]


def _told_of(source: Attribution, page: Sequence[Attribution]) -> bool:
    """Credited inside what another says ("N denied it, as M had reported"): not the one who goes on speaking."""
    return any(
        a is not source and a.cue != source.cue and a.sentence == source.sentence and a.content is not None
        and a.content[0] <= source.start < a.content[1] and not (_covers(source, a) and source.start < a.start)
        for a in page
    )  # fmt: skip


def _covers(source: Attribution, other: Attribution) -> bool:
    return source.content is not None and source.content[0] <= other.start < source.content[1]


def _second(source: Attribution, page: Sequence[Attribution]) -> bool:
    return source.type in _LISTENERS and any(a.cue == source.cue and a.start < source.start for a in page)


def _pronoun(source: Attribution, page: Sequence[Attribution], reach: int) -> Attribution | None:
    for earlier in _before(source, page, reach):
        if earlier.pronoun:
            return _pronoun(earlier, page, _BACK) if earlier.name.lower() == source.name.lower() else None
        if _second(earlier, list(_between(page, earlier.sentence, earlier.sentence))):
            continue
        return _resolved(earlier, page) if agrees(source.name.lower(), earlier) else None
    return None


def _own_subject(source: Attribution, page: Page) -> Attribution | None:
    """ "The ministry opened ten camps for the families, it said": the subject of the pronoun's own sentence."""
    if source.name.lower() not in {"it", "they"}:
        return None
    return _subject(source, page, source.sentence)


def _subject_before(source: Attribution, page: Page) -> Attribution | None:
    """ "The ministry opened ten camps. It said": the subject of the sentence before, where nobody is credited there."""
    before = source.sentence - 1
    if not source.sentence or any(_between(page.attributions, before, before)):
        return None
    return _subject(source, page, source.sentence - 1)


def _subject(source: Attribution, page: Page, index: int) -> Attribution | None:
    sentence, known = page.sentences[index], Known(page.actors)
    noun = main_subject(sentence, source.start)
    if noun is None or in_quotes(sentence, noun) or in_caption(noun):
        return None
    phrase = speaker_of(sentence, noun, known)
    if phrase is None or not can_speak(phrase, known):
        return None
    told = who(phrase, known)
    meant = replace(source, sentence=index, start=phrase.start, end=phrase.end, name=phrase.text,
                    type=told.type, resolved=told.resolved, pronoun=False)  # fmt: skip
    return meant if agrees(source.name.lower(), meant) else None


def _resolved(source: Attribution, page: Sequence[Attribution]) -> Attribution | None:
    head = described_by(source)
    if head is None:
        return source
    return (_again if first_word(source) in DEFINITE else _named_later)(source, head, page) or source


def _again(source: Attribution, head: str, page: Sequence[Attribution]) -> Attribution | None:
    """The one named before that "the HEAD" calls again."""
    if "monitor" in source.name.lower():
        head = "monitor"
    earlier = [a for a in _before(source, page, _BACK_BODY) if not a.pronoun]
    for other in earlier:
        if _called(head, other) and other.name.lower() != source.name.lower():
            return _resolved(other, page)
    if head in cues().persons_again or head in cues().plurals_again:
        return None
    if head in cues().acts:
        return _author(earlier, page)
    nearest = next((a for a in earlier if not _second(a, page) and described_by(a) is None), None)
    fits = nearest is not None and nearest.type in _fitting(head) and not _of_another_kind(source, head, nearest)
    if nearest is not None and fits and nearest.resolved is not None:
        return _fullest(nearest, page)
    return _only_one(source, head, page)


def _of_another_kind(source: Attribution, head: str, other: Attribution) -> bool:
    """ "The social welfare department" after the Red Cross: more than a bare noun, it says itself what it is."""
    described = len(source.name.split()) > _BARE and head not in cues().fits
    return (described and source.type not in {"other", other.type}) or _of_another_field(source, head, other)


def _of_another_field(source: Attribution, head: str, other: Attribution) -> bool:
    """ "The defence ministry" after the emergency service: its field is no word of the other's name."""
    if head not in cues().by_field:
        return False
    field = [word.lower() for word in _WORD.findall(source.name) if word.lower() not in {head, *DEFINITE}]
    named = f"{other.name} {other.resolved or ''}".lower()
    return any(word[:_STEM] not in named for word in field)


def _author(earlier: Sequence[Attribution], page: Sequence[Attribution]) -> Attribution | None:
    """Whose report or statement it is: the body credited last, if nobody else comes between."""
    nearest = next((a for a in earlier if not _second(a, page)), None)
    if nearest is None or described_by(nearest) is not None or is_person(nearest) or nearest.type == "witness":
        return None
    return nearest


def _fullest(source: Attribution, page: Sequence[Attribution]) -> Attribution | None:
    """The body that a source is or speaks for, as the page names it in full; None where it names only its people."""
    same = [a for a in page if a.resolved == source.resolved and not is_person(a) and described_by(a) is None]
    fullest = max(same, key=lambda a: (len(a.name), -a.start), default=None)
    return fullest if fullest is not None and known_actors().named(fullest.name) is not None else None


def _called(head: str, other: Attribution) -> bool:
    """The other was called by that very word, as more than a bare description."""
    words = [w.lower() for w in _WORD.findall(other.name)]
    return head in words and (described_by(other) is None or words[0] in INDEFINITE)


def _fitting(head: str) -> frozenset[SourceType]:
    return cues().fits.get(head, frozenset({"government", "un", "ngo"}))


def _named_later(source: Attribution, head: str, page: Sequence[Attribution]) -> Attribution | None:
    """The name that the next sentences give to "a monitor", "a rights group"."""
    if head not in cues().fits:
        return None
    kinds = frozenset({source.type}) if source.type != "other" else _fitting(head)
    for other in sorted(page, key=lambda a: a.start):
        soon = other.start > source.start and other.sentence <= source.sentence + _FORWARD
        if soon and other.type in kinds and other.resolved is not None:
            return _fullest(other, page) or other
    return _only_one(source, head, page)


def _only_one(source: Attribution, head: str, page: Sequence[Attribution]) -> Attribution | None:
    """The only monitor of the page, where a monitor is meant; other bodies are too many to guess."""
    if head not in {"monitor", "watchdog", "observatory"} and source.type != "monitor":
        return None
    bodies = [a for a in page if a.type == "monitor" and a.resolved is not None]
    return _fullest(bodies[0], page) if len({a.resolved for a in bodies}) == 1 else None
