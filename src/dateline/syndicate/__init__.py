"""Same wording, one witness: copies of a dispatch are found, put together, and their origin named.

`fingerprint` is the stage per document, `SyndicationIndex.add` finds copies as documents come in, `cluster` (or
`settle`, from links found earlier) is the stage over the corpus, `sentence_links` tells which sentences of two
documents, or of one stitched page, are the same.
"""

from dateline.syndicate.cluster import Clustered, cluster, settle
from dateline.syndicate.fingerprint import fingerprint
from dateline.syndicate.index import Found, SyndicationIndex
from dateline.syndicate.origin import Printed
from dateline.syndicate.same_sentence import sentence_links

__all__ = [
    "Clustered",
    "Found",
    "Printed",
    "SyndicationIndex",
    "cluster",
    "fingerprint",
    "sentence_links",
    "settle",
]
