"""Laws of copies: no order, no repetition and no furniture changes what is found; an exact copy always joins.

Each law is also shown to fail where a fault is planted, so that none of them holds by saying nothing.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Document
from dateline.model.syndication import CopyLink, Fingerprint, fingerprint_from_json, fingerprint_to_json
from dateline.syndicate import Clustered, SyndicationIndex, cluster, fingerprint, sentence_links
from dateline.syndicate.postings import Postings
from dateline.syndicate.shelf import Shelf

QUICK = settings(max_examples=60, deadline=None, derandomize=True)
SUBJECTS = [
    "the river Lissa",
    "a convoy of carts",
    "the mill at Dorn",
    "two ferries",
    "the market of Orvel",
    "a bakery",
]
VERBS = ["was closed for", "had been shelled for", "stood under water for", "has waited for help for", "burned for"]
ENDS = ["days, the mayor of Harrow said", "hours before anyone came from Kessel", "weeks, as a nurse told neighbours"]
PLACES = ["near the old quay", "behind the school", "on the road to Tessin", "at the edge of the camp", "in Marvela"]


@st.composite
def sentence(draw: st.DrawFn) -> str:
    """A sentence of some twenty words, its number making it one of many."""
    number = draw(st.integers(2, 500))
    parts = [draw(st.sampled_from(each)) for each in (SUBJECTS, VERBS, ENDS, PLACES)]
    other = draw(st.sampled_from(SUBJECTS))
    return (
        f"{parts[0].capitalize()} {parts[1]} {number} {parts[2]} {parts[3]}, while {other} lay {number + 3} miles away."
    )


TEXT = st.lists(sentence(), min_size=4, max_size=8, unique=True).map(" ".join)


@st.composite
def corpus(draw: st.DrawFn) -> list[Fingerprint]:
    """Documents of which some are others', cut or put together; dates and publishers as they fall."""
    texts = draw(st.lists(TEXT, min_size=1, max_size=3))
    for _ in range(draw(st.integers(1, 4))):
        base = draw(st.sampled_from(texts))
        cut = base[: draw(st.integers(len(base) // 2, len(base)))]
        texts.append(draw(st.sampled_from([base, cut, f"{base}\n\n{draw(st.sampled_from(texts))}"])))
    return [
        printed(f"doc{at}", text, draw(st.sampled_from([None, "2031-03-04", "2031-03-05"])), draw(PUBLISHERS))
        for at, text in enumerate(texts)
    ]


PUBLISHERS = st.sampled_from([None, "Courier", "Herald", "Reuters"])


def printed(name: str, text: str, published: str | None = None, publisher: str | None = None) -> Fingerprint:
    return fingerprint(Document(name, name, "0" * 64, text, published=published, publisher=publisher))


def groups(found: Clustered) -> set[frozenset[str]]:
    return {frozenset(one.members) for one in found.clusters}


# --- the laws ---------------------------------------------------------------------------------------------------------


def law_order(prints: list[Fingerprint], other: list[Fingerprint]) -> None:
    """Any order of adding gives the same links, clusters, heads and origins."""
    assert cluster(prints) == cluster(other)
    links = [{link for each in order for link in index.add(each).copies} for order, index in paired(prints, other)]
    assert links[0] == links[1]


def paired(*orders: list[Fingerprint]) -> list[tuple[list[Fingerprint], SyndicationIndex]]:
    return [(order, SyndicationIndex()) for order in orders]


def law_exact_copy(prints: list[Fingerprint], at: int) -> None:
    """An exact copy of any document is in that document's cluster, and the others stay where they were."""
    original = prints[at]
    copy = Fingerprint("copy", original.words, original.sentences, published="2031-04-01", agency=original.agency)
    before, after = groups(cluster(prints)), groups(cluster([*prints, copy]))
    (joined,) = (group for group in after if "copy" in group)
    assert original.document_id in joined
    assert {group - {"copy"} for group in after if group - {"copy"} != {original.document_id}} == before - {
        frozenset({original.document_id})
    }


def law_idempotent(prints: list[Fingerprint]) -> None:
    """Adding everything again changes nothing."""
    index = SyndicationIndex()
    for each in prints:
        index.add(each)
    assert all(index.add(each).copies == () for each in prints)
    assert cluster([*prints, *prints]) == cluster(prints)


@QUICK
@given(corpus(), st.randoms(use_true_random=False))
def test_order_changes_nothing(prints: list[Fingerprint], chance: object) -> None:
    other = list(prints)
    chance.shuffle(other)  # type: ignore[attr-defined]
    law_order(prints, other)


@QUICK
@given(corpus(), st.data())
def test_an_exact_copy_joins_its_original(prints: list[Fingerprint], data: st.DataObject) -> None:
    law_exact_copy(prints, data.draw(st.integers(0, len(prints) - 1)))


@QUICK
@given(corpus())
def test_adding_again_changes_nothing(prints: list[Fingerprint]) -> None:
    law_idempotent(prints)


@QUICK
@given(corpus())
def test_clusters_part_the_documents(prints: list[Fingerprint]) -> None:
    """Nobody is in two clusters, every cluster has two, and everyone has an origin."""
    found = cluster(prints)
    members = [name for one in found.clusters for name in one.members]
    assert len(members) == len(set(members)) and all(len(one.members) > 1 for one in found.clusters)
    assert set(found.origins) == {each.document_id for each in prints}
    assert all(one.head in one.members for one in found.clusters)


@QUICK
@given(TEXT, st.sampled_from(["Sign in to your account.", "All rights reserved.", "Subscribe to our newsletter."]))
def test_furniture_around_a_text_changes_no_word(text: str, furniture: str) -> None:
    assert printed("a", f"{furniture}\n\n{text}\n\n{furniture}").words == printed("a", text).words


@QUICK
@given(st.text(max_size=300))
def test_any_text_has_a_fingerprint_that_outlives_json(text: str) -> None:
    made = printed("a", text)
    assert fingerprint_from_json(fingerprint_to_json(made)) == made
    assert 2 * sum(each.words for each in made.sentences) == len(made.words)
    assert all(text[each.start : each.end].strip() for each in made.sentences)
    assert sentence_links(made, made) == () or len(made.sentences) > 1


# --- planted faults: each must break its law --------------------------------------------------------------------------

BASE = (
    "The river Lissa stood under water for 12 days, the mayor of Harrow said near the old quay, while two "
    "ferries lay 15 miles away. A bakery burned for 40 hours before anyone came from Kessel behind the school, "
    "while the mill at Dorn lay 43 miles away. Two ferries had been shelled for 7 weeks, as a nurse told "
    "neighbours in Marvela, while the market of Orvel lay 10 miles away. The market of Orvel was closed for 3 "
    "days, the mayor of Harrow said on the road to Tessin."
)
PRINTS = [printed("doc0", BASE, "2031-03-05"), printed("doc1", BASE[:310], "2031-03-04"), printed("doc2", BASE)]


def broken_by(law: Callable[[], None]) -> bool:
    try:
        law()
    except (AssertionError, ValueError):
        return True
    return False


LAWS: dict[str, Callable[[], None]] = {
    "order": lambda: law_order(PRINTS, PRINTS[::-1]),
    "exact copy": lambda: law_exact_copy(PRINTS, 0),
    "idempotent": lambda: law_idempotent(PRINTS),
}


@pytest.mark.parametrize("law", LAWS)
def test_the_laws_hold_where_nothing_is_planted(law: str) -> None:
    assert not broken_by(LAWS[law])


def test_a_link_that_depends_on_who_came_first_breaks_the_law_of_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault: the newcomer counts as the shorter one, whatever its length."""

    def newcomer_is_shorter(index: SyndicationIndex, print_: Fingerprint, text: object, number: int) -> CopyLink:
        return CopyLink(print_.document_id, index._shelf.names[number], 1.0, 1.0, ((0, 20),))

    monkeypatch.setattr(SyndicationIndex, "_compare", newcomer_is_shorter)
    assert broken_by(LAWS["order"])


def test_a_document_that_is_not_filed_breaks_the_law_of_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault: postings that forget what they are given."""
    monkeypatch.setattr(Postings, "add", lambda self, keys, number: None)
    assert broken_by(LAWS["exact copy"])


def test_a_document_filed_twice_breaks_the_law_of_repetition(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fault: a shelf that does not know what stands on it."""
    monkeypatch.setattr(Shelf, "__contains__", lambda self, name: False)
    assert broken_by(LAWS["idempotent"])
