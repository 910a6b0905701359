"""Making a site: whatever goes wrong, the site that stood there stays."""

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Project
from tests.files import all_files
from tests.hosts.workbench import ROOT, child_environment, copy_tiny_project, hashes, page_addresses, read_page, run

CHILD = """
import os, signal, sys
# A shell starts what runs in its background with this signal ignored, and a child inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)

moment, sent = sys.argv[1], getattr(signal, sys.argv[2])
pages = int(sys.argv[3])
opened = {}

def arrives(event, arguments):
    if moment == "locked":
        return event == "tempfile.mkdtemp"
    if moment == "exchange":
        return event == "ctypes.dlsym" and arguments[1] == "renameat2"
    if moment == "exchanged":
        return event == "os.rename" and str(arguments[1]).endswith(".old")
    if event != "open" or not isinstance(arguments[0], (str, os.PathLike)) or "w" not in str(arguments[1]):
        return False
    path = os.fspath(arguments[0])
    if "/next-" not in path:
        return False
    if moment == "started":
        return True
    if not path.endswith("index.html"):
        return False
    opened[path] = opened.get(path, 0) + 1
    written = sum(times >= (2 if moment == "policy" else 1) for times in opened.values())
    return written > pages / 2

def watch(event, arguments):
    global moment
    if moment and arrives(event, arguments):
        moment = ""
        os.kill(os.getpid(), sent)

sys.addaudithook(watch)
sys.argv = ["vormingswijzer", "build"]
from generator.cli import main
main()
"""
"""Runs `vormingswijzer build`, and gets a signal at a moment of the build, told by what it asks of the system."""

WITHOUT_LIBYAML = """
import sys
sys.modules["yaml._yaml"] = None
sys.argv[0] = "vormingswijzer"
from generator.cli import main
main()
"""
"""Runs a command as where PyYAML was installed without libyaml."""

MOMENTS = ("locked", "started", "pages", "policy", "exchange")
"""The lock is there; the new folder gets its first file, half its pages, half its policy; the exchange is next."""

OLD = {"index.html": "old", "a/index.html": "old too", "assets/stylesheets/vormingswijzer.css": ""}
OLD["SHA256SUMS"] = "".join(f"{'0' * 64}  {name}\n" for name in OLD)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with an old site, which every test leaves as it was."""
    return copy_tiny_project(tmp_path_factory.mktemp("release") / "project")


@pytest.fixture
def built(shared: Project, good: dict[str, str]) -> Project:
    """The project with an old site, as small as one of ours can be."""
    for folder in ("site", ".build"):
        shutil.rmtree(shared.root / folder, ignore_errors=True)
    for name, text in OLD.items():
        shared.write(f"site/{name}", text)
    return shared


def start(project: Project, moment: str, sent: str, pages: int = 16) -> subprocess.Popen[str]:
    """Starts a build that gets a signal at a moment."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, moment, sent, str(pages)],
        cwd=project.root,
        env=child_environment({"PYTHONPATH": str(ROOT)}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def left_over(project: Project) -> list[str]:
    """Gives what lies in the work folder, the lock left out."""
    return sorted(path.name for path in (project.root / ".build").iterdir() if path.name != "lock")


@pytest.fixture(scope="module")
def good(shared: Project) -> dict[str, str]:
    """The hashes of the site that an undisturbed build makes."""
    done = run("vormingswijzer", "build", cwd=shared.root)
    assert done.returncode == 0, done.stderr
    return hashes(shared.root / "site")


def assert_builds(project: Project, good: dict[str, str]) -> None:
    """A build succeeds with the same bytes as ever, and leaves nothing behind but the lock."""
    done = run("vormingswijzer", "build", cwd=project.root)
    assert done.returncode == 0, done.stderr
    assert [] == left_over(project)
    assert good == hashes(project.root / "site")


def test_without_libyaml(built: Project, good: dict[str, str]) -> None:
    """Where PyYAML comes without libyaml, a build makes the same site, and says why it takes longer."""
    done = run("python", "-c", WITHOUT_LIBYAML, "build", cwd=built.root)

    assert 0 == done.returncode, done.stderr
    assert "zonder libyaml" in done.stderr
    assert good == hashes(built.root / "site")


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed(built: Project, good: dict[str, str], moment: str) -> None:
    """A build that is killed leaves the old site byte for byte, whenever it is; the next build makes the new one."""
    before = hashes(built.root / "site")
    child = start(built, moment, "SIGKILL")
    child.communicate(timeout=120)

    assert -signal.SIGKILL == child.returncode
    assert before == hashes(built.root / "site")
    if moment != "locked":
        assert [name for name in left_over(built) if name.startswith("next-")]
    assert_builds(built, good)


@pytest.mark.skipif(sys.platform != "linux", reason="two folders change places in one step on Linux alone")
def test_killed_after_the_exchange(built: Project, good: dict[str, str]) -> None:
    """A build that is killed right after the exchange leaves the whole new site; the next build tidies up."""
    child = start(built, "exchanged", "SIGKILL")
    child.communicate(timeout=120)

    assert -signal.SIGKILL == child.returncode
    assert "catalogus/acme/" in page_addresses(built.root / "site")
    assert (built.root / "site/_headers").is_file()
    assert_builds(built, good)


def test_second_build(built: Project) -> None:
    """While a build runs, a second one says so and stops; the first is not disturbed."""
    first = start(built, "pages", "SIGSTOP")
    try:
        end = time.monotonic() + 60
        while not _is_stopped(first.pid) and time.monotonic() < end:
            time.sleep(0.05)
        assert first.poll() is None
        second = run("vormingswijzer", "build", cwd=built.root)
        assert OLD["index.html"] == built.text("site/index.html")
    finally:
        first.send_signal(signal.SIGCONT)
        _, said = first.communicate(timeout=120)

    assert 1 == second.returncode
    assert "Er loopt al een bouw" in second.stderr
    assert "Traceback" not in second.stderr
    assert 0 == first.returncode, said
    assert [] == left_over(built)


def _is_stopped(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def test_site_can_be_read_by_a_server(built: Project, good: dict[str, str]) -> None:
    """Everybody may read the site's folder and files, though the work folder is made for one person."""
    assert_builds(built, good)

    assert 0o755 == stat.S_IMODE((built.root / "site").stat().st_mode)
    for path in all_files(built.root / "site", "**/*"):
        assert path.stat().st_mode & stat.S_IROTH, path


@pytest.mark.parametrize("umask", [0o077, 0o027, 0o000])
def test_umask(built: Project, umask: int) -> None:
    """Whatever the umask, everybody may enter and read the whole site, and only its owner may change it."""
    done = run("vormingswijzer", "build", "--site", "nieuw/diep/site", cwd=built.root, umask=umask)
    made = built.root / "nieuw"
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (made, *all_files(made, "**/*", least=50))}
    shutil.rmtree(made)

    assert 0 == done.returncode, done.stderr
    assert {(True, 0o755), (False, 0o644)} == modes


@pytest.fixture
def other_disk() -> Iterator[Path]:
    """A folder on another file system than the project's."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == Path(tempfile.gettempdir()).stat().st_dev:
        pytest.skip("this machine has one file system")
    folder = Path(tempfile.mkdtemp(prefix="vormingswijzer-", dir=memory))
    yield folder
    shutil.rmtree(folder)


def test_other_disk(built: Project, good: dict[str, str], other_disk: Path) -> None:
    """A site can stand on another disk, in a folder that is not there yet, and be built there anew."""
    for _ in range(2):
        done = run("vormingswijzer", "build", "--site", other_disk / "a/site", cwd=built.root)
        assert 0 == done.returncode, done.stderr
        assert good == hashes(other_disk / "a/site")
        assert [other_disk / "a"] == list(other_disk.iterdir())
        assert [other_disk / "a/site"] == list((other_disk / "a").iterdir())
    assert [] == left_over(built)


def test_terminated(built: Project) -> None:
    """A build that is asked to stop leaves the old site, and tidies up."""
    before = hashes(built.root / "site")
    child = start(built, "pages", "SIGTERM")
    _, said = child.communicate(timeout=120)

    assert 143 == child.returncode
    assert before == hashes(built.root / "site")
    assert [] == left_over(built)
    assert "Traceback" not in said


def bad_record(project: Project) -> None:
    """A value that is not allowed."""
    project.replace("providers/acme.yaml", "existence: active\n", "existence: misschien\n")


def broken_template(project: Project) -> None:
    """A theme template that the engine cannot read."""
    project.append("theme/main.html", "{% block nowhere %}")


def failing_template(project: Project) -> None:
    """A theme template that fails on a page."""
    project.replace("theme/main.html", "{{ page.content }}", "{{ page.content }}{{ page.no.such.thing }}")


def broken_configuration(project: Project) -> None:
    """An option that the engine does not know."""
    project.append("mkdocs.yml", "\nplugins: 3\n")


def unreadable_configuration(project: Project) -> None:
    """A configuration that is no YAML."""
    project.write("mkdocs.yml", "a: [")


def broken_link(project: Project) -> None:
    """A hand-written page that leads nowhere: the engine warns, and a warning stops the build."""
    project.append("content/pages/over.md", "\n[weg](verdwenen.md)\n")


def link_in_the_theme(project: Project) -> None:
    """A link in the theme that leads out of the project."""
    (project.root / "theme/assets/images/geheim.txt").symlink_to("/etc/hostname")


def pipe_in_the_theme(project: Project) -> None:
    """A pipe in the theme, which never ends."""
    os.mkfifo(project.root / "theme/assets/images/geheim.txt")


def foreign_script(project: Project) -> None:
    """A hand-written page with a script."""
    project.append("content/pages/over.md", "\n<script>alert(1)</script>\n")


EDITORS_FAULTS = (
    link_in_the_theme,
    pipe_in_the_theme,
    bad_record,
    broken_configuration,
    unreadable_configuration,
    broken_link,
    foreign_script,
)
DEVELOPERS_FAULTS = (broken_template, failing_template)


def fail(project: Project, fault: Callable[[Project], None]) -> subprocess.CompletedProcess[str]:
    """Builds with a fault, which is mended afterwards; the old site stays and nothing else is left."""
    files = ("providers/acme.yaml", "theme/main.html", "mkdocs.yml", "content/pages/over.md")
    texts = {name: project.text(name) for name in files}
    before = hashes(project.root / "site")
    try:
        fault(project)
        failed = run("vormingswijzer", "build", cwd=project.root)
    finally:
        for name, text in texts.items():
            project.write(name, text)
        (project.root / "theme/assets/images/geheim.txt").unlink(missing_ok=True)
    assert before == hashes(project.root / "site")
    assert not (project.root / ".build").exists() or [] == left_over(project)
    return failed


@pytest.mark.parametrize("fault", EDITORS_FAULTS, ids=lambda fault: fault.__name__)
def test_editors_fault(built: Project, fault: Callable[[Project], None]) -> None:
    """A build of faulty content or settings says so in Dutch, without a traceback, and leaves the old site."""
    failed = fail(built, fault)

    assert 1 == failed.returncode
    assert "Dat lukte niet" in failed.stderr or ": fout: " in failed.stderr
    assert "Traceback" not in failed.stdout + failed.stderr


@pytest.mark.parametrize("fault", DEVELOPERS_FAULTS, ids=lambda fault: fault.__name__)
def test_developers_fault(built: Project, fault: Callable[[Project], None]) -> None:
    """A build with a broken template fails, and leaves the old site; the developer sees where."""
    failed = fail(built, fault)

    assert 1 == failed.returncode
    assert "main.html" in failed.stderr


@pytest.mark.parametrize("most", [4_000, 60_000, 150_000], ids="{:,} bytes".format)
def test_full_disk(built: Project, most: int) -> None:
    """When the disk takes no more, the build says so in Dutch, and the old site stays."""
    before = hashes(built.root / "site")
    failed = run(
        "vormingswijzer",
        "build",
        cwd=built.root,
        environment={"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )

    assert 1 == failed.returncode
    assert "Dat lukte niet" in failed.stderr
    assert "Traceback" not in failed.stdout + failed.stderr
    assert before == hashes(built.root / "site")
    assert [] == left_over(built)


def test_work_folder_in_the_way(built: Project) -> None:
    """A file where the work folder should stand gives a Dutch sentence, no traceback."""
    before = hashes(built.root / "site")
    built.write(".build", "in the way")
    failed = run("vormingswijzer", "build", cwd=built.root)
    (built.root / ".build").unlink()

    assert 1 == failed.returncode
    assert "Dat lukte niet" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert before == hashes(built.root / "site")


def test_interrupted_by_the_person(built: Project) -> None:
    """Stopping a build with Ctrl-C leaves the old site, and no folder of the build."""
    before = hashes(built.root / "site")
    child = start(built, "pages", "SIGINT")
    _, said = child.communicate(timeout=120)

    assert 130 == child.returncode
    assert before == hashes(built.root / "site")
    assert [] == left_over(built)
    assert said.endswith("Afgebroken.\n")


def test_first_site_elsewhere(built: Project) -> None:
    """Where no site stands yet, the new one is put there; options say where, and at which address it will stand."""
    elsewhere = built.root / "elders"
    done = run("vormingswijzer", "build", "--site", "elders", "--site-url", "https://proef.example/tak", cwd=built.root)
    pages = page_addresses(elsewhere)
    canonical = read_page(elsewhere, "catalogus/acme/").attributes("link", "href", rel="canonical")
    shutil.rmtree(elsewhere)

    assert 0 == done.returncode, done.stderr
    assert "catalogus/acme/" in pages
    assert ["https://proef.example/tak/catalogus/acme/"] == canonical
    assert OLD["index.html"] == built.text("site/index.html")
