"""Who is behind the wording: the head of a cluster, and the origin of every document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.model.syndication import CopyLink, Fingerprint, Origin
from dateline.syndicate.credit import agency_named
from dateline.vocab.fold import fold


class Printed(NamedTuple):
    """What is known of a document's printing, beside its words."""

    published: str | None
    publisher: str | None
    agency: str | None

    @classmethod
    def of(cls, print_: Fingerprint) -> Printed:
        """The part of a fingerprint that clusters are settled by."""
        return cls(print_.published, print_.publisher, print_.agency)


def order(name: str, printed: Printed) -> tuple[bool, str, str]:
    """The fixed order of members: by date as written, undated ones last, then by id."""
    return (printed.published is None, printed.published or "", name)


def head_of(members: Sequence[str], printed: Mapping[str, Printed]) -> str:
    """The agency's own, else the earliest. `members` are in their fixed order."""
    credited = _agency(members, printed)
    own = (name for name in members if credited and agency_named(printed[name].publisher) == credited)
    return next(own, members[0])


def origin_of_copies(cluster_id: str, head: str, members: Sequence[str], printed: Mapping[str, Printed]) -> Origin:
    """The agency that most members credit, else the publisher of the head."""
    agency = _agency(members, printed)
    if agency:
        return Origin(agency, "agency", cluster_id, _key(agency))
    name = printed[head].publisher
    return Origin(name, "earliest", cluster_id, _key(name) if name else f"cluster:{cluster_id}")


def alone(name: str, printed: Printed) -> Origin:
    """The origin of a document without copies: the agency it credits, else its publisher."""
    return _of(printed.publisher, printed.agency) or Origin(None, "publisher", None, f"document:{name}")


@lru_cache(maxsize=1 << 14)
def _of(publisher: str | None, agency: str | None) -> Origin | None:
    """One origin for all documents of an agency or publisher, or None: a corpus has millions of these."""
    if agency:
        return Origin(agency, "agency", None, _key(agency))
    return Origin(publisher, "publisher", None, _key(publisher)) if publisher else None


def reasons(
    links: Sequence[CopyLink], members: Sequence[str], head: str, origin: Origin, printed: Mapping[str, Printed]
) -> tuple[str, ...]:
    """Why these are copies and whose: sentences for a reader, in a fixed order."""
    low, high = min(link.share for link in links), max(link.share for link in links)
    told = [f"{len(members)} documents share between {low:.0%} and {high:.0%} of the shorter one's words"]
    if origin.kind == "agency":
        count = sum(printed[name].agency == origin.name for name in members)
        told.append(f"{count} of them credit{'s' if count == 1 else ''} {origin.name}")
    if agency_named(printed[head].publisher) == origin.name and origin.name:
        told.append("the head is the agency's own")
    elif printed[head].published:
        told.append(f"the head is the earliest, of {printed[head].published}")
    else:
        told.append("no member is dated; the head is the first by its id")
    return tuple(told)


def _agency(members: Sequence[str], printed: Mapping[str, Printed]) -> str | None:
    """The agency that most credit; of two that as many credit, the one that is credited first."""
    credited = Counter(agency for name in members if (agency := printed[name].agency))
    return max(credited, key=lambda agency: credited[agency]) if credited else None


def _key(name: str) -> str:
    return f"name:{fold(name)}"
