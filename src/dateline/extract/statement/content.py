"""What is said: the pieces of content that hang on a verb of saying, on either side of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.extract.sentence import Sentence
from dateline.extract.source.words import cues
from dateline.extract.statement.draft import Stretch
from dateline.extract.statement.grammar import runs, stretch, stretches, subtree
from dateline.extract.statement.lexicon import Verb
from dateline.extract.statement.quotes import Quote, Quotes

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES: Final = frozenset({"ccomp", "csubj", "intj"})
_OPENERS: Final = frozenset({"CCONJ", "ADV", "ADP", "DET", "NOUN", "PROPN", "PUNCT", "ADJ", "NUM", "SPACE"})
_OPENING: Final = frozenset({",", ":", "that", "—", "–", "--"})
_MARKS: Final = frozenset({'"', "“", "”"})
_FAR: Final = 14
"""Tokens behind a verb of saying within which the quotation that it announces may begin."""


def content_of(sentence: Sentence, verb: Token, how: Verb, speaker: Token | None, quotes: Quotes) -> list[Stretch]:
    """The pieces of what is said, in reading order; [] where the verb says nothing here."""
    group = _group(sentence, verb, speaker)
    found = _around(sentence, verb, group) if "clause" in how.frames else []
    if not found and how.frames & {"clause", "quote"}:
        found = _quoted_left(sentence, group, quotes) + _quoted_right(sentence, verb, group, quotes)
    if not found:
        found = _complement(sentence, verb, how, speaker)
    return _with_quotes(found, group_span(sentence, group), quotes)


def group_span(sentence: Sentence, group: tuple[int, int]) -> Stretch:
    """The offsets of speaker and verb."""
    doc = sentence.tokens.doc
    return sentence.span(doc[group[0]], doc[group[1]])


def _group(sentence: Sentence, verb: Token, speaker: Token | None) -> tuple[int, int]:
    """First and last token of verb and speaker, where they stand together."""
    own = [verb.i, *(c.i for c in verb.lefts if c.dep_ in {"aux", "neg", "auxpass", "advmod"} and c.i > verb.i - 4)]
    if speaker is not None and (speaker.head == verb or verb in set(speaker.head.conjuncts)):
        first, last = _behind_quote(speaker), speaker.right_edge.i
        if speaker.i > verb.i:
            own += [speaker.i, min(last, _stop(speaker, last))]
        elif speaker.head == verb:
            own.append(max(first, sentence.tokens.start))
    first, last = max(min(own), sentence.tokens.start), min(max(own), sentence.tokens.end - 1)
    while first < verb.i and (verb.doc[first].is_punct or verb.doc[first].is_space):
        first += 1
    return first, last


def _behind_quote(speaker: Token) -> int:
    """Where a speaker's words begin: behind the mark that closes a quotation."""
    first = speaker.left_edge.i
    marks = [t.i for t in speaker.doc[first : speaker.i] if t.text in _MARKS]
    return marks[-1] + 1 if marks and speaker.doc[marks[-1] - 1].i >= first else first


def _stop(speaker: Token, last: int) -> int:
    return next((t.i - 1 for t in speaker.doc[speaker.i + 1 : last + 1] if t.text in {'"', "“", "”", ";"}), last)


def _around(sentence: Sentence, verb: Token, group: tuple[int, int]) -> list[Stretch]:
    """The clauses that hang on the verb, and the clause into which "N said" is set."""
    inside: set[int] = set()
    quoting = [c for c in verb.rights if c.lower_ in cues().citing]
    for child in (c for by in (verb, *quoting) for c in by.children):
        if (child.dep_ in _CLAUSES or _like_clause(child, verb)) and not _trails(sentence, child, verb):
            inside |= set(subtree(sentence, child))
    hangs = verb.dep_ in {"parataxis", "ccomp"} and verb.head.i != verb.i and not _semicolon(verb, verb.head)
    if not inside and hangs and _set_off(verb, group):
        inside = set(subtree(sentence, verb.head, [verb]))
    inside -= set(range(group[0], group[1] + 1))
    found: list[Stretch] = []
    for first, last in runs(sorted(inside)):
        if _parted(sentence, first, last, group, inside):
            continue
        if last < group[0]:
            first, last = _whole_left(sentence, first), group[0] - 1
        piece = stretch(sentence, first, last)
        if piece is not None and not _stray(sentence, first, last):
            found.append(piece)
    return _joined(found)


def _parted(sentence: Sentence, first: int, last: int, group: tuple[int, int], inside: set[int]) -> bool:
    """A semicolon stands between the words and "N denied", and what it denied stands on the other side."""
    doc = sentence.tokens.doc
    if last < group[0]:
        return doc[group[0] - 1].text == ";" and not any(t.text in _MARKS for t in doc[first : last + 1])
    return doc[first - 1].text == ";" and not any(group[1] < at < first for at in inside)


def _semicolon(a: Token, b: Token) -> bool:
    return any(t.text == ";" for t in a.doc[min(a.i, b.i) : max(a.i, b.i)])


def _trails(sentence: Sentence, child: Token, verb: Token) -> bool:
    """ "..., N says" at the end of the sentence is no content of the verb before: it is the other way round."""
    if child.i < verb.i or child.lower_ not in cues().say_forms or child.left_edge.i <= verb.i + 1:
        return False
    rest = sentence.tokens.doc[child.i + 1 : sentence.tokens.end]
    subject = any(c.dep_ == "nsubj" for c in child.lefts)
    return subject and child.doc[child.left_edge.i - 1].text == "," and not any(t.pos_ in {"VERB", "AUX"} for t in rest)


def _joined(pieces: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in sorted(set(pieces)):
        if joined and start <= joined[-1][1] + 2:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _like_clause(child: Token, verb: Token) -> bool:
    """A clause with a subject that the parser hung as something else: "said: ...", "told them that ..."."""
    if child.i < verb.i and child.dep_ != "parataxis":
        return False
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in child.children)
    marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"} and c.i < child.i}
    if child.dep_ == "parataxis":
        return subject and not any(c.lower_ in {"said", "says"} for c in (child,))
    if child.dep_ in {"xcomp", "advcl", "dobj", "dep", "pcomp"}:
        return "that" in marks or (subject and child.dep_ == "advcl" and not marks) or (
            child.dep_ == "xcomp" and bool(marks & {"how", "whether", "why", "what", "where", "when"}))  # fmt: skip
    return False


def _set_off(verb: Token, group: tuple[int, int]) -> bool:
    """Commas, dashes or the ends of the sentence stand around "N said"."""
    doc = verb.doc
    before = doc[group[0] - 1].text if group[0] else ","
    after = doc[group[1] + 1].text if group[1] + 1 < len(doc) else "."
    return before in {",", "—", "–", "-", "--", '"', "”"} or after in {",", "—", "–", ".", "--"}


def _whole_left(sentence: Sentence, first: int) -> int:
    """Where the words begin that open the sentence before the clause said: "But", "In the north,", "N left and"."""
    begin = sentence.tokens.start
    between = sentence.tokens.doc[begin:first]
    if all(t.pos_ in _OPENERS for t in between):
        return begin
    joined = between[-1].lower_ in {"and", "or"}
    return begin if joined and not any(t.lower_ in cues().say_forms for t in between) else first


def _stray(sentence: Sentence, first: int, last: int) -> bool:
    """Nothing but marks and a joining word."""
    return not any(t.is_alpha and t.pos_ not in {"CCONJ", "SCONJ"} for t in sentence.tokens.doc[first : last + 1])


def _quoted_left(sentence: Sentence, group: tuple[int, int], quotes: Quotes) -> list[Stretch]:
    """The quotation that closes right before "N said"."""
    doc = sentence.tokens.doc
    i = group[0] - 1
    while i >= sentence.tokens.start and (doc[i].is_space or doc[i].text in {",", "-", "—"}):
        i -= 1
    if i < sentence.tokens.start:
        return []
    quote = quotes.at(sentence.offset(doc[i]))
    if quote is None or quote.end > sentence.offset(doc[group[0]]):
        return []
    return [(quote.start, quote.end)] if quote.end - quote.start > 3 else []


def _quoted_right(sentence: Sentence, verb: Token, group: tuple[int, int], quotes: Quotes) -> list[Stretch]:
    """The quotation that "N said" announces: `said: "..."`, `told reporters, "..."`."""
    doc = sentence.tokens.doc
    for i in range(group[1] + 1, min(group[1] + _FAR, sentence.tokens.end)):
        quote = quotes.at(sentence.offset(doc[i]))
        if quote is None:
            if doc[i].text == ":" and i + 1 < sentence.tokens.end:
                found = stretch(sentence, i + 1, sentence.tokens.end - 1)
                return [found] if found is not None and verb.pos_ in {"VERB", "AUX"} else []
            continue
        opened = quote.start == sentence.offset(doc[i]) or doc[i].text.startswith(('"', "“", "'"))
        if opened and (i == group[1] + 1 or doc[i - 1].text in _OPENING):
            return [(quote.start, quote.end)]
        return []
    return []


def _complement(sentence: Sentence, verb: Token, how: Verb, speaker: Token | None) -> list[Stretch]:
    """Object, infinitive, gerund or what a preposition brings in."""
    wanted: set[int] = set()
    for child in verb.rights:
        if speaker is not None and child.i <= speaker.i <= child.right_edge.i:
            continue
        if _takes(child, verb, how):
            wanted |= set(subtree(sentence, child))
        elif child.dep_ in {"prep", "prt", "dative"} and child.lower_ in how.through:
            wanted |= set(subtree(sentence, child)) - {child.i}
    relative = next((c for c in verb.lefts if c.dep_ == "dobj" and c.i < verb.i), None)
    if not wanted and relative is not None and "object" in how.frames:
        wanted = set(subtree(sentence, relative))
    if not wanted:
        return []
    first, last = min(wanted), max(wanted)
    return stretches(sentence, range(first, last + 1))


def _takes(child: Token, verb: Token, how: Verb) -> bool:
    if child.dep_ == "xcomp":
        gerund = child.tag_ == "VBG"
        return ("gerund" in how.frames and gerund) or "infinitive" in how.frames or (
            "object" in how.frames and child.pos_ in {"ADJ", "NOUN", "PROPN"})  # fmt: skip
    if child.dep_ in {"ccomp", "oprd", "acomp"}:
        return "object" in how.frames or "clause" in how.frames or "infinitive" in how.frames
    if child.dep_ in {"dobj", "attr"}:
        return "object" in how.frames
    if child.dep_ == "prep" and "object" in how.frames:
        return child.lower_ in how.through or child.lower_ == "as"
    return False


def _with_quotes(pieces: list[Stretch], group: Stretch, quotes: Quotes) -> list[Stretch]:
    """The pieces with the marks around them, drawn out over quotations that begin or end in them, up to the cue."""
    grown: list[Stretch] = []
    for start, end in pieces:
        opening = quotes.at(start)
        if opening is not None and opening.start < start and not opening.start <= group[0] < start:
            start = opening.start
        closing = quotes.at(end - 1) or quotes.at(end) or _closing_behind(quotes, end)
        if (
            closing is not None
            and closing.end > end
            and not end <= group[0] < closing.end
            and closing.start >= start - 1
        ):
            end = closing.end
        grown.append((start, end))
    return _joined(grown)


def _closing_behind(quotes: Quotes, end: int) -> Quote | None:
    """A quotation whose closing mark stands right behind the stop that was trimmed."""
    quote = quotes.at(end + 1)
    return quote if quote is not None and quote.end == end + 2 else None
