"""The documents our own texts rest on."""

from generator.core.record import Source
from generator.kinds.site.model import SourceLicence
from generator.kinds.site.source_documents import SourceDocument, source_documents
from tests.conftest import Project

CHECKLIST = "guides/checklists/kiezen.yaml"


def found(project: Project, *licences: SourceLicence) -> dict[str, SourceDocument]:
    """Gives the documents by address."""
    kb = project.read().knowledge
    assert kb is not None
    return {one.source.url: one for one in source_documents(kb, licences)}


def licence(source: str, name: str) -> SourceLicence:
    """Gives what a source says of its text."""
    return SourceLicence(source=source, name=name)


def test_each_once_with_its_uses(project: Project) -> None:
    """A document that two records cite stands there once, with both; that of an organisation does not."""
    shared = "  - {url: 'https://a.be/leidraad', title: Een leidraad, accessed: 2026-11-01, seen: stored}\n"
    project.append(CHECKLIST, shared)
    project.append("guides/handbook/leider.yaml", shared)
    project.append("providers/acme.yaml", shared.replace("leidraad'", "folder'"))
    documents = found(project)

    assert ["/checklist/kiezen/", "/teamgesprek/leider/"] == [
        one.href for one in documents["https://a.be/leidraad"].uses
    ]
    assert "https://a.be/folder" not in documents


def test_longest_beginning_counts(project: Project) -> None:
    """Of two licences whose address fits, that of the narrower one holds; without any, none is known."""
    for name in ("open/tekst", "dicht", "elders"):
        host = "b" if name == "elders" else "a"
        url = f"https://{host}.be/{name}"
        project.append(CHECKLIST, f"  - {{url: '{url}', title: T, accessed: 2026-11-01, seen: stored}}\n")
    documents = found(project, licence("https://a.be/open/", "CC BY 4.0"), licence("https://a.be/", "Gewoon"))

    told = {url: one.licence.name if one.licence else None for url, one in documents.items()}
    assert {
        "https://a.be/open/tekst": "CC BY 4.0",
        "https://a.be/dicht": "Gewoon",
        "https://b.be/elders": None,
    }.items() <= (told.items())


def test_label() -> None:
    """A document without a title is called by its address, for a publisher may have more than one."""
    source = Source(url="https://www.a.be/x/y/", publisher="A", accessed="2026-11-01", seen="live")

    assert "a.be/x/y" == SourceDocument(source, (), None).label
    assert "T" == SourceDocument(source.model_copy(update={"title": "T"}), (), None).label
