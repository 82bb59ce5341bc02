"""Clusters, their heads and origins."""

from __future__ import annotations

import itertools
import random

import pytest
from made import DISPATCH, OTHER, print_of, republished, shortened

from dateline.model.syndication import CopyLink, Fingerprint
from dateline.syndicate import Clustered, Printed, cluster, settle
from dateline.syndicate.stitched import without_bridges

PLAIN = DISPATCH.removeprefix("MARVELA (Reuters) - ")


def members(found: Clustered) -> list[tuple[str, ...]]:
    return [one.members for one in found.clusters]


def test_copies_and_copies_of_copies_are_one_cluster() -> None:
    prints = [
        print_of("late", republished(), published="2031-03-05", publisher="Herald"),
        print_of("first", DISPATCH, published="2031-03-04T08:00:00Z", publisher="Courier"),
        print_of("part", shortened(), published="2031-03-04T09:30:00Z", publisher="Post"),
        print_of("fire", OTHER, published="2031-03-01", publisher="Courier"),
    ]
    for order in itertools.permutations(prints):
        found = cluster(order)
        (one,) = found.clusters
        assert one.members == ("first", "part", "late")
        assert (one.head, one.origin.name, one.origin.kind) == ("first", "Reuters", "agency")
        assert set(found.origins) == {"first", "part", "late", "fire"}
        assert {found.origins[name].key for name in one.members} == {"name:reuters"}
        assert found == cluster(prints)


def test_reasons_read_as_sentences() -> None:
    (one,) = cluster([print_of("a", DISPATCH, published="2031-03-04"), print_of("b", DISPATCH)]).clusters
    assert one.reasons == (
        "2 documents share between 100% and 100% of the shorter one's words",
        "2 of them credit Reuters",
        "the head is the earliest, of 2031-03-04",
    )


def test_the_agencys_own_is_the_head_however_late() -> None:
    prints = [
        print_of("a", PLAIN, published="2031-03-04", publisher="Courier"),
        print_of("b", PLAIN, published="2031-03-06", publisher="Reuters"),
    ]
    (one,) = cluster(prints).clusters
    assert (one.members, one.head, one.origin.name) == (("a", "b"), "b", "Reuters")
    assert one.reasons[-1] == "the head is the agency's own"


def test_without_an_agency_the_earliest_is_the_origin() -> None:
    prints = [
        print_of("a", PLAIN, published=None, publisher="Undated"),
        print_of("b", PLAIN, published="2031-03-05", publisher="Herald"),
        print_of("c", PLAIN, published="2031-03-04", publisher="Courier"),
    ]
    (one,) = cluster(prints).clusters
    assert one.members == ("c", "b", "a")
    assert (one.head, one.origin.name, one.origin.kind, one.origin.cluster_id) == (
        "c", "Courier", "earliest", one.cluster_id,
    )  # fmt: skip


def test_nobody_named_is_still_one_voice_a_cluster_and_one_a_document() -> None:
    found = cluster([print_of("a", PLAIN), print_of("b", PLAIN), print_of("c", OTHER)])
    keys = [found.origins[name].key for name in "abc"]
    assert keys[0] == keys[1] != keys[2]
    assert found.origins["c"].name is None and found.origins["c"].key == "document:c"


@pytest.mark.parametrize(
    ("publisher", "text", "kind", "key"),
    [("Courier", PLAIN, "publisher", "name:courier"), ("Courier", DISPATCH, "agency", "name:reuters")],
)
def test_a_document_alone(publisher: str, text: str, kind: str, key: str) -> None:
    origin = cluster([print_of("a", text, publisher=publisher)]).origins["a"]
    assert (origin.kind, origin.key, origin.cluster_id) == (kind, key, None)


def test_the_agency_that_most_credit() -> None:
    def credit(name: str, agency: str) -> Fingerprint:
        return print_of(name, f"{PLAIN}\n\nSource: {agency}", published=f"2031-03-0{name}")

    (one,) = cluster([credit("1", "AFP"), credit("2", "Reuters"), credit("3", "Reuters")]).clusters
    assert (one.head, one.origin.name) == ("1", "Reuters")
    (two,) = cluster([credit("1", "AFP"), credit("2", "Reuters")]).clusters
    assert two.origin.name == "Agence France-Presse"


def test_the_id_stays_when_a_copy_joins() -> None:
    two = cluster([print_of("a", PLAIN), print_of("b", PLAIN)]).clusters[0]
    three = cluster([print_of("a", PLAIN), print_of("b", PLAIN), print_of("c", republished())]).clusters[0]
    assert two.cluster_id == three.cluster_id and len(three.members) == 3


def test_a_stitched_page_ties_nothing_together() -> None:

    page = f"{DISPATCH}\n\n{OTHER}"
    prints = [print_of("flood", DISPATCH), print_of("again", DISPATCH), print_of("fire", OTHER), print_of("page", page)]
    for order in itertools.permutations(prints):
        assert members(cluster(order)) == [("again", "flood", "page")]


def test_a_page_that_is_mostly_one_text_stays_with_it() -> None:
    links = [
        CopyLink("one", "page", 1.0, 0.6, ((0, 60),)),
        CopyLink("two", "page", 1.0, 0.3, ((60, 90),)),
        CopyLink("two", "other", 0.9, 0.8, ((0, 80),)),
    ]
    assert without_bridges(links) == [links[0], links[2]]
    overlapping = [links[0], CopyLink("two", "page", 1.0, 0.3, ((20, 50),))]
    assert without_bridges(overlapping) == overlapping


def test_a_link_to_nobody_is_refused() -> None:
    with pytest.raises(KeyError):
        settle([CopyLink("a", "b", 1.0, 1.0, ())], {"a": Printed(None, None, None)})


def test_what_reconciliation_asks_for() -> None:
    prints = [print_of("a", PLAIN), print_of("b", PLAIN), print_of("c", OTHER), print_of("d", OTHER.upper())]
    found = cluster([*prints[:3], print_of("e", "The bridge of Dorn is closed.", publisher="Courier")])
    assert found.heads == {"a": "a", "b": "a"}
    assert found.voices == {"a": found.origins["a"].key, "b": found.origins["a"].key, "e": "Courier"}


def test_a_dispatch_that_hundreds_print_is_one_cluster_in_any_order() -> None:
    chance = random.Random(3)
    words = PLAIN.split(" ")
    prints = []
    for number in range(300):
        edited = list(words)
        for _ in range(12):
            edited[chance.randrange(len(words))] = "".join(chance.choices("abcdefgh", k=6))
        prints.append(print_of(f"{number:03}", " ".join(edited), published=f"2031-03-{1 + number % 28:02}"))
    first = cluster(prints)
    assert [len(one.members) for one in first.clusters] == [300]
    chance.shuffle(prints)
    assert cluster(prints).clusters[0].members == first.clusters[0].members
