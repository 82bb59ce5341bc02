"""What a time expression hangs on in its sentence, and how near that is to what happened to the people counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from dateline.extract.draft import Timex
from dateline.extract.sentence import Sentence
from dateline.vocab.load import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tie = Literal["own", "event", "began", "ended", "cover", "none"]
"""own: the time of what happened · event: of what brought it about · began, ended: of the start or the end of what
brought it about, or of the count ("the toll rose to 300 on Tuesday") · cover: an edge ("as of", "since") said of what
happened or of the whole sentence · none: of something else."""
Path = list["Token"]
_HALF = 2
"""How many clauses a semicolon stands for: "On 21 June a boat went down; 24 were picked up"."""
_REMEMBERED = 64
"""Time expressions whose hold is kept: more than a sentence and those it looks back to have."""
_REACH = 3
"""Clauses that "since X" reaches over."""


@dataclass(frozen=True, slots=True)
class Hold:
    """The word that a time expression dates, and by which preposition ("" for none).

    `named`: it stands before that word as in a name ("the 2010 quake"). `fronted`: it opens the sentence. `before`: it
    stands before that word. `when`: the verb of the clause that follows it and says what was then ("by 2005, when
    8,400 still lived there"). `first`: its first word.
    """

    governor: Token
    by: str = ""
    named: bool = False
    fronted: bool = False
    before: bool = False
    when: Token | None = None
    first: Token | None = None


@lru_cache(maxsize=_REMEMBERED)
def hold(timex: Timex, sentence: Sentence) -> Hold | None:
    """What the expression hangs on; None where it hangs on nothing outside itself. Asked for each figure of a sentence
    and those behind it, hence remembered for a while."""
    tokens = [t for t in sentence.tokens_in(timex.start, timex.end) if not t.is_punct]
    inside = {t.i for t in tokens}
    roots = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    if not roots:
        return None
    said = _just_said(tokens[0])
    if said is not None:
        return Hold(said)
    root = min(roots, key=lambda t: (_depth(t), t.i))
    if root.head.i == root.i:
        return None
    at, by = root.head, root.text.lower() if root.dep_ == "prep" else ""
    if at.pos_ in {"ADP", "SCONJ"} and at.head.i != at.i:
        by, at = at.text.lower(), at.head
    if at.lower_ in _PARTS and at.dep_ == "advmod":  # "was hit late on Saturday"
        at = at.head
    named = not by and at.pos_ in {"NOUN", "PROPN"} and at.i > root.i
    fronted = not any(is_verb(t) for t in sentence.tokens if t.i < tokens[0].i)
    governor = _inside(_not_said(at, tokens[0]), tokens[0])
    return Hold(governor, by, named, fronted, tokens[0].i < governor.i, _when(tokens[-1]), tokens[0])


def tie(held: Hold, timex: Timex, trigger: Token) -> tuple[Tie, int]:
    """How the time bears on the trigger, and how many clauses lie between (fewer is nearer)."""
    governor = held.governor
    up, down = path(governor, trigger)
    far = _clauses(up) + _clauses(down)
    if held.when is not None and held.when.i in {trigger.i, *(t.i for t in trigger.ancestors)}:
        return "own", 0
    if held.first is not None and _parted(held.first, trigger) and not timex.text.lower().startswith("as "):
        if held.first.i > trigger.i or not held.fronted:
            return "none", far
        far += _HALF
    if timex.kind in {"since", "until"}:
        if governor.tag_ in {"JJS", "JJ", "RBS"}:
            return "none", far
        return ("cover", min(far, 3)) if _covers(timex, held, far) else ("none", far)
    if (says(governor) and governor.i != trigger.i) or _of_a_writing(governor, up):
        return "none", far
    if governor.lemma_.lower() in load("cues_en")["count"] and governor.i != trigger.i:
        if _counts(governor):
            return "cover", 1
        far += 1
    if _apart(down):
        return "none", far
    if governor.lemma_.lower() in words("begin") and governor.i != trigger.i:
        return "began", far
    if governor.lemma_.lower() in words("finish") and governor.i != trigger.i:
        return "ended", far
    if (governor.lemma_.lower() in words("reach") and _of_a_count(governor)) or _puts_a_count(governor):
        return "ended", far
    if held.named and (governor.text.lower() in words("writings") or not _names_subject(up, governor)):
        return "none", far
    if _in_relative(down, governor):
        return "none", far
    if any(t.dep_ == "advcl" and _before(t) for t in up):
        return "ended", far
    if any(t.dep_ == "relcl" or (t.dep_ == "advcl" and _marked(t)) or _after(t) for t in up):
        return "event", far
    return ("event" if timex.precision == "day" and _hazards(governor, trigger, up) else "own"), far


def _inside(governor: Token, first: Token) -> Token:
    """The verb of the relative clause in which the words stand, where the parse ties them to the verb that comes after
    it ("people who had returned in January fled again")."""
    if not is_verb(governor) or governor.i < first.i:
        return governor
    subjects = [c for c in governor.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < first.i]
    clauses = [c for s in subjects for c in s.children if c.dep_ == "relcl" and c.i < first.i]
    return clauses[-1] if clauses else governor


def _when(last: Token) -> Token | None:
    """The verb of a "when", "which" or "that" that follows right after the words."""
    for token in last.doc[last.i + 1 : last.i + 3]:
        if token.text.lower() in {"when", "which", "that"}:
            return token.head if is_verb(token.head) else None
        if token.text != ",":
            return None
    return None


def _covers(timex: Timex, held: Hold, far: int) -> bool:
    """ "As of" is said of the whole sentence, and so is an edge that opens it; "by" stays in the clause it opens."""
    if timex.text.lower().startswith(("as of", "as at")) or timex.value == "PRESENT_REF":
        return True
    if held.fronted or timex.kind == "since":
        return far <= _REACH
    return far <= (0 if held.before and not held.fronted else 1)


def _parted(first: Token, trigger: Token) -> bool:
    """True where a semicolon stands between the time and what happened."""
    left, right = sorted((first.i, trigger.i))
    return any(left <= at < right for at in _semicolons(trigger.doc))


@lru_cache(maxsize=8)
def _semicolons(doc: Doc) -> tuple[int, ...]:
    """Where they stand: asked for every time and figure of a sentence."""
    return tuple(token.i for token in doc if token.text == ";")


def _just_said(first: Token) -> Token | None:
    """The verb of saying right before the words ("officials said on Sunday"): they date the saying, whatever the
    parse."""
    at, begin, doc = first.i - 1, first.sent.start, first.doc
    while at >= begin and doc[at].text.lower() in _LEADS:
        at -= 1
    before = doc[at] if at >= begin else None
    return before if before is not None and says(before) else None


def _not_said(governor: Token, first: Token) -> Token:
    """The verb before the words where the parse ties them to a verb of saying that comes after ("was hit on Sunday a
    witness said"): a time stands by what it dates."""
    subject = next((c for c in governor.children if c.dep_ in {"nsubj", "nsubjpass"}), governor)
    if not says(governor) or not first.i < subject.i:
        return governor
    verbs = [t for t in first.doc[first.sent.start : first.i] if t.pos_ == "VERB" and not says(t)]
    return verbs[-1] if verbs else governor


_PARTS = frozenset({"late", "early", "earlier", "later"})
_LEADS = frozenset({"on", "in", "at", "late", "early", "earlier", "later", "the", "by"})


def path(a: Token, b: Token) -> tuple[Path, Path]:
    """The tokens passed from `a` up to where the two meet, and from `b` up to there, the meeting point left out."""
    above_b = [b, *b.ancestors]
    meets = {t.i: n for n, t in enumerate(above_b)}
    up: Path = []
    at = a
    while at.i not in meets and at.head.i != at.i:
        up.append(at)
        at = at.head
    return up, above_b[: meets.get(at.i, len(above_b))]


def _clauses(way: Path) -> int:
    return sum(t.dep_ in {"conj", "advcl", "relcl", "acl", "ccomp", "xcomp", "parataxis"} for t in way)


def _counts(verb: Token) -> bool:
    """ "A survey showed in May …": the time of the count is that of what it found."""
    return any(c.text.lower() in words("counting") for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})


def _of_a_count(verb: Token) -> bool:
    """ "The toll rose", "the number of dead reached"."""
    return any(t.lower_ in words("count") for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} for t in c.subtree)


def _puts_a_count(verb: Token) -> bool:
    """ "The agency put the toll at 980 on Monday"."""
    return verb.lemma_.lower() == "put" and any(c.lower_ in words("count") for c in verb.children if c.dep_ == "dobj")


def _in_relative(down: Path, governor: Token) -> bool:
    """True where a relative clause tells what happened, and the time is not that of the noun it belongs to."""
    for n, token in enumerate(down):
        if token.dep_ == "relcl":
            return is_verb(governor) or any(is_verb(t) for t in down[n + 1 :])
    return False


def _apart(down: Path) -> bool:
    """True where what happened stands in a clause of its own time: "he spoke on Sunday after 20 were killed"."""
    return any((t.dep_ == "advcl" and _marked(t)) or _after(t) for t in down)


def _marked(clause: Token) -> bool:
    return any(c.dep_ in {"mark", "advmod", "prep"} and c.text.lower() in words("turning") for c in clause.children)


def _before(clause: Token) -> bool:
    """ "Left before the road was closed on …": what happened was over by then."""
    return any(c.dep_ == "mark" and c.lower_ == "before" for c in clause.children)


def _after(token: Token) -> bool:
    """ "After attacks", "following a storm": a preposition that puts one thing after another."""
    return (token.dep_ in {"prep", "pcomp", "pobj"} and token.text.lower() in words("turning")) or (
        token.dep_ in {"pcomp", "pobj"} and token.head.text.lower() in words("turning")
    )


def _of_a_writing(governor: Token, up: Path) -> bool:
    """ "Said in a report on Thursday", "in its report published on …": the time is the report's."""
    above = governor.head if governor.dep_ == "acl" else governor
    return any(t.i == governor.i for t in up) and above.lower_ in words("writings") and above.dep_ == "pobj"


def _names_subject(up: Path, governor: Token) -> bool:
    """ "The 2010 quake killed …": the thing named after its time did it."""
    plain = not any(t.dep_ in {"acl", "relcl", "advcl"} for t in up)
    return not up or (plain and governor.dep_ in {"nsubj", "nsubjpass", "pobj"})


def _hazards(governor: Token, trigger: Token, up: Path) -> bool:
    """True where the time dates a storm, a flood, a fire that then did something: its own day is but the start.

    Behind the verb ("evacuated due to flood on 3 May") it is rather the verb that is dated.
    """
    if is_verb(governor):
        return not held_by(governor, trigger) and slow_subject(governor)
    return slow(governor) and any(t.dep_ in {"nsubj", "nsubjpass"} for t in up)


def slow_subject(verb: Token) -> bool:
    """True where a hazard that lasts does it."""
    return any(slow(c) for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"})


def held_by(verb: Token, trigger: Token) -> bool:
    """True where the verb is what happened, or directly brings it about ("forced the evacuation of")."""
    below = trigger.head.i == verb.i and trigger.dep_ in {"dobj", "ccomp", "xcomp", "attr", "oprd"}
    return below or trigger.i == verb.i


def slow(token: Token) -> bool:
    """A noun for a hazard that lasts."""
    word = token.text.lower()
    return token.pos_ in {"NOUN", "PROPN"} and word in _hazard_words() and word not in words("sudden")


@cache
def _hazard_words() -> frozenset[str]:
    return frozenset(load("hazards_en")["disaster"] + load("hazards_en")["disaster_hints"])


def is_verb(token: Token) -> bool:
    """A verb or auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("cues_en")["say"]) | {"quote"}


@cache
def words(kind: str) -> frozenset[str]:
    """A word list of the time vocabulary."""
    return frozenset(load("time_en")["words"][kind])


def says(token: Token) -> bool:
    """True for a verb of saying."""
    return token.pos_ == "VERB" and token.lemma_.lower() in _saying()
