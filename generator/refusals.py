# What a person did, or what their machine refuses, is no traceback: it is a Dutch sentence and an exit code.
"""Why a command could not do its work."""

from pathlib import Path

from generator.core.errors import EngineError, GeneratorError
from generator.core.strings import Strings
from generator.finish.place import SitePlaceError
from generator.project import NoProjectError, Unread, UnreadPathsError, find_project
from generator.release import BuildRunningError
from generator.report import Reporter, safe, system_reason

FAILED, WRONG_USE = 1, 2
"""Exit codes: the work failed, or the command was used wrongly."""

EXPECTED = (GeneratorError, OSError, UnicodeDecodeError)
"""What may stop a command without a mistake in the code."""


def explain(error: BaseException, t: Strings) -> tuple[str, int]:
    """Gives what to tell the person, and the exit code."""
    match error:
        case NoProjectError():
            return t("cli.no_project", folder=safe(str(error.folder))), WRONG_USE
        case UnreadPathsError():
            return "\n".join(line for one in error.unread for line in _unread(one, t)), WRONG_USE
        case SitePlaceError():
            detail = safe(system_reason(t, error.number, error.detail))
            return t(f"cli.place.{error.reason}", place=safe(str(error.place)), detail=detail), WRONG_USE
        case EngineError():
            blocks = Reporter(t, find_project(Path.cwd())).blocks(error.said)
            return "\n\n".join([*blocks, t("cli.failed", error=error)]), FAILED
        case BuildRunningError():
            return t("cli.busy"), FAILED
        case OSError():
            reason = system_reason(t, error.errno, error.strerror or str(error))
            where = f"{error.filename}: " if error.filename else ""
            return t("cli.failed", error=safe(f"{where}{reason}.")), FAILED
        case _:
            return t("cli.failed", error=error), FAILED


def _unread(one: Unread, t: Strings) -> list[str]:
    folders = [folder if folder.endswith(".yaml") else f"{folder}/" for folder in one.folders]
    where = t("cli.unread.belongs", folder=folders[0]) if len(folders) == 1 else ""
    where = where or t("cli.unread.folders", folders=", ".join(folders))
    return [t(f"cli.unread.{one.reason}", path=safe(one.path)), f"  {where}"]
