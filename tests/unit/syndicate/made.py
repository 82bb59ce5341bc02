"""News made for these tests: an invented flood, told by an agency and printed by others."""

from __future__ import annotations

from typing import Any

from dateline.model import Document
from dateline.model.syndication import Fingerprint
from dateline.syndicate import fingerprint

DISPATCH = """\
MARVELA (Reuters) - At least 42 people drowned and 3,100 families left their homes after the Tessin dam gave
way on Monday night, the civil protection office said.

Water stood two metres high in the streets of Lower Orvel, where boats took the elderly from their roofs until
dawn. "We heard a crack and then the river was in the kitchen," said a baker from the quay, who carried his
mother to the church tower. The office said that 17 people were still missing in three villages which no road
reaches any more.

The governor, Ilse Brandt, asked the capital for helicopters and field kitchens. Schools in the whole of
Kessel district will stay closed until the end of the week, and trains to the coast run only as far as Harrow.

Engineers had warned in March that the dam's western gate would not hold another wet spring. The ministry of
works said then that repairs would begin in the summer."""

OTHER = """A fire in the spinning mill of Dorn killed nine workers on Tuesday and injured 23 others, the fire brigade
said.

The flames broke out in the store for raw wool and reached the night shift within minutes, because the doors
to the yard were locked from outside, two survivors told the local radio. The owner of the mill, who was taken
in for questioning, has run three factories in the valley since 2011. Inspectors had fined him twice for
blocked stairs."""


def document(name: str, text: str, **given: Any) -> Document:
    """A document of that text; its id is its name."""
    known = {"url": None, "publisher": None, "title": None, "published": None, "lang": "en", **given}
    return Document(name=name, id=name, sha256="0" * 64, text=text, **known)


def print_of(name: str, text: str, **given: str | None) -> Fingerprint:
    """Its fingerprint."""
    return fingerprint(document(name, text, **given))


def republished(text: str = DISPATCH) -> str:
    """With another headline and byline, house words, and a first sentence of its own."""
    body = text.partition("\n\n")[2].replace("capital", "federal government").replace("Schools", "All schools")
    head = "Flood kills dozens after dam breaks\n\nBy our correspondent\n\nA dam broke near Orvel and killed 42."
    return f"{head}\n\n{body}"


def shortened(text: str = DISPATCH) -> str:
    """The beginning alone."""
    return "\n\n".join(text.split("\n\n")[:2])
