# The server answers from memory with bytes that are compressed already, in one write: what is timed in the browser is
# the site and not Python. It knows nothing of caches; every measurement begins with a browser that has seen nothing.
"""A real Chromium, and a small server that counts what it sends."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.browser import browsers

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
}
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: the path that was asked for, and the bytes of its body on the wire."""

    path: str
    size: int


class Server(ThreadingTCPServer):
    """Serves folders, compressed at level 6, and keeps count."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, folders: Mapping[str, Path]) -> None:
        """Starts serving.

        Arguments:
            folders: Which folder stands at which path (`/`, `/pagefind/`); the longest path that fits counts.
        """
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folders = dict(sorted(folders.items(), key=lambda item: -len(item[0])))
        self.base = f"http://127.0.0.1:{self.server_address[1]}/"
        self.sent: list[Sent] = []
        self._answers: dict[str, tuple[bytes, int]] = {}
        for prefix, folder in self.folders.items():
            for path in folder.rglob("*"):
                # Pages are many and hardly any is opened; all else may be asked for while the clock runs.
                if path.is_file() and path.suffix != ".html":
                    self.answer(prefix + path.relative_to(folder).as_posix())
        Thread(target=self.serve_forever, daemon=True).start()

    def answer(self, path: str) -> tuple[bytes, int]:
        """Gives the whole answer for a path, and how many bytes of it are the body."""
        if path not in self._answers:
            self._answers[path] = self._make(path)
        return self._answers[path]

    def _make(self, path: str) -> tuple[bytes, int]:
        file = self._find(path)
        if file is None:
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 0
        body = file.read_bytes()
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        head = f"HTTP/1.1 200 OK\r\nCache-Control: max-age=600\r\nContent-Type: {kind}\r\n"
        # Pagefind's files are compressed already, and unpacked by its own script.
        if not body.startswith(_GZIP):
            body = gzip.compress(body, 6, mtime=0)
            head += "Content-Encoding: gzip\r\n"
        return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body, len(body)

    def _find(self, path: str) -> Path | None:
        for prefix, folder in self.folders.items():
            if path.startswith(prefix):
                file = folder / path.removeprefix(prefix)
                file = file / "index.html" if path.endswith("/") else file
                return file if file.is_file() else None
        return None

    def since(self, mark: int) -> list[Sent]:
        """Gives what was sent after the first `mark` answers."""
        return self.sent[mark:]


class _Handler(StreamRequestHandler):
    disable_nagle_algorithm = True
    server: Server

    def handle(self) -> None:
        """Answers one request after another on the same connection."""
        while line := self.rfile.readline():
            while self.rfile.readline() not in (b"\r\n", b"\n", b""):
                pass
            path = unquote(urlsplit(line.split()[1].decode("ascii")).path)
            answer, size = self.server.answer(path)
            self.server.sent.append(Sent(path, size))
            try:
                self.wfile.write(answer)
            except ConnectionError:
                return


@contextmanager
def served(folders: Mapping[str, Path]) -> Iterator[Server]:
    """Serves folders as long as the block runs."""
    server = Server(folders)
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def opened() -> Iterator[Browser]:
    """Opens the Chromium of this machine, or Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.chromium(), args=list(browsers.FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def total(sent: list[Sent]) -> int:
    """Adds up the bytes of answers."""
    return sum(one.size for one in sent)
