"""The projects and finished sites that are measured; a folder that is kept can be measured again."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import building
from benchmarks.building import Measurement

REAL = 0
"""The size that stands for the real content."""
FIXED = 12
"""The made-up provider whose page is measured at every size."""
_REAL_PROVIDER = "klascement"


@dataclass(frozen=True, slots=True)
class Folder:
    """Where everything stands for one size."""

    size: int
    root: Path

    @property
    def label(self) -> str:
        """How the report calls it."""
        return f"{self.size:,}" if self.size else "real"

    @property
    def project(self) -> Path:
        """The project's records."""
        return self.root / "project"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.project / "site"

    @property
    def plain(self) -> Path:
        """The plain project of as many pages."""
        return self.root / "plain"

    @property
    def plain_records(self) -> Path:
        """The plain project without the catalogue's lists."""
        return self.root / "plain-records"

    def make_project(self) -> None:
        """Writes the project, unless it stands there."""
        if not self.project.exists():
            self.project.mkdir(parents=True)
            building.make_project(self.project, self.size)

    def make_plain(self) -> None:
        """Writes the plain projects, unless they stand there."""
        if not self.plain_records.exists():
            building.make_plain(self.project, self.plain, self.plain_records)

    def make_site(self) -> Measurement:
        """Builds and finishes the site, unless it stands there; gives what that took."""
        kept = self.root / "build.json"
        if not kept.exists():
            kept.write_text(json.dumps(asdict(building.release(self.project))), encoding="utf-8")
        return Measurement(**json.loads(kept.read_text(encoding="utf-8")))

    def provider(self) -> str:
        """Gives the id of the provider whose page is measured: the same at every size, as far as it goes."""
        made_up = sorted((self.project / "providers").glob("aanbieder-*.yaml"))
        return made_up[min(FIXED, len(made_up) - 1)].stem if made_up else _REAL_PROVIDER

    def rare_word(self) -> str:
        """Gives a word that hardly any record holds: the last of a provider's name."""
        text = (self.project / "providers" / f"{self.provider()}.yaml").read_text(encoding="utf-8")
        return text.partition("\n")[0].split()[-1]

    def addresses(self) -> Iterator[str]:
        """Gives the address of every page of the plain project without lists."""
        docs = self.plain_records / "docs"
        for path in sorted(docs.rglob("*.md")):
            folder = path.parent if path.stem == "index" else path.with_suffix("")
            yield folder.relative_to(docs).as_posix()
