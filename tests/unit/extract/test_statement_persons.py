"""Speakers' names: office-holders and voices of bodies come back, private persons' names are masked."""

from __future__ import annotations

import pytest
from spoken import page_of

from dateline.extract import person
from dateline.extract.statement import statements

PRIVATE = [
    "Ana Brix, a nurse at the harbour clinic, said the wards were full.",
    "Tomas Vell, a resident of Norvale, said the shelling began at dawn.",
    "Orlenka, one of the survivors, said the boat had turned over.",
    "Marta Olin, a doctor, told reporters that there was no water.",
    "Reporter Ilse Grau said the road was blocked.",
    "Pavlo Dren, whose son was killed, said nobody had come.",
    "Aid worker Jonas Pell said the convoy had turned back.",
    "Activist Tarek Lind said the market was burning.",
    "Ottomar, a shopkeeper, said in a statement to the police that he had seen the men.",
    "Captain Leo Marsk was killed on Sunday. Marsk said in March that he was tired.",
    "Veranda Holt, the mother of two boys, said they had fled on foot.",
]
PUBLIC = [
    ("Harbour ministry spokesman Tomas Vell said the port was closed.", "spokesperson"),
    ("Ana Brix, a spokeswoman for the Harbour Relief Council, said the port was closed.", "spokesperson"),
    ("Prime Minister Orla Denn said the port was closed.", "in_office"),
    ("Norvale governor Pavlo Dren said the port was closed.", "in_office"),
    ("Colonel Leo Marsk, commander of the eastern garrison, said the port was closed.", "in_office"),
    ("The UN special envoy for the valley, Marta Olin, warned that the port was closed.", "in_office"),
    ("Governor Ilse Grau toured the port. Grau said it was closed.", "in_office"),
]


@pytest.mark.parametrize("text", PRIVATE)
def test_a_private_speaker_is_typed_and_masked(text: str) -> None:
    page = page_of(text)
    draft = statements(page)[-1]
    assert draft.speaker_type == "private"
    assert draft.speaker is not None
    masked = person.find(page, page.sentences)
    assert any(start <= draft.speaker[0] and draft.speaker[1] <= end for start, end in masked)


@pytest.mark.parametrize(("text", "kind"), PUBLIC)
def test_who_bears_an_office_is_typed_and_stays(text: str, kind: str) -> None:
    page = page_of(text)
    draft = statements(page)[-1]
    assert draft.speaker_type == kind
    assert person.find(page, page.sentences) == []


def test_a_single_name_that_issues_statements_speaks_in_office() -> None:
    page = page_of('"The forces are searching the harbour," Ostrvelt said in a statement.')
    assert [draft.speaker_type for draft in statements(page)] == ["in_office"]
    assert person.find(page, page.sentences) == []


def test_a_single_name_that_only_speaks_is_private() -> None:
    page = page_of('"The forces are searching the harbour," Ostrvelt said.')
    assert [draft.speaker_type for draft in statements(page)] == ["private"]
    assert person.find(page, page.sentences) != []


@pytest.mark.parametrize("text", ["Iraq said the port was closed.", "Damascus said the port was closed."])
def test_a_place_that_speaks_is_no_person(text: str) -> None:
    (draft,) = statements(page_of(text))
    assert draft.speaker_type is None
