# What a person did, or what their machine refuses, is no traceback: it is a Dutch sentence and an exit code.
"""Why a command could not do its work."""

from collections.abc import Mapping
from pathlib import Path

from generator.core.errors import (
    AddressTakenError,
    EngineError,
    EngineSilentError,
    GeneratorError,
    PagesMissingError,
)
from generator.core.strings import Strings
from generator.finish.place import SitePlaceError
from generator.finish.policy import ForeignScriptError, NoHeadError
from generator.finish.stock import ForeignFileError, NotUtf8Error
from generator.hosts.export import ExportPlaceError
from generator.project import NoProjectError, Unread, UnreadPathsError, find_project
from generator.release import BuildRunningError
from generator.report import Reporter, safe, system_reason

FAILED, WRONG_USE = 1, 2
"""Exit codes: the work failed, or the command was used wrongly."""

EXPECTED = (GeneratorError, OSError, UnicodeDecodeError)
"""What may stop a command without a mistake in the code."""


_NAMES: Mapping[type[BaseException], str] = {
    AddressTakenError: "address_taken",
    EngineError: "engine",
    EngineSilentError: "engine_silent",
    ExportPlaceError: "export",
    ForeignFileError: "foreign_file",
    ForeignScriptError: "foreign_script",
    NoHeadError: "no_head",
    NotUtf8Error: "not_utf8",
    PagesMissingError: "pages_missing",
    UnicodeDecodeError: "not_text",
}
"""What may go wrong beside content, and our name for it."""

_WITH_REASON = (ExportPlaceError, ForeignFileError)

_MOST = 10
"""Addresses that a sentence names."""


def explain(error: BaseException, t: Strings) -> tuple[str, int]:
    """Gives what to tell the person, and the exit code."""
    match error:
        case NoProjectError():
            return t("cli.no_project", folder=safe(str(error.folder))), WRONG_USE
        case UnreadPathsError():
            return "\n".join(line for one in error.unread for line in _unread(one, t)), WRONG_USE
        case SitePlaceError():
            # What the system refused is said in Dutch; all else that is told of a place is a name.
            is_system = error.reason == "closed"
            detail = safe(system_reason(t, error.number, error.detail) if is_system else error.detail)
            return t(f"cli.place.{error.reason}", place=safe(str(error.place)), detail=detail), WRONG_USE
        case EngineError():
            blocks = Reporter(t, find_project(Path.cwd())).blocks(error.said)
            return "\n\n".join([*blocks, t("cli.failed", error=_refusal(error, t))]), FAILED
        case BuildRunningError():
            return t("cli.busy"), FAILED
        case OSError():
            reason = system_reason(t, error.errno, error.strerror or str(error))
            where = f"{error.filename}: " if error.filename else ""
            return t("cli.failed", error=safe(f"{where}{reason}.")), FAILED
        case _:
            return t("cli.failed", error=_refusal(error, t)), FAILED


def _refusal(error: BaseException, t: Strings) -> str:
    """Says in Dutch what went wrong, with what the error knows of it."""
    name = _NAMES.get(type(error))
    if name is None:
        return t("refusal.other", said=safe(str(error)))
    name = f"{name}.{error.reason}" if isinstance(error, _WITH_REASON) else name
    return t(f"refusal.{name}", **{key: _shown(value, t) for key, value in vars(error).items()})


def _shown(value: object, t: Strings) -> str:
    if isinstance(value, list):
        names = ", ".join(str(one) for one in value[:_MOST]) or t("refusal.none")
        rest = len(value) - _MOST
        return safe(t("refusal.more", names=names, count=rest) if rest > 0 else names)
    return safe(str(value))


def _unread(one: Unread, t: Strings) -> list[str]:
    folders = [folder if folder.endswith(".yaml") else f"{folder}/" for folder in one.folders]
    where = t("cli.unread.belongs", folder=folders[0]) if len(folders) == 1 else ""
    where = where or t("cli.unread.folders", folders=", ".join(folders))
    return [t(f"cli.unread.{one.reason}", path=safe(one.path)), f"  {where}"]
