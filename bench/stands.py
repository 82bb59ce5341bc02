"""What keeping situations in a ledger costs and spares: `python bench/stands.py [--claims N] [--jobs N] [--check]`.

Writes a ledger of N claims in made-up crises (`crises.py`) of fifty claims, each in a country of its own, told by a few
pages; then reconciles it and keeps what was found, adds one page to one crisis, and reconciles again: seconds of each,
the situations computed, and the most memory that the process took. Pages are written, not extracted.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from copies import Newsroom
from dateline.ledger import Ledger, open_ledger
from dateline.model import Claim, Document, Excerpt, Span
from dateline.model.ids import document_id, sha256_of
from dateline.model.reading import Reading
from dateline.model.situation import Reported
from dateline.run.situations import reconcile_ledger
from reconcile import MOST_WIDE_BYTES, MOST_WIDE_SECONDS, PER_SITUATION, in_a_country_of_its_own

MOST_ADDED_SECONDS = 10.0
WORDS = Newsroom(5)
"""Words around the figures, so that pages are not alike."""
Page = tuple[Reading, list[Claim]]


def pages(seed: int) -> Iterator[Page]:
    """The claims of a small crisis, each in a sentence of the page of its outlet and week."""
    told: defaultdict[tuple[str, int], list[Reported]] = defaultdict(list)
    for one in in_a_country_of_its_own(seed):
        told[one.publisher or "", int(str(one.published)[8:]) * 2 // 32].append(one)
    for (publisher, half), claims in sorted(told.items()):
        yield page(claims, f"{seed}-{publisher}-{half}", publisher)


def page(claims: list[Reported], name: str, publisher: str) -> Page:
    """A page that tells these claims, printed on the day of the last."""
    text, placed = f"Page {name}\n\n", []
    for one in claims:
        sentence, made = written(one.claim, len(text))
        text += sentence
        placed.append(made)
    data = text.encode()
    sha256 = sha256_of(data)
    last = max(str(one.published) for one in claims)
    document = Document(
        name, document_id(sha256, None, publisher), sha256, text, None, publisher, f"Page {name}", last, "en"
    )
    return Reading(document, data, name, "text/plain"), [replace(one, document_id=document.id) for one in placed]


def written(claim: Claim, at: int) -> tuple[str, Claim]:
    """A sentence for the claim, and the claim with its spans."""
    figure, place, source = claim.figure, claim.places[0], claim.sources[0]
    assert figure is not None
    said = [WORDS.sentence() for _ in range(3)]
    head = f"{source.name} said of {place.name} {said[0]} "
    sentence = f"{head}{figure.text} {said[1]} {said[2]}"
    end = at + len(sentence)
    named = at + len(source.name) + len(" said of ")
    made = replace(
        claim,
        excerpt=Excerpt(sentence, at, end),
        figure=replace(figure, start=at + len(head), end=at + len(head) + len(figure.text)),
        places=(replace(place, start=named, end=named + len(place.name)),),
        sources=(replace(source, start=at, end=at + len(source.name)),),
        occurrences=(Span(at, end),),
        part_of=None,
    )
    return f"{sentence}\n", made


def fill(ledger: Ledger, crises: int) -> tuple[int, int]:
    """Adds the pages; gives how many pages and claims."""
    readings = (one for seed in range(crises) for one in pages(seed))
    added = list(ledger.add_many(readings, extractor="made", group=200))
    return len(added), sum(one.claims_new for one in added)


def timed(ledger: Ledger, jobs: int) -> dict[str, object]:
    """One reconciliation that is kept, its result in the ledger; what it prints is not read."""
    start, used, others = time.perf_counter(), time.process_time(), children()
    found = reconcile_ledger(ledger, store=True, changed=True, jobs=jobs, claims=False)
    seconds, used = time.perf_counter() - start, time.process_time() - used
    told = {"seconds": round(seconds, 1), "processor_seconds": round(used, 1),
            "others_processor_seconds": round(children() - others, 1), "computed": len(found.computed)}  # fmt: skip
    return {**told, "mb": round(memory() / 1e6)}


def children() -> float:
    """Seconds of processor time of the processes that computed beside this one and are done."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory() -> int:
    """Bytes at the peak, of this process or the largest of those that computed."""
    return 1024 * max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main() -> int:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--claims", type=int, default=100_000, metavar="N")
    options.add_argument("--jobs", type=int, default=2, metavar="N", help="processes to compute in")
    options.add_argument("--check", action="store_true", help="exit 1 when slower or larger than it may be")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        documents, claims = fill(ledger, args.claims // PER_SITUATION)
        whole = timed(ledger, args.jobs)
        late = [replace(one, published="2031-03-30") for one in in_a_country_of_its_own(7)][:3]
        renamed = [replace(one, claim=replace(one.claim, claim_id=f"late{one.claim.claim_id}")) for one in late]
        reading, found = page(renamed, "a late page", "Late News")
        ledger.add(reading, found)
        added, again = timed(ledger, 1), timed(ledger, 1)
    told = {"documents": documents, "claims": claims, "whole": whole, "one_page_added": added, "nothing_added": again}
    print(json.dumps({"bench": "stands", **told}))
    slow = float(str(whole["seconds"])) > MOST_WIDE_SECONDS or float(str(added["seconds"])) > MOST_ADDED_SECONDS
    return 1 if args.check and (slow or memory() > MOST_WIDE_BYTES) else 0


if __name__ == "__main__":
    sys.exit(main())
