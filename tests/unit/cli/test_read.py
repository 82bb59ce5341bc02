"""`dateline read`."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from .conftest import Call


def saved_pages() -> ModuleType:
    path = Path(__file__).parent.parent / "read" / "saved_pages.py"
    spec = importlib.util.spec_from_file_location("saved_pages", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("saved_pages", module)
    spec.loader.exec_module(module)
    return module


PAGES = saved_pages()


def saved(folder: Path, **around: str) -> str:
    path = folder / "page.html"
    path.write_bytes(PAGES.page(head=PAGES.linked(datePublished="2021-05-04"), **around))
    return str(path)


def test_what_was_read_and_what_was_left_out(call: Call, tmp_path: Path) -> None:
    comments = "<div class='comments'><p>I saw the water come over the bridge myself!</p></div>"
    (row,) = call("read", saved(tmp_path, after=comments)).rows
    assert row["document"]["title"] == PAGES.HEADLINE
    assert (row["document"]["published"], row["published_from"]) == ("2021-05-04", "the page's linked data")
    assert row["begins"].startswith(PAGES.HEADLINE)
    assert len(row["begins"]) == 300 < row["characters"]
    left = {one["why"]: one["pieces"] for one in row["left_out"]}
    assert (left["menus"], left["comments"], left["foot of the page"]) == (4, 1, 1)


def test_what_is_marked_is_shown_with_its_note(call: Call) -> None:
    text = f"{PAGES.FIRST}\n\n{PAGES.SECOND}\n\n{PAGES.FIRST}\n\nPhoto: A boat on the Seld"
    (row,) = call("read", "-", stdin=text.encode()).rows
    assert {part["kind"] for part in row["parts"]} == {"repeat", "caption"}
    assert row["document"]["quality"] == ["a picture's caption stands in it", "2 sentences stand in it again"]
    for part in row["parts"]:
        assert text[part["start"] : part["end"]].strip()


def test_private_people_are_masked(call: Call) -> None:
    text = b"Mirna Tosk, 34, a mother of three, lost her house in Anor on Monday."
    (row,) = call("read", "-", stdin=text).rows
    assert "Tosk" not in row["begins"]
    assert len(row["begins"]) == len(text)


def test_a_table_on_a_terminal_and_a_bad_input(call: Call, tmp_path: Path) -> None:
    shown = call("read", saved(tmp_path), terminal=True)
    assert "2021-05-04 (from the page's linked data)" in shown.out
    assert "menus (4 pieces" in shown.out
    bad = call("read", "absent.html", saved(tmp_path), "--published", "2021-01-01")
    assert bad.code == 1
    assert "absent.html" in bad.err
    assert len(bad.rows) == 1


def test_where_the_date_came_from(call: Call) -> None:
    line = b'{"text": "Twelve people died.", "published": "2021-05-04"}\n'
    assert call("read", "-", stdin=line).rows[0]["published_from"] == "the JSON line"
    (given,) = call("read", "-", "--published", "2021-05-04", stdin=b"Twelve people died.").rows
    assert given["published_from"] == "--published"
    assert call("read", "-", stdin=b"Twelve people died.").rows[0]["published_from"] is None


def test_the_note_reaches_the_ledger_and_the_report(call: Call, tmp_path: Path) -> None:
    text = f"{PAGES.FIRST}\n\n{PAGES.SECOND}\n\nPhoto: About 900 people who fled Anor on Monday wait for boats"
    ledger, out = str(tmp_path / "l.db"), tmp_path / "r.html"
    assert call("add", "-", "--ledger", ledger, "--published", "2021-05-05", stdin=text.encode()).code == 0
    rows = call("claims", "--ledger", ledger, "--json").rows
    assert {row["excerpt"].get("part") for row in rows} == {None, "caption"}
    assert call("report", "--ledger", ledger, "--out", str(out)).code == 0
    assert "Read with care: a picture" in out.read_text(encoding="utf-8")
