"""A real Chromium, and the real site served to it from a sub-folder."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser import browsers
from tests.built_site import BuiltSite, build_site

PATIENCE = 120_000
"""Milliseconds until what does not come is a failure: a browser on a busy machine is slow, and not wrong."""

expect.set_options(timeout=PATIENCE)

FOLDER = "/een/map/"
"""The site is served from here: nothing in it may count on the root of a host."""


class Handler(SimpleHTTPRequestHandler):
    """Gives what lies in the folder of the site."""

    def translate_path(self, path: str) -> str:
        inside = path[len(FOLDER) - 1 :] if path.startswith(FOLDER) else "/outside-the-site"
        return super().translate_path(inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Gives the site's own page for an unknown address, as every host of such a site does."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Keeps quiet."""


class Watched:
    """A page whose every complaint and request is kept."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', (event) =>"
            " console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))"
        )

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind}: {text}")

    def open(self, address: str) -> Page:
        """Opens a page of the site and waits until its scripts have run."""
        self.page.goto(self.base + address, wait_until="load")
        return self.page

    @contextmanager
    def before_scripts(self, address: str) -> Iterator[Page]:
        """Opens a page whose scripts come when the block ends."""
        held: list[Route] = []
        self.page.route("**/entry.js", lambda route: held.append(route))
        self.page.goto(self.base + address, wait_until="commit")
        yield self.page
        for route in held:
            route.continue_()

    @property
    def outside(self) -> list[str]:
        """The requests that left the site."""
        return [url for url in self.requests if not url.startswith((self.base, "data:"))]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Starts the Chromium of this machine."""
    path = browsers.chromium()
    own = {"executable_path": path} if path else {}
    return {**browser_type_launch_args, **own, "args": list(browsers.FLAGS)}


@pytest.fixture(scope="session")
def site() -> BuiltSite:
    """The site built from the real content."""
    return build_site()


NO_PRINT = "window.print = () => {}"
"""Printing asks for nothing, and goes on as it does on a phone."""

PRINTED = "dispatchEvent(new Event('afterprint'))"
"""The sheets are there."""


def script(name: str) -> str:
    """Gives a function of the tests' own, to run in a page."""
    return (Path(__file__).parent / "scripts" / f"{name}.js").read_text(encoding="utf-8").partition("\n")[2]


def drawn(page: Page) -> Page:
    """Waits until what was pressed is drawn: that comes in a task of its own, and tasks keep their order."""
    page.evaluate("new Promise((done) => setTimeout(done))")
    return page


def held(page: Page) -> Page:
    """Stops the page's clock: no timer of the page goes off until a test lets time pass with `clock.run_for`.

    What the page still waits for comes first: without a clock there is no quiet moment to fetch it in.
    """
    loaded(page)
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 60)
    return page


def loaded(page: Page) -> Page:
    """Waits until the page says that it has all it needs: from then on it asks for nothing."""
    page.locator("html[data-loaded]").wait_for(state="attached")
    return page


def sheets(pdf: bytes) -> int:
    """Gives how many sheets of paper a PDF takes."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Lets a browser leave in the middle of an answer."""


def serve(folder: Path, handler: type[Handler] = Handler) -> tuple[ThreadingHTTPServer, str]:
    """Serves a folder on a free port of this machine; gives the server and the site's address."""
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}{FOLDER}"


@pytest.fixture(scope="session")
def base(site: BuiltSite) -> Iterator[str]:
    """The address of the served site."""
    server, address = serve(site.folder)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture
def watched(context: BrowserContext, base: str) -> Watched:
    """A watched page of the served site."""
    return Watched(context.new_page(), base)
