"""Parquet: the columns of the csv with their types, and every place and source of a claim as a list."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO, Final

from dateline.errors import MissingExtra
from dateline.export.flat import COLUMNS, flat
from dateline.export.text import writable

Row = dict[str, Any]

GROUP: Final = 10_000
"""Claims of one row group: what is held in memory at a time."""
_WHOLE: Final = frozenset({"low", "high", "occurrences", "excerpt_start", "excerpt_end", "figure_start", "figure_end"})
_REAL: Final = frozenset({"lat", "lon", "score"})
_TRUE_OR_FALSE: Final = frozenset({"implied", "cut", "direct"})
_PLACE_TEXTS: Final = ("name", "role", "modifier", "modifier_kind")
_RESOLVED_TEXTS: Final = ("gazetteer", "id", "name", "country", "admin1", "precision")
_SOURCE_TEXTS: Final = ("name", "type", "resolved")


def write_parquet(rows: Iterable[Row], out: BinaryIO) -> int:
    """Write released claims in row groups; gives their number. Raises MissingExtra without pyarrow."""
    arrow, parquet = require()
    schema = _schema(arrow)
    written, rest = 0, iter(rows)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := [_cells(row) for row in islice(rest, GROUP)]:
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))
            written += len(group)
    return written


def require() -> tuple[Any, Any]:
    """pyarrow and its parquet. Raises MissingExtra where it is not installed."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise MissingExtra("parquet needs pyarrow: install it with `pip install 'dateline[parquet]'`") from None


def _schema(arrow: Any) -> Any:
    texts = arrow.string()
    kinds = {name: arrow.int64() for name in _WHOLE}
    kinds |= {name: arrow.float64() for name in _REAL} | {name: arrow.bool_() for name in _TRUE_OR_FALSE}
    found = [(name, texts) for name in _RESOLVED_TEXTS] + [("lat", arrow.float64()), ("lon", arrow.float64())]
    place = [(name, texts) for name in _PLACE_TEXTS] + [("place", arrow.struct(found))]
    source = [(name, texts) for name in _SOURCE_TEXTS]
    nested = [("all_places", arrow.list_(arrow.struct(place))), ("all_sources", arrow.list_(arrow.struct(source)))]
    return arrow.schema([*((name, kinds.get(name, texts)) for name in COLUMNS), *nested])


def _cells(row: Row) -> Row:
    values: Row = dict(flat(row))
    values["all_places"] = [_place(one) for one in row["places"]]
    values["all_sources"] = [{name: one[name] for name in _SOURCE_TEXTS} for one in row["sources"]]
    whole: Row = _written(values)
    return whole


def _place(place: Row) -> Row:
    found = place["place"]
    kept = {name: found[name] for name in (*_RESOLVED_TEXTS, "lat", "lon")} if found else None
    return {**{name: place[name] for name in _PLACE_TEXTS}, "place": kept}


def _written(value: Any) -> Any:
    """Every text as UTF-8 can hold it."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_written(one) for one in value]
    return {name: _written(one) for name, one in value.items()} if isinstance(value, dict) else value
