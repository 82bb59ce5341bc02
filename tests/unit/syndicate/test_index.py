"""Which documents are copies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import DISPATCH, OTHER, print_of, republished, shortened

from dateline.errors import UsageError
from dateline.syndicate import SyndicationIndex
from dateline.syndicate.index import page_number, passages


def linked(*texts: str) -> list[tuple[str, str]]:
    """Pairs of copies among the texts, by their place in the call."""
    index = SyndicationIndex()
    found = [link for at, text in enumerate(texts) for link in index.add(print_of(str(at), text)).copies]
    return sorted(tuple(sorted((link.shorter, link.longer))) for link in found)  # type: ignore[misc]


@pytest.mark.parametrize(
    "copy",
    [
        DISPATCH, republished(), shortened(), DISPATCH.upper(), DISPATCH.replace("\n\n", " "),
        "\n\n".join(reversed(DISPATCH.split("\n\n"))),
        DISPATCH.replace("42", "45").replace("17 people", "14 people"),
        f"Sign in to your account.\n\n{DISPATCH}\n\nAll rights reserved. Subscribe to our newsletter.",
        f"{OTHER}\n\n{DISPATCH}",
    ],
    ids=["same", "republished", "shortened", "capitals", "no paragraphs", "reordered", "new toll", "site", "stitched"],
)  # fmt: skip
def test_a_copy(copy: str) -> None:
    assert linked(DISPATCH, OTHER, copy) in ([("0", "2")], [("0", "2"), ("1", "2")])


INDEPENDENT = """\
The Tessin dam failed late on Monday and flooded Lower Orvel, killing 42, officials in Kessel district said.

People climbed into attics and onto the tower of the church. "We heard a crack and then the river was in the
kitchen," a baker remembered. Ilse Brandt, who governs the district, wants helicopters. For years the
hydrologists of the university of Harrow had measured leaks below the western gate, and for years their
letters went unanswered, one of them said."""


def test_the_same_event_in_other_words_is_no_copy() -> None:
    assert linked(DISPATCH, INDEPENDENT) == []


def brief(age: str, where: str, block: str, hour: str, clinic: str, limb: str) -> str:
    """A local outlet's form for a shooting."""
    return (
        f"A {age}-year-old boy was wounded in a shooting in the {where} neighborhood on the South Side, police said. "
        f"The boy was standing on the sidewalk in the {block} block of {where} Street about {hour} p.m. when someone "
        f"fired shots. He was shot in the {limb} and was taken to {clinic} Hospital in good condition. "
        "No one was in custody as detectives investigate."
    )


def test_a_form_filled_in_anew_is_no_copy() -> None:
    one = brief("15", "Harrow", "4200", "6:15", "Linden", "leg")
    assert linked(one, brief("17", "Millbrook", "1100", "9:40", "Saint Otto", "arm")) == []
    assert linked(one, one.replace("police said", "authorities said")) == [("0", "1")]


BULLETIN = """\
Daily bulletin of the Kessel flood office. The gauge at Harrow stood at {} centimetres, that at Orvel bridge
at {} centimetres. The office counted {} families in the halls of Dorn and {} families in the school of Orvel.
Boats made {} trips, and {} tonnes of bread were brought. The next bulletin follows tomorrow at noon."""


def test_another_days_bulletin_is_no_copy() -> None:
    assert linked(BULLETIN.format(412, 388, 310, 95, 47, 12), BULLETIN.format(377, 351, 284, 61, 33, 9)) == []


def test_a_shared_background_is_no_copy() -> None:
    background = (
        "Kessel has been flooded four times since the Tessin dam was built, and each time the ministry of works "
        "promised to strengthen the western gate, according to records kept by the university. The dam holds back "
        "the largest lake of the region, from which two million people draw their water and which feeds three "
        "power stations."
    )
    one = f"Nine sheep drowned at Dorn on 4 May when the Lissa rose, farmer Otto Kern said.\n\n{background}"
    two = f"Minister Paula Reik resigned in Marvela after 11 months over the Halden report.\n\n{background}"
    assert linked(one, two) == []


FRENCH = (
    "Au moins 42 personnes se sont noyées lundi à Marvela après la rupture du barrage de Tessin, a "
    "annoncé la protection civile. Des bateaux ont recueilli les personnes âgées réfugiées sur les toits "
    "jusqu'à l'aube. Trois villages restent coupés du monde et 17 habitants manquent à l'appel."
)
ARABIC = (
    "قال مسؤولون إن 42 شخصا على الأقل غرقوا ليلة الاثنين بعد انهيار سد تيسين قرب مارفيلا. وأضافوا أن "
    "القوارب نقلت المسنين من أسطح المنازل حتى الفجر. ولا تزال ثلاث قرى معزولة عن العالم، وفقد 17 من "
    "سكانها منذ ذلك الحين."
)


@pytest.mark.parametrize("text", [FRENCH, ARABIC], ids=["French", "Arabic"])
def test_other_languages(text: str) -> None:
    shorter = text.rpartition(". ")[0]
    assert linked(text, FRENCH if text is ARABIC else ARABIC, shorter) == [("0", "2")]


def test_too_little_to_be_anybodys() -> None:
    assert linked("Dam breaks near Orvel.", "Dam breaks near Orvel.") == []
    assert linked("", "") == []


def test_versions_of_one_page_are_no_copies() -> None:
    index = SyndicationIndex()
    index.add(print_of("a", DISPATCH, url="https://courier.example/dam"))
    assert index.add(print_of("b", DISPATCH + " It rains.", url="http://www.courier.example:80/dam/#top")).copies == ()
    (link,) = index.add(print_of("c", republished(), url="https://herald.example/dam")).copies[:1]
    assert link.longer in ("a", "b")


def test_an_address_names_one_page() -> None:
    same = {page_number(url) for url in ("http://a.example/x", "https://www.a.example/x/", "http://a.example:80/x#y")}
    assert len(same) == 1 and page_number("http://a.example/y") not in same
    assert page_number(None) == page_number("") == 0


def test_added_twice_is_added_once() -> None:
    index = SyndicationIndex()
    index.add(print_of("a", DISPATCH))
    assert index.add(print_of("a", DISPATCH)) == index.add(print_of("a", OTHER))
    assert len(index) == 1


def test_a_fingerprint_of_another_version_is_refused() -> None:
    old = replace(print_of("a", DISPATCH), version=0)
    with pytest.raises(UsageError, match="make it anew"):
        SyndicationIndex().add(old)


def test_a_link_says_how_much_and_where() -> None:
    index = SyndicationIndex()
    index.add(print_of("long", f"{OTHER}\n\n{shortened()}"))
    (link,) = index.add(print_of("short", shortened())).copies
    assert (link.shorter, link.longer, link.share) == ("short", "long", 1.0)
    assert 0.3 < link.back < 0.8
    ((start, end),) = link.passages
    words = len(print_of("x", OTHER).words) // 2
    assert abs(start - words) <= 1 and end - start >= 80


def test_near_names_those_that_share_a_passage() -> None:
    index = SyndicationIndex()
    index.add(print_of("a", DISPATCH))
    quote = DISPATCH.split("\n\n")[1]
    found = index.add(print_of("b", f"{OTHER} {OTHER.upper().replace('MILL', 'WORKS')}\n\n{quote}"))
    assert found.copies == () and found.near == ("a",)


def test_gaps_are_edits_and_crumbs_are_left_out() -> None:
    import numpy as np

    marks = np.zeros(80, dtype=np.bool_)
    marks[2:12] = marks[15:30] = marks[60:64] = True
    assert passages(marks) == ((2, 30),)
