# The library of the command line asks gettext for each of its sentences, and brings none in Dutch: here we answer.
"""What the library of the command line says, in Dutch."""

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

from generator.core.strings import Strings

NAMES = {
    "Usage:": "usage",
    "Show this message and exit.": "help",
    "Options": "options",
    "Positional arguments": "arguments",
    "Commands": "commands",
    "default: {default}": "default",
    "required": "required",
    "Error: {message}": "error",
    "Aborted!": "aborted",
    "Try '{command} {option}' for help.": "try",
    "Missing command.": "missing_command",
    "Missing argument": "missing_argument",
    "Missing option": "missing_option",
    "No such option {name!r}.": "no_option",
    "No such option: {name}": "no_option",
    "No such command {name!r}.": "no_command",
    "Did you mean {possibility}?": "did_you_mean",
    "(Did you mean one of: {possibilities}?)": "did_you_mean_one_of",
    "(Possible options: {possibilities})": "did_you_mean_one_of",
    "Got unexpected extra argument ({args})": "extra",
    "Got unexpected extra arguments ({args})": "extra",
    "Option {name!r} does not take a value.": "no_value",
    "Option {name!r} requires an argument.": "needs_value",
    "Option {name!r} requires {nargs} arguments.": "needs_values",
    "Invalid value: {message}": "invalid",
    "Invalid value for {param_hint}: {message}": "invalid_for",
    "{value!r} is not {choice}.": "choice",
    "{value!r} is not one of {choices}.": "choices",
    "{value!r} is not a valid {number_type}.": "number",
    "{value} is not in the range {range}.": "range",
    "{name} {filename!r} does not exist.": "is_missing",
    "{name} {filename!r} is a file.": "is_file",
    "{name} {filename!r} is a directory.": "is_folder",
    "{name} {filename!r} is not readable.": "is_closed",
}
"""The sentences a person can meet, of each version that may be installed, and our name for them."""


def speak_dutch(t: Strings) -> None:
    """Lets the library say everything in the words of `t`."""

    def say(text: str) -> str:
        name = NAMES.get(text)
        return t(f"click.{name}") if name else text

    def count(one: str, other: str, number: int) -> str:
        return say(one if number == 1 else other)

    for module in (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types):
        vars(module).update(_=say, ngettext=count)
