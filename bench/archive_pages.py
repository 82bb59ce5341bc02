"""Pages of an archive of news as the benchmark writes them: invented sentences in the dress of real pages.

Of 100 pages 5 tell of an invented crisis (6 to 12 of their 30 sentences carry claims), 12 have numbers and trigger
words in menus, sport and business that a scan of the bytes must let through, and the others talk of towns. Around the
text (median 4,500 characters) stand menus, scripts, styles and teasers (median 150 kB in all).
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

Kind = Literal["crisis", "numbers", "talk"]

CRISIS, NUMBERS = 0.05, 0.12
"""Shares of the pages."""
_SENTENCES = 30

_PLACES = (
    "Harbourtown", "Lower Mill", "Esk Valley", "Port Anselm", "Greyfield", "Tarn", "Maritsa", "Riberalta", "Quelimane",
    "Sana'a", "Tikrit", "Hodeidah", "Cotabato", "Chimoio",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "3 March", "Friday night", "12 May 2031", "the weekend")
_TELLERS = (
    "officials of the province said", "the Harbour Relief Council said in a statement", "a spokesman for the army said",
    "two doctors at the hospital told reporters", "residents of the quarter said by telephone",
)  # fmt: skip
_CRISIS = (
    "At least {n} people were killed and {m} injured when the dam above {place} broke late on {day}, {who}, as boats "
    "from the villages along the river searched the fields.",
    "More than {n} families have fled {place} since {day}, {who}, and many of them sleep in schools and under bridges.",
    "About {n} people remain displaced in the camps around {place}, {m} of them children, {who} on {day}.",
    "{n} houses were destroyed and {m} damaged in {place} and the hamlets behind it, {who} after a first count.",
    "Police detained {n} people in {place} on {day} after the clashes in which {m} soldiers were wounded, {who}.",
    "Shelling hit the market of {place} on {day} and killed {m} civilians, {who}, the third attack within a week.",
)
_NUMBERS = (
    "The club killed off the game with {m} goals in its last {n} minutes and left {place} with three points on {day}, "
    "as its trainer had said it would.",
    "Shares of the company were hit hard and fell by {m} percent on {day}, and analysts said that {n} of its stores in "
    "{place} are the first casualties of its prices.",
    "The council will hold {m} meetings in {place} and needs {n} volunteers, {m} more than at the last count on {day}.",
    "The striker missed a penalty after {m} minutes, and in {place} the side won {n} duels, more than in any match "
    "since its bus broke down on {day}.",
)
_TALK = (
    "The old market of {place} opened its doors again and the bakers sang, although the wind came in from the water "
    "and the awnings had not yet been mended.",
    "Nobody in {place} could say who had painted the bridge in so bright a blue, and the mayor would not guess either "
    "when she was asked about it at the fair.",
    "She walked along the river and thought of the songs of her grandmother, of which the library keeps a whole shelf, "
    "bound in green cloth.",
    "The minister praised the work of the schools and promised to visit {place} again before the leaves are down and "
    "the roads are bad.",
    "It is a quiet town with narrow streets, and its library is known far beyond the valley for a collection of maps "
    "that a merchant left to it.",
    "The new hall will have a stage, a garden and a room for the choir, which has long practised in the cellar of the "
    "bank at {place}.",
)
_MENU = (
    "Home", "World", "Africa", "Business", "Sport", "Live scores: {n} games", "Weather", "Top {m} books", "Most read",
    "{m} killed in film: a review", "War and peace", "Culture", "{n} jobs", "Crossword", "Contact", "Subscribe for {m}",
)  # fmt: skip


def kinds(count: int, chance: random.Random) -> list[Kind]:
    """What each of so many pages is; the shares are exact."""
    crisis, numbers = round(CRISIS * count), round(NUMBERS * count)
    shares: dict[Kind, int] = {"crisis": crisis, "numbers": numbers, "talk": count - crisis - numbers}
    pages = [kind for kind, many in shares.items() for _ in range(many)]
    chance.shuffle(pages)
    return pages


def told(kind: Kind, chance: random.Random) -> list[str]:
    """The sentences of a page's text."""
    hits = 0 if kind == "talk" else chance.randint(6, 12)
    patterns = [chance.choice(_CRISIS if kind == "crisis" else _NUMBERS) for _ in range(hits)]
    patterns += [chance.choice(_TALK) for _ in range(round(_SENTENCES * chance.lognormvariate(0, 0.25)) - hits)]
    chance.shuffle(patterns)
    return [_filled(pattern, chance) for pattern in patterns]


def page(number: int, kind: Kind, chance: random.Random) -> bytes:
    """A page as a server would send it."""
    sentences = told(kind, chance)
    paragraphs = "".join(f"<p>{' '.join(sentences[at : at + 3])}</p>\n" for at in range(0, len(sentences), 3))
    title = f"{chance.choice(_PLACES)} {kind} no. {number}: {sentences[0].split(',')[0][:60]}"
    head = (
        f"<title>{title} | The Greyfield Post</title><meta property='og:site_name' content='The Greyfield Post'>"
        f"<meta property='article:published_time' content='2031-05-{1 + number % 28:02}T08:00:00Z'>"
    )
    body = f"<main><article><h1>{title}</h1>{paragraphs}</article></main>"
    size = 150_000 * chance.lognormvariate(0, 0.3) - len(body)
    return (
        f"<!doctype html><html lang='en'><head>{head}{_scripts(0.55 * size, chance)}</head><body>"
        f"{_menu(0.2 * size, chance)}{body}{_teasers(0.25 * size, chance)}</body></html>"
    ).encode()


def write(path: Path, count: int, seed: int = 1) -> list[Kind]:
    """An archive (WARC.GZ, a member a record) of so many pages; gives what they are, in their order."""
    chance = random.Random(seed)
    pages = kinds(count, chance)
    with path.open("wb") as stream:
        for number, kind in enumerate(pages):
            stream.write(gzip.compress(record(number, page(number, kind, chance)), 5, mtime=0))
    return pages


def record(number: int, body: bytes) -> bytes:
    """A response record around a page."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{number}\r\n"
        f"WARC-Date: 2031-05-14T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _filled(pattern: str, chance: random.Random) -> str:
    words = pattern.format(
        n=chance.randint(20, 900), m=chance.randint(2, 90), place=chance.choice(_PLACES), day=chance.choice(_DAYS),
        who=chance.choice(_TELLERS),
    )  # fmt: skip
    return words[0].upper() + words[1:]


def _scripts(size: float, chance: random.Random) -> str:
    return "".join(_pieces(size, chance, "<script>var cfg{n}={{id:{m},url:'/static/{n}/app.js',f:function(a,b)"
                           "{{return a+b*{m}}},list:[{n},{m},3,4]}};track('view',{n});</script>\n"
                           "<style>.c{n}{{margin:{m}px;padding:{m}px;color:#{n}a}}</style>\n"))  # fmt: skip


def _menu(size: float, chance: random.Random) -> str:
    entry = "<li class='nav level-{m}'><a class='nav-link' href='/section/{n}' data-id='{n}{m}'>{label}</a></li>\n"
    return f"<nav><ul>{''.join(_pieces(size, chance, entry))}</ul></nav>"


def _teasers(size: float, chance: random.Random) -> str:
    entry = (
        "<div class='teaser'><a href='/story/{n}/{m}.html'><img src='/img/{n}.jpg' width='{n}' alt=''>"
        "<span class='teaser__title'>{label}</span></a></div>\n"
    )
    return f"<aside class='more-stories'>{''.join(_pieces(size, chance, entry))}</aside><footer>© The Post</footer>"


def _pieces(size: float, chance: random.Random, pattern: str) -> Iterator[str]:
    done = 0
    while done < size:
        n, m = chance.randint(20, 9_000), chance.randint(2, 90)
        piece = pattern.format(n=n, m=m, label=chance.choice(_MENU).format(n=n, m=m))
        done += len(piece)
        yield piece
