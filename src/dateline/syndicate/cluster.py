"""Copies put together: clusters with their head and origin, from links alone, in no particular order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dateline.model.ids import syndication_id
from dateline.model.syndication import (
    CopyLink,
    Fingerprint,
    Origin,
    SentenceAt,
    SentenceCopies,
    SentenceLink,
    Syndication,
)
from dateline.syndicate.index import SyndicationIndex
from dateline.syndicate.origin import Printed, alone, head_of, order, origin_of_copies, reasons
from dateline.syndicate.stitched import without_bridges
from dateline.syndicate.tie import tied


class Clustered(NamedTuple):
    """All of a corpus: `clusters` by their id, and the origin of every document, copied or not."""

    clusters: tuple[Syndication, ...]
    origins: Mapping[str, Origin]

    @property
    def heads(self) -> dict[str, str]:
        """For every document that has copies, the head of its cluster."""
        return {member: one.head for one in self.clusters for member in one.members}

    @property
    def voices(self) -> dict[str, str]:
        """For every document whose words are known to be somebody's, whose: equal for two that have one voice.

        A cluster of which nobody is named has a voice all the same; a document alone, of no publisher, has none.
        """
        named = {name: origin.name or origin.key for name, origin in self.origins.items()}
        return {
            name: voice for name, voice in named.items() if self.origins[name].name or self.origins[name].cluster_id
        }


def cluster(prints: Iterable[Fingerprint]) -> Clustered:
    """Finds every copy among the documents, in any order (but see `SyndicationIndex`); one given twice counts once."""
    index = SyndicationIndex()
    printed: dict[str, Printed] = {}
    alike: dict[Printed, Printed] = {}
    links: list[CopyLink] = []
    for print_ in prints:
        links.extend(index.add(print_).copies)
        about = Printed.of(print_)
        printed[print_.document_id] = alike.setdefault(about, about)
    del index  # the larger part of what a corpus takes, and done with
    return settle(links, printed)


def settle(links: Iterable[CopyLink], printed: Mapping[str, Printed]) -> Clustered:
    """Clusters from links found earlier (`SyndicationIndex.add`). `printed` has every document, linked or not.

    Raises KeyError when a link names a document that `printed` lacks.
    """
    kept = without_bridges(links)
    clusters = tuple(sorted((_settled(group, printed) for group in _groups(kept)), key=lambda one: one.cluster_id))
    copied = {member: one.origin for one in clusters for member in one.members}
    return Clustered(clusters, {name: copied.get(name) or alone(name, each) for name, each in printed.items()})


def settle_sentences(links: Iterable[SentenceLink], printed: Mapping[str, Printed]) -> tuple[SentenceCopies, ...]:
    """Sentences of one wording put together, in a fixed order. Raises KeyError for a document that `printed` lacks."""
    pairs = (
        (SentenceAt(link.document_id, link.sentence), SentenceAt(link.other_id, link.other_sentence)) for link in links
    )
    return tuple(sorted((_in_order(group, printed) for group in tied(pairs)), key=lambda one: one.members))


def _in_order(group: set[SentenceAt], printed: Mapping[str, Printed]) -> SentenceCopies:
    return SentenceCopies(tuple(sorted(group, key=lambda at: (*order(at[0], printed[at[0]]), at[1]))))


def _settled(links: list[CopyLink], printed: Mapping[str, Printed]) -> Syndication:
    names = {name for link in links for name in (link.shorter, link.longer)}
    members = tuple(sorted(names, key=lambda name: order(name, printed[name])))
    cluster_id = syndication_id(names)
    head = head_of(members, printed)
    origin = origin_of_copies(cluster_id, head, members, printed)
    return Syndication(cluster_id, members, head, origin, reasons(links, members, head, origin, printed))


def _groups(links: list[CopyLink]) -> list[list[CopyLink]]:
    """Links that hang together."""
    number = {
        name: at for at, group in enumerate(tied((link.shorter, link.longer) for link in links)) for name in group
    }
    groups: dict[int, list[CopyLink]] = defaultdict(list)
    for link in links:
        groups[number[link.shorter]].append(link)
    return list(groups.values())
