# The site's Dutch words. They stand in strings.yaml beside what uses them; no Dutch stands in a template or a view.
"""Texts by name."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.core.errors import GeneratorError, StringMissingError
from generator.core.node import Data, parse, plain
from generator.core.source import Source


class Strings:
    """Looks texts up by a dotted key and fills them in."""

    def __init__(self, texts: Mapping[str, Data]) -> None:
        self._texts: dict[str, str] = {}
        self._flatten("", texts)

    def _flatten(self, prefix: str, texts: Mapping[str, Data]) -> None:
        for name, value in texts.items():
            if isinstance(value, dict):
                self._flatten(f"{prefix}{name}.", value)
            elif isinstance(value, str):
                self._texts[f"{prefix}{name}"] = " ".join(value.split())

    def __call__(self, key: str, /, **values: object) -> str:
        """Gives the text `key`; with `count`, its `one` or `other` form.

        Raises:
            StringMissingError: when there is no such text.
        """
        if key not in self._texts and "count" in values:
            key = f"{key}.one" if values["count"] == 1 else f"{key}.other"
        text = self._texts.get(key)
        if text is None:
            raise StringMissingError(key)
        return text.format_map(values) if values else text

    def has(self, key: str) -> bool:
        """Says whether there is a text `key`."""
        return key in self._texts

    def keys(self) -> Iterable[str]:
        """Gives every key."""
        return self._texts.keys()


def load(files: Iterable[tuple[str, Path]]) -> Strings:
    """Loads `strings.yaml` files: each text of a file stands under the prefix given with it, if any.

    Raises:
        GeneratorError: when a file is no readable YAML.
    """
    texts: dict[str, Data] = {}
    for prefix, path in files:
        root, problems = parse(Source(path.name, path.read_text(encoding="utf-8-sig")))
        if root is None or problems:
            raise GeneratorError(f"{path}: {[problem.code for problem in problems]}")
        data = plain(root)
        assert isinstance(data, dict)  # noqa: S101 - a mapping's plain form
        for key, value in data.items():
            # A kind words its own diagnostics, beside its checks; they are looked up like the shared ones.
            place = key if not prefix or key == "messages" else f"{prefix}.{key}"
            known = texts.get(place)
            texts[place] = known | value if isinstance(known, dict) and isinstance(value, dict) else value
    return Strings(texts)
