"""The ledger costs nothing until it is opened."""

import subprocess
import sys


def test_importing_the_ledger_imports_no_database() -> None:
    code = (
        "import sys, dateline.ledger; print(sorted(m for m in sys.modules if m.startswith(('sqlalchemy', 'sqlite3'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_face_of_the_ledger_is_what_it_says() -> None:
    import dateline.ledger as face

    assert face.__all__ == sorted(face.__all__, key=lambda name: (not name.isupper(), name.islower(), name))
    for name in face.__all__:
        assert getattr(face, name) is not None
    assert face.Ledger.__module__ == "dateline.ledger.facade"
