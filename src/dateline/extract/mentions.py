"""What was recognised on a page, whether or not a claim uses it (`extract --mentions`)."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.draft import Attribution, Page, Timex, Toponym
from dateline.extract.quantity.abroad import UNPARSED, counts, unit_of
from dateline.extract.quantity.bounded import bounded
from dateline.extract.quantity.recognize import Counting, recognize
from dateline.extract.repair import Working
from dateline.extract.sentence import Sentence
from dateline.model import Figure, Mention, Period, Source
from dateline.model.words import UNITS


def mentions_of(page: Page, working: Working) -> tuple[Mention, ...]:
    """Toponyms, time expressions, counted numbers and sources at canonical offsets, in reading order."""
    text = page.document.text
    found = [
        *(_toponym(t, working, text) for t in page.toponyms),
        *(_timex(t, working, text) for t in page.timexes),
        *(_source(a, working, text) for a in page.attributions),
        *_quantities(page, working, text),
    ]
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind)))


def _toponym(toponym: Toponym, working: Working, text: str) -> Mention:
    start, end = working.canonical(toponym.start, toponym.end)
    return Mention("toponym", text[start:end], start, end, place=toponym.place)


def _timex(timex: Timex, working: Working, text: str) -> Mention:
    start, end = working.canonical(timex.start, timex.end)
    period = Period(timex.first, timex.last, text[start:end], timex.precision, timex.anchor)
    return Mention("timex", text[start:end], start, end, period=period, value=timex.value)


def _source(source: Attribution, working: Working, text: str) -> Mention:
    start, end = working.canonical(source.start, source.end)
    return Mention(
        "source", text[start:end], start, end, source=Source(text[start:end], source.type, start, end, source.resolved)
    )


def _quantities(page: Page, working: Working, text: str) -> Iterator[Mention]:
    """Any counted number, of people or not; dates, ages, measures and money are none."""
    lang = page.document.lang
    if lang in UNPARSED:
        yield from _counts_abroad(page, working, text, lang)
        return
    for sentence in page.sentences:
        for counting in recognize(sentence):
            if counting.number.refused is None:
                yield _quantity(sentence, counting, working, text)


def _counts_abroad(page: Page, working: Working, text: str, lang: str) -> Iterator[Mention]:
    """The counted numbers of a page whose language is not parsed, those of its dates left out.

    Read from the page as it stands: the repair writes numbers the English way.
    """
    days = {at for timex in page.timexes for at in range(*working.canonical(timex.start, timex.end))}
    for number in counts(text, lang):
        if days.isdisjoint(range(number.core, number.core_end)):
            words = text[number.start : number.end]
            unit = unit_of(text, number, lang)
            figure = Figure(words, number.start, number.end, number.low, number.high, number.quantifier, unit)
            yield Mention("quantity", words, number.start, number.end, figure=figure)


def _quantity(sentence: Sentence, counting: Counting, working: Working, text: str) -> Mention:
    start, end = working.canonical(sentence.start + counting.number.start, sentence.start + counting.number.end)
    low, high, quantifier = bounded(counting)
    unit = next((u for u in UNITS if u == counting.counted), "person")
    figure = Figure(text[start:end], start, end, low, high, quantifier, unit)  # type: ignore[arg-type]
    return Mention("quantity", text[start:end], start, end, figure=figure)
