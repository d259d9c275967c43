"""What MkDocs and its plugins say, and what ends them, in the words of the command."""

from __future__ import annotations

import contextlib
import logging
import traceback
from collections.abc import Iterator

import jinja2
from mkdocs.exceptions import Abort, MkDocsException

from generator import links
from generator.faults import describe
from generator.publishing.pressing import PressError
from generator.publishing.unchanged import DOCS

_ERROR = "ERROR   -  "
"""Begins a line of MkDocs about an error."""


@contextlib.contextmanager
def heeding() -> Iterator[list[str]]:
    """What MkDocs and its plugins say in the meantime, from warnings up; what ends them ends as `PressError`."""
    heard: list[str] = []
    logger = logging.getLogger("mkdocs")
    handler = _Lines(heard)
    before = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield heard
    except Abort as error:  # Of settings: what is wrong with them has been said, but not where they are.
        said = [line.removeprefix(_ERROR) for line in heard]
        raise PressError("\n".join(f"{links.SETTINGS}: {line}" for line in said or [_explain(error)])) from error
    except (MkDocsException, jinja2.TemplateError, OSError) as error:
        raise PressError("\n".join([*heard, _explain(error)])) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        if not _place(error):
            raise  # A fault of the program: whoever mends it needs to see where.
        raise PressError("\n".join([*heard, _explain(error)])) from error
    finally:
        logger.removeHandler(handler)
        logger.propagate = before


def _explain(error: BaseException) -> str:
    if isinstance(error, OSError):
        return describe(error, DOCS.parent)
    return f"{_place(error)}{type(error).__name__}: {error}"


def _place(error: BaseException) -> str:
    """The line of a template in which `error` came up; Jinja rewrites tracebacks to point there. "" if in none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html"):
            return f"{frame.filename}:{frame.lineno}: "
    return ""


class _Lines(logging.Handler):
    """Keeps warnings and errors as the lines that MkDocs prints."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self._lines.append(f"{record.levelname:<8}-  {record.getMessage()}")
