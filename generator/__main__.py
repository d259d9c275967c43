"""The command `careers`, also as `python -m generator`; Ctrl-C while it is being loaded leaves no trace."""

from __future__ import annotations

import signal


def main() -> None:
    """Load the command line and run it."""
    is_heard = (
        signal.getsignal(signal.SIGINT) is signal.default_int_handler
    )  # Else whoever began us wants none to end it.
    if is_heard:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.cli import main as run

    if is_heard:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run(prog_name="careers")


if __name__ == "__main__":
    main()
