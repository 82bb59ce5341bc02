"""Same wording, one witness: copies of a dispatch are found, put together, and their origin named.

`fingerprint` is the stage per document, `SyndicationIndex.add` finds copies as documents come in, `cluster` (or
`settle`, from links found earlier) is the stage over the corpus. `sentences_near` finds the sentences that a document
shares with those near it or prints twice, `settle_sentences` puts them together.
"""

from dateline.syndicate.cluster import Clustered, cluster, settle, settle_sentences
from dateline.syndicate.fingerprint import fingerprint
from dateline.syndicate.index import Found, SyndicationIndex
from dateline.syndicate.origin import Printed
from dateline.syndicate.same_sentence import sentence_links, sentences_near

__all__ = [
    "Clustered",
    "Found",
    "Printed",
    "SyndicationIndex",
    "cluster",
    "fingerprint",
    "sentence_links",
    "sentences_near",
    "settle",
    "settle_sentences",
]
