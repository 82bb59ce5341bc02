"""The command line: one file a verb. Data on stdout and nothing else; notes, progress and errors on stderr."""


def main() -> None:
    """Entry point of the `dateline` command. Exits 0 when done, 1 when some inputs failed, 2 on wrong usage."""
    try:
        from dateline.cli.app import app
        from dateline.cli.interrupt import stops_once

        stops_once()
        app(prog_name="dateline")
    except KeyboardInterrupt:  # before there was a verb to stop, or again while it was stopping
        raise SystemExit(130) from None


__all__ = ["main"]
