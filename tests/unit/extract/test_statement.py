"""Statements of invented pages: who says what, in which words."""

from __future__ import annotations

import sys

import pytest
from spoken import Told, drafts_of, page_of, told

from dateline.extract.draft import Page
from dateline.extract.sheet import sheet_of
from dateline.extract.statement import statements
from dateline.model import Document
from dateline.model.ids import document_id, sha256_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor said that the bridge would stay closed.",
            Told("The mayor", "said", ("the bridge would stay closed",)),
        ),
        (
            'Harbour ministry spokesman Tomas Vell told reporters: "We will not leave the port."',
            Told("Tomas Vell", "told", ("We will not leave the port",)),
        ),
        (
            '"The road is open again," said Ana Brix, governor of Norvale.',
            Told("Ana Brix", "said", ("The road is open again",)),
        ),
        (
            '"We are tired," the governor said. "Nobody has slept."',
            Told("the governor", "said", ("We are tired", "Nobody has slept")),
        ),
        (
            "According to the Harbour Relief Council, the town has no water.",
            Told("Harbour Relief Council", "According to", ("the town has no water",)),
        ),
        (
            "The dam, officials said, had been empty for weeks.",
            Told("officials", "said", ("The dam", "had been empty for weeks")),
        ),
        (
            "The governor denied that the army had shelled the market.",
            Told("The governor", "denied", ("the army had shelled the market",)),
        ),
        (
            "The governor denied reports that the dam had burst; he put the damage at nine houses.",
            Told("The governor", "denied", ("reports that the dam had burst",)),
        ),
        (
            "The militia did not answer; it has denied targeting villagers.",
            Told("it", "denied", ("targeting villagers",)),
        ),
        (
            "The governor said the dam was lost; nobody could save it.",
            Told("The governor", "said", ("the dam was lost; nobody could save it",)),
        ),
        (
            "The minister accused the rebels of hiding among the families.",
            Told("The minister", "accused", ("the rebels of hiding among the families",)),
        ),
        (
            "The government announced a truce in the eastern valley.",
            Told("The government", "announced", ("a truce in the eastern valley",)),
        ),
        (
            "The minister's claim that the city had fallen was false.",
            Told("The minister", "claim", ("the city had fallen",)),
        ),
        (
            "Xinhua reported, quoting a provincial official, that the dam had burst.",
            Told("a provincial official", "reported", ("the dam had burst",)),
        ),
        (
            "Shells fell on the old town in the north the Syrian Observatory for Human Rights said on Monday.",
            Told("Syrian Observatory for Human Rights", "said", ("Shells fell on the old town in the north",)),
        ),
    ],
)
def test_who_says_what(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The governor did not say when the bridge would open.",
        "The army could announce a truce.",
        "The old market of Norvale opened its doors again.",
        "The minister wants to tell the families that the war is over.",
        "Norvale District: On 8 August, five farmers were abducted.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert told(text) == []


def test_content_stands_in_the_text_without_marks_and_stop() -> None:
    page = page_of('The mayor of Norvale said: "The wells are dry. We need help."')
    (draft,) = statements(page)
    assert draft.direct
    assert page.text[draft.content[0] : draft.content[1]] == "The wells are dry. We need help"


def test_words_quoted_in_part_are_indirect() -> None:
    (draft,) = drafts_of('The envoy said that the truce was "holding in most places".')
    assert not draft.direct


def test_a_caption_and_an_opinion_are_nobodys_words() -> None:
    caption, opinion = drafts_of(
        "This video shows families crossing the river. Losing the port would be a major blow to the army."
    )
    assert (caption.form, caption.speaker) == ("caption", None)
    assert (opinion.form, opinion.speaker) == ("opinion", None)


def test_an_unnamed_opinion_word_is_no_opinion() -> None:
    assert told("The harbour was a blow to behold.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Army spokeswoman Ana Brix said the road was open.", "spokesperson"),
        ("Defence Minister Tomas Vell said the road was open.", "in_office"),
        ("Ana Brix, a nurse who fled with her sons, said the road was open.", "private"),
        ("Ana Brix said the road was open.", "private"),
        ("The ministry said the road was open.", None),
    ],
)
def test_how_the_speaker_speaks(text: str, kind: str | None) -> None:
    (draft,) = drafts_of(text)
    assert draft.speaker_type == kind


def test_office_and_body_beside_the_name() -> None:
    page = page_of("Marta Olin, a spokeswoman for the Harbour Relief Council, said the town was empty.")
    (draft,) = statements(page)
    assert draft.role and draft.organisation
    assert page.text[draft.role[0] : draft.role[1]] == "spokeswoman for the Harbour Relief Council"
    assert page.text[draft.organisation[0] : draft.organisation[1]] == "Harbour Relief Council"


def test_a_sentence_that_was_not_parsed_is_passed_over() -> None:
    text = "The mayor said that the bridge would stay closed."
    sha256 = sha256_of(text.encode())
    sheet = sheet_of(Document("page", document_id(sha256, None, None), sha256, text, lang="en"))
    assert statements(Page(sheet.document, sheet.working.text, tuple(sheet.sentences()))) == []


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_quotation_right_behind_goes_on_with_the_speaker(gap: str) -> None:
    text = f'The mayor said the town was lost.{gap}"We left with nothing but our coats. Nobody helped."'
    assert told(text) == [
        Told("The mayor", "said", ("the town was lost",)),
        Told("The mayor", None, ("We left with nothing but our coats. Nobody helped",)),
    ]


def test_a_quotation_of_nobody_is_given_to_nobody() -> None:
    text = 'The mayor opened the bridge. "We left with nothing but our coats."'
    assert told(text) == []


def test_of_two_speakers_none_goes_on() -> None:
    text = (
        'The mayor said the town was lost, while the governor said it was safe. "We left with nothing but our coats."'
    )
    assert len(told(text)) == 2


def test_twice_the_statements_are_twice_the_work() -> None:
    def calls(paragraphs: int) -> int:
        told = (
            'The mayor said the town was lost, adding that it burned. "We left with our coats," he said. "It rained."'
        )
        page = page_of("\n\n".join([told] * paragraphs))
        counted = 0

        def count(*_: object) -> None:
            nonlocal counted
            counted += 1

        sys.setprofile(count)
        try:
            statements(page)
        finally:
            sys.setprofile(None)
        return counted

    calls(2)
    assert calls(80) < 2.4 * calls(40)
