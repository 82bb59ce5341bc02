"""Which places belong to each claim of a page, and in which role.

The sentence's own places first (`place_own`), in their roles (`place_role`). Where the sentence names none, a place is
carried from the telling that it continues (`place_scene`); then each has the places around it that the text gives
(`place_around`). A speaker's office, a body's name and a place that only describes another ("12 km from Dabiq") give
none (`place_aside`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.assemble.place_around import Around
from dateline.extract.assemble.place_aside import is_aside
from dateline.extract.assemble.place_groups import Group, groups_of
from dateline.extract.assemble.place_lines import lines_of, untold
from dateline.extract.assemble.place_of_parts import gapped, of_parts
from dateline.extract.assemble.place_own import own_groups
from dateline.extract.assemble.place_role import roles_of
from dateline.extract.assemble.place_rows import is_total, rows_of
from dateline.extract.assemble.place_scene import Placed, Scenes
from dateline.extract.assemble.place_text import rows as in_rows
from dateline.extract.draft import Draft, Page, Toponym
from dateline.extract.sentence import Sentence
from dateline.model.words import Role
from dateline.vocab.fold import fold

__all__ = ["Placed", "groups_by_sentence", "own_places", "places_of"]


def places_of(page: Page, wholes: Sequence[int | None]) -> list[Placed]:
    """The places of each draft of a page with their roles; () where the text leaves it open.

    `wholes` holds for each draft the index of the draft that it is a part of, or None.
    """
    here = groups_by_sentence(page)
    around = Around(page, here, wholes)
    spare: dict[int, Placed] = {}
    lines = lines_of(page)
    own = untold(lines, page.drafts, own_places(page, here, wholes, spare))
    nearer = [around.nearer(index, places) for index, places in enumerate(own)]
    adopted = [_as_whole(index, own, nearer, wholes) for index in range(len(own))]
    scenes = Scenes(page, here, adopted, wholes, lambda one, other: lines.apart(one, other) or page.apart(one, other))
    full = [around.completed(places or spare.get(index, ())) for index, places in enumerate(scenes.carry())]
    return [lines.around(draft, places) for draft, places in zip(page.drafts, full, strict=True)]


def _as_whole(index: int, own: list[Placed], nearer: list[Placed], wholes: Sequence[int | None]) -> Placed:
    """A part that names the place of its whole has the nearer place of its whole too."""
    whole = wholes[index]
    if whole is None or not own[index] or {t.name for t, _ in own[index]} != {t.name for t, _ in own[whole]}:
        return nearer[index]
    return nearer[whole]


def groups_by_sentence(page: Page) -> dict[int, list[Group]]:
    """The places of each sentence that may be where something happened, in groups."""
    attributions = list(page.attributions)
    found: dict[int, list[Toponym]] = {}
    for toponym in page.toponyms:
        sentence = page.sentences[toponym.sentence]
        if not is_aside(toponym, sentence, attributions):
            found.setdefault(toponym.sentence, []).append(toponym)
    return {index: groups_of(page.sentences[index], toponyms) for index, toponyms in found.items()}


def own_places(
    page: Page,
    here: dict[int, list[Group]],
    wholes: Sequence[int | None] = (),
    spare: dict[int, Placed] | None = None,
) -> list[Placed]:
    """For each draft the places of its own sentence; `wholes` as in `places_of`, () where nothing is known of parts.

    `spare` takes up those of a total's rows ("9 (Orvel 6, Tarn 3)"), which are its own where the page has no other.
    """
    placed: dict[int, Placed] = {}
    for sentence, drafts in _by_sentence(page.drafts):
        groups = here.get(sentence.index, [])
        ordered = sorted(drafts, key=lambda d: d[1].quantity.start)
        inside = [draft for _, draft in ordered]
        rows = in_rows(inside, groups)
        for (index, draft), chosen in zip(ordered, own_groups(inside, groups), strict=True):
            placed[index] = _with_roles(chosen, draft, rows=rows)
        for at, places in _in_list(inside, groups, [placed[index] for index, _ in ordered]).items():
            index = ordered[at][0]
            if spare is not None and not places and len(placed[index]) > 1:
                spare[index] = placed[index]
            placed[index] = places
        within = {index: at for at, (index, _) in enumerate(ordered)}
        held = [within.get(w) if wholes and (w := wholes[index]) is not None else None for index, _ in ordered]
        for at, places in _of_some(inside, groups, [placed[index] for index, _ in ordered], held).items():
            index = ordered[at][0]
            if spare is not None and not places and len(placed[index]) > 1:
                spare[index] = placed[index]
            placed[index] = places
    return [placed[i] for i in range(len(page.drafts))]


def _in_list(drafts: Sequence[Draft], groups: Sequence[Group], placed: Sequence[Placed]) -> dict[int, Placed]:
    """The places of a list's rows and of the total before it, by position; {} where the sentence has no such list."""
    rows = rows_of(drafts, groups)
    of_rows = {t.start for group, _ in rows.values() for t in group.members}
    changed: dict[int, Placed] = {}
    for at in range(len(drafts)):
        others = tuple((t, role) for t, role in placed[at] if t.start not in of_rows)
        if at in rows:
            group, role = rows[at]
            mine = tuple((t, role) for t in group.members)
            kept = tuple((t, r) for t, r in others if r != role) if role != "at" else ()
            changed[at] = tuple(sorted((*mine, *kept), key=lambda place: place[0].start))
        elif is_total(at, drafts, rows):
            changed[at] = others
    return changed


def _of_some(
    drafts: Sequence[Draft], groups: Sequence[Group], placed: Sequence[Placed], wholes: Sequence[int | None]
) -> dict[int, Placed]:
    """The places, by position, of rows told without a verb and of parts with a place of their own."""
    rows = gapped(drafts, groups)
    if rows:
        return {at: tuple((t, _role(t, placed[at])) for t in places) for at, places in rows.items()}
    return of_parts(drafts, groups, placed, wholes)


def _role(toponym: Toponym, placed: Placed) -> Role:
    return next((role for t, role in placed if t.start == toponym.start), "at")


def _with_roles(groups: Sequence[Group], draft: Draft, *, rows: bool) -> Placed:
    """The toponyms of a draft's groups with their roles; a row of a table is where its figure is."""
    roles = {} if rows else roles_of(groups, draft)
    return tuple((t, roles.get(t.start, "at")) for t in _unique(t for g in groups for t in g.members))


def _by_sentence(drafts: Iterable[Draft]) -> list[tuple[Sentence, list[tuple[int, Draft]]]]:
    found: dict[int, tuple[Sentence, list[tuple[int, Draft]]]] = {}
    for index, draft in enumerate(drafts):
        found.setdefault(draft.sentence.index, (draft.sentence, []))[1].append((index, draft))
    return list(found.values())


def _unique(toponyms: Iterable[Toponym]) -> list[Toponym]:
    """Toponyms in reading order, a name once."""
    kept: dict[str, Toponym] = {}
    for toponym in sorted(toponyms, key=lambda t: t.start):
        kept.setdefault(fold(toponym.name), toponym)
    return list(kept.values())
