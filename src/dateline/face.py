"""The public face: what `import dateline` offers in a script or a notebook, in few verbs."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from dateline import errors
from dateline.errors import DatelineError, InputError, UsageError
from dateline.model import Claim, Document, Extraction
from dateline.model.reading import Problem
from dateline.model.words import KINDS, Kinds

if TYPE_CHECKING:
    from dateline.ledger import LedgerClaim

Row = dict[str, Any]
MOST_ROWS_SHOWN = 50
"""Rows of a notebook's table; the rest is counted."""


def read(*inputs: str | Path, published: str | None = None, lang: str | None = None) -> Iterator[Document]:
    """The documents in files, folders and JSON-lines files, in order.

    `published` (ISO date) and `lang` (ISO 639-1) hold where an input does not say so itself. Raises InputError at
    the first input that cannot be read; `dateline.read.read_inputs` gives problems as data instead.
    """
    from dateline.read import read_inputs

    for reading in read_inputs(inputs, published=published, lang=lang):
        if isinstance(reading, Problem):
            raise _error(reading)
        yield reading.document


def extract(
    what: str | Path | Document,
    *,
    published: str | None = None,
    lang: str | None = None,
    mentions: bool = False,
    explain: bool = False,
    kinds: Kinds = KINDS,
) -> Claims:
    """The claims in a text (str), in a file or folder (Path), or in a document.

    A str is the text itself, never a file's name. `published` and `lang` as for `read`; a Document keeps its own.
    `mentions` adds what was recognised, `explain` the numbers that became no claim and why; `kinds` are the kinds of
    claims that are wanted (figure, statement, event). Inputs that cannot be
    read are listed in `Claims.problems`. Raises UsageError for a str that names a file and for other types, InputError
    for an empty text.
    """
    if isinstance(what, Document):
        from dateline.extract import extract as one

        return Claims((one(what, mentions=mentions, explain=explain, kinds=kinds),))
    if isinstance(what, Path):
        from dateline.run import extract_inputs

        outcomes = list(
            extract_inputs([what], published=published, lang=lang, mentions=mentions, explain=explain, kinds=kinds)
        )
        return Claims(
            tuple(outcome for outcome in outcomes if isinstance(outcome, Extraction)),
            tuple(outcome for outcome in outcomes if isinstance(outcome, Problem)),
        )
    if not isinstance(what, str):
        raise UsageError(f"pass a text (str), a file or folder (Path) or a Document, not {type(what).__name__}")
    return extract(_text(what, published, lang), mentions=mentions, explain=explain, kinds=kinds)


def _text(text: str, published: str | None, lang: str | None) -> Document:
    from dateline.read import read_bytes

    if _names_a_file(text):
        raise UsageError(f"{text!r} is the name of a file: pass pathlib.Path({text!r}) to read it")
    data = text.encode("utf-8", "surrogatepass")
    return read_bytes(data, name="text", published=published, lang=lang, media_type="text/plain").document


def _names_a_file(text: str) -> bool:
    try:
        return 0 < len(text) < 1000 and "\n" not in text and Path(text).exists()
    except (OSError, ValueError):
        return False


@dataclass(frozen=True, slots=True, repr=False)
class Claims(Sequence[Claim]):
    """The claims of one or more documents, in the order of the text; a sequence of `Claim`.

    `extractions` keeps them by document, `problems` the inputs that could not be used. The objects hold the text as
    it was read; whatever is printed, shown or made into rows is masked.
    """

    extractions: tuple[Extraction, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """What was read."""
        return tuple(extraction.document for extraction in self.extractions)

    def __len__(self) -> int:
        return sum(len(extraction.claims) for extraction in self.extractions)

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Claim]: ...
    def __getitem__(self, index: int | slice) -> Claim | Sequence[Claim]:
        return [claim for extraction in self.extractions for claim in extraction.claims][index]

    def __repr__(self) -> str:
        counts = ((len(self), "claim"), (len(self.extractions), "document"), (len(self.problems), "problem"))
        claims, documents, problems = (f"{number:,} {what}{'' if number == 1 else 's'}" for number, what in counts)
        return f"<{claims} from {documents}{f', {problems}' if self.problems else ''}>"

    def to_rows(self) -> list[Row]:
        """One flat, masked dict a claim, all with the same keys: ready for a DataFrame."""
        from dateline.release import release_extraction

        released = (release_extraction(extraction) for extraction in self.extractions)
        return [flat({**claim, "document": row["document"]}) for row in released for claim in row["claims"]]

    def _repr_html_(self) -> str:
        return table_html(self.to_rows(), repr(self))


def to_rows(claims: Iterable[LedgerClaim]) -> list[Row]:
    """Claims of a ledger as flat, masked dicts, all with the same keys: `to_rows(ledger.claims())`."""
    from dateline.release import release_claims

    return [flat(row) for row in release_claims(claims)]


def flat(row: Row) -> Row:
    """A claim's released JSON as one level of values; lists are joined with "; ", None stays None."""
    figure, period, document = row["figure"] or {}, row["period"], row["document"]
    at = next((place["place"] for place in row["places"] if place["place"]), None) or {}
    return {
        "claim_id": row["claim_id"],
        "kind": row["kind"],
        "figure": figure.get("text"),
        **{name: figure.get(name) for name in ("low", "high", "quantifier", "unit", "implied")},
        **{name: row[name] for name in ("term", "measure", "modality", "cause", "country")},
        "places": _joined(place["name"] for place in row["places"]),
        "lat": at.get("lat"),
        "lon": at.get("lon"),
        "period_start": period["start"],
        "period_end": period["end"],
        "period_text": period["text"],
        "sources": _joined(source["name"] for source in row["sources"]),
        "source_types": _joined(source["type"] for source in row["sources"]),
        "type": row.get("type"),
        "actors": _joined(actor["name"] for actor in row.get("actors") or ()),
        **{name: (row.get(name) or {}).get("text") for name in ("trigger", "speaker", "cue", "content")},
        **{name: row[name] for name in ("part_of", "same_as", "score", "extractor")},
        "excerpt": row["excerpt"]["text"],
        "start": row["excerpt"]["start"],
        "end": row["excerpt"]["end"],
        "document_id": document["id"],
        **{name: document[name] for name in ("url", "publisher", "title", "published", "lang")},
    }


def _joined(names: Iterable[str]) -> str | None:
    return "; ".join(names) or None


SHOWN = ("figure", "low", "high", "term", "measure", "places", "period_start", "period_end", "sources", "excerpt")


def table_html(rows: Sequence[Row], caption: str, shown: Sequence[str] = SHOWN) -> str:
    """A plain table for a notebook; every cell is escaped."""
    head = "".join(f'<th scope="col">{name}</th>' for name in shown)
    body = "".join(f"<tr>{''.join(_cell(row[name]) for name in shown)}</tr>" for row in rows[:MOST_ROWS_SHOWN])
    more = f" ({len(rows) - MOST_ROWS_SHOWN} more)" if len(rows) > MOST_ROWS_SHOWN else ""
    title = f"<caption>{html.escape(caption)}{more}</caption>"
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return f"<td>{'' if value is None else html.escape(str(value))}</td>"


def _error(problem: Problem) -> DatelineError:
    """The problem as the error that it stands for."""
    kind = getattr(errors, problem.error, InputError)
    said = f"{problem.message}. {problem.advice}" if problem.advice else problem.message
    raised: DatelineError = kind(said, document=problem.input)
    return raised


__all__ = ["Claims", "extract", "flat", "read", "to_rows"]
