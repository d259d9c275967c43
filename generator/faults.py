"""What ends a command against all expectation, in one sentence: trouble around us, or a fault of our own."""

from __future__ import annotations

import errno
import os
import re
import traceback
from pathlib import Path
from typing import Any

import click

from generator.workers import WorkerError

_TRACE = "CAREERS_TRACE"
"""The variable of the environment that lets faults of our own show where they come from."""


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_MOUNTED = "; nothing takes the place of a mounted folder: mount the one around it, or copy what is made"
_WAYS_OUT = {errno.EXDEV: _MOUNTED, errno.EBUSY: _MOUNTED}
_last = ""
"""The file that was read last."""


def remember(path: str) -> None:
    """Note which file is being read, to be named if something goes wrong that nobody foresaw."""
    global _last
    _last = path


class CarefulGroup(click.Group):
    """Commands that end with a sentence, whatever goes wrong."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; exits with 1 for trouble around us, with 2 for a fault of our own."""
        remember("")
        if CarefulGroup.__doc__ is None:  # By docstrings of models the formats are described that are published.
            raise click.ClickException(
                "Python was told to leave out docstrings; run it without -OO and PYTHONOPTIMIZE=2"
            )
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # Click's own way to end.
        except WorkerError as error:
            raise click.ClickException(str(error)) from None
        except Exception as error:
            if os.environ.get(_TRACE):
                raise
            if isinstance(error, OSError):
                raise click.ClickException(describe(error)) from None
            if isinstance(error, MemoryError):
                raise click.ClickException("there is no memory left") from None
            raise _fault(error) from None


def describe(error: OSError, place: Path | None = None) -> str:
    """Trouble with a file, as the system tells it; at `place` where it names none."""
    # Of two, the first is that which was to be copied or moved, and a full disk is no fault of it.
    name = error.filename or place
    if error.errno in _FULL:
        name = error.filename2 or name
    if not name:
        return error.strerror or str(error) or type(error).__name__
    more = ", where a folder belongs" if isinstance(error, FileExistsError | NotADirectoryError) else ""
    return f"{spell_path(name)}: {error.strerror or error}{_WAYS_OUT.get(error.errno or 0, more)}"


def spell_path(path: str | bytes | Path) -> str:
    """A path as it can be printed."""
    return os.fsencode(path).decode(errors="backslashreplace")


class _Fault(click.ClickException):
    """An error that nobody foresaw."""

    exit_code = 2


def _fault(error: Exception) -> _Fault:
    """What is said of an error that nobody foresaw: its kind, and where in the generator it came up."""
    # What came up in another process brings its trace along as text.
    places: list[tuple[str, str]] = []
    for one in filter(None, (error, error.__cause__)):
        trace = "".join(traceback.format_exception(one, chain=False))
        places += re.findall(r'File ".*[/\\](generator[/\\].+?)", line (\d+)', trace)
    where = " in {}:{}".format(*places[-1]) if places else ""
    told = " ".join(str(error).split())
    return _Fault(
        f"a fault of the program, not of your files: {type(error).__name__}{where}{f': {told}' if told else ''}\n"
        + (f"The file read last was {_last}. " if _last else "")
        + f"Please report it, with what {_TRACE}=1 shows"
    )
