"""The command line: one file a verb. Data on stdout and nothing else; notes, progress and errors on stderr."""


def main() -> None:
    """Entry point of the `dateline` command. Exits 0 when done, 1 when some inputs failed, 2 on wrong usage."""
    from dateline.cli.app import app

    app(prog_name="dateline")


__all__ = ["main"]
