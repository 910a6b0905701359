# Mistakes of ours, never of an editor: those are values (see `diagnostics`).
"""Exceptions the generator raises."""

from generator.core.diagnostics import Diagnostic


class GeneratorError(Exception):
    """Something in the generator or its surroundings is wrong; the message says what."""


class EngineError(GeneratorError):
    """The engine stopped; `said` holds its complaints, each as a mistake in the file it is about."""

    def __init__(self, reason: str, said: list[Diagnostic]) -> None:
        self.reason = reason
        self.said = said
        super().__init__(f"mkdocs: {reason}")


class EngineSilentError(GeneratorError):
    """The engine ended well and wrote nothing."""

    def __init__(self) -> None:
        super().__init__("the engine wrote nothing")


class StringMissingError(GeneratorError):
    """A text is asked for that stands in no `strings.yaml`."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"no string for {key!r}: add it to a strings.yaml")


class AddressTakenError(GeneratorError):
    """Two pages want the same address."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(f"two pages are published at {address!r}")


class PagesMissingError(GeneratorError):
    """A built site does not hold exactly the pages it should."""

    def __init__(self, missing: list[str], unexpected: list[str]) -> None:
        self.missing = missing
        self.unexpected = unexpected
        parts = [f"missing: {', '.join(missing[:10])}"] if missing else []
        parts += [f"unexpected: {', '.join(unexpected[:10])}"] if unexpected else []
        super().__init__(f"the built site has other pages than it should; {'; '.join(parts)}")
