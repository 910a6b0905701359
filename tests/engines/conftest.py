"""The real site in Firefox and in WebKit; what a page complains of is told to the server that gave it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser import browsers
from tests.browser.conftest import FOLDER, Handler, serve
from tests.built_site import build_site
from tests.engines.firefox import Firefox
from tests.engines.tab import Tab
from tests.engines.webkit import WebKit

TABS: dict[browsers.Engine, type[Firefox | WebKit]] = {browsers.FIREFOX: Firefox, browsers.WEBKIT: WebKit}
WATCH = (Path(__file__).parent / "watch.js").read_bytes()


@dataclass(frozen=True)
class Served:
    """The served site, with what its pages complained of."""

    base: str
    complaints: list[str]


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    """The real site, with a script first in each page that tells its complaints."""
    complaints: list[str] = []

    class Watching(Handler):
        def do_GET(self) -> None:  # noqa: N802  # the server's name for it
            page = Path(self.translate_path(self.path))
            page = page / "index.html" if page.is_dir() else page
            if self.path == "/watch":
                self._answer(WATCH, "text/javascript")
            elif page.suffix == ".html" and page.is_file():
                first = b'<head><script src="/watch"></script>'
                self._answer(page.read_bytes().replace(b"<head>", first, 1), "text/html; charset=utf-8")
            else:
                super().do_GET()

        def do_POST(self) -> None:  # noqa: N802
            complaints.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self._answer(b"", "text/plain")

        def _answer(self, text: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    server, base = serve(build_site().folder, Watching)
    yield Served(base, complaints)
    server.shutdown()
    server.server_close()


@pytest.fixture(params=list(TABS), ids=lambda engine: engine.name)
def start(request: pytest.FixtureRequest, served: Served, tmp_path: Path) -> Iterator[Callable[..., Tab]]:
    """Starts an engine for a visitor; at the end no page has complained and nothing has left the site."""
    engine: browsers.Engine = request.param
    programs = engine.find()
    if not programs:
        pytest.skip(f"{engine.name}: not tried, because it is not on this machine. Run `make browsers`.")
    served.complaints.clear()
    tabs: list[Tab] = []

    def started(*, has_storage: bool = True) -> Tab:
        folder = tmp_path / str(len(tabs))
        folder.mkdir()
        tabs.append(TABS[engine](programs, folder, served.base, has_storage=has_storage))
        return tabs[-1]

    yield started
    for tab in tabs:
        tab.ending.close()
    assert [] == served.complaints
    assert [] == [
        url
        for tab in tabs
        for url in tab.requests
        if not url.startswith((served.base.removesuffix(FOLDER), "data:", "blob:"))
    ]


@pytest.fixture
def tab(start: Callable[..., Tab]) -> Tab:
    """A tab of a visitor who has not been here before."""
    return start()
