"""How well claims match annotated figures: precision, recall and F1 per field, counted as the annotation guide asks."""

from dateline.evaluate.count import count
from dateline.evaluate.gold import GoldDocument, load_gold
from dateline.evaluate.measured import Measured, found_from_row, gold_from_row
from dateline.evaluate.outcome import Evaluation, evaluate
from dateline.evaluate.scores import Difference, Prf, Scores

__all__ = [
    "Difference",
    "Evaluation",
    "GoldDocument",
    "Measured",
    "Prf",
    "Scores",
    "count",
    "evaluate",
    "found_from_row",
    "gold_from_row",
    "load_gold",
]
