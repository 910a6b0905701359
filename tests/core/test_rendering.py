"""Rendering bodies of pages."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from generator.core.fields import RichText
from generator.core.pages import Page
from generator.core.rendering import Publisher
from generator.core.strings import Strings


def render(folder: Path, template: str, **view: object) -> Page:
    """Renders one template."""
    (folder / "x.html.j2").write_text(template)
    publisher = Publisher({"kind": folder}, Strings({"word": "Wóórd {x}", "bare": "a & b"}))
    publisher.share(site={"title": "Site"})
    return publisher.page("kind/x.html.j2", lambda: view, address="a/b/", title="T<", description="D", source="s.yaml")


def test_escaped(tmp_path: Path) -> None:
    """What a template prints is escaped, attributes included."""
    body = render(tmp_path, '<p title="{{ x }}">{{ x }}</p>', x="<b>\"'&").render()

    assert body == '<p title="&lt;b&gt;&#34;&#39;&amp;">&lt;b&gt;&#34;&#39;&amp;</p>'


def test_rich_text(tmp_path: Path) -> None:
    """Rich text is printed as the HTML it was cleaned to."""
    body = render(tmp_path, "{{ x }}", x=RichText("*a* <script>")).render()

    assert body == "<p><em>a</em> &lt;script&gt;</p>"


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ x.nothing }}", "{% if nothing %}{% endif %}"])
def test_undefined(tmp_path: Path, template: str) -> None:
    """A name that no view gives stops the build."""
    with pytest.raises(UndefinedError):
        render(tmp_path, template, x={}).render()


def test_shared(tmp_path: Path) -> None:
    """Texts, shared values, the page's title, address and source are known to every template."""
    body = render(
        tmp_path, "{{ t('word', x='<') }} {{ t('bare') }} {{ site.title }} {{ title }} {{ address }} {{ source }}"
    ).render()

    assert body == "Wóórd &lt; a &amp; b Site T&lt; a/b/ s.yaml"


def test_page(tmp_path: Path) -> None:
    """A page carries its plain title, its defaults, and links relative to its place."""
    page = render(tmp_path, '\n<a href="/x/">y</a>\n')

    assert '<a href="../../x/">y</a>' == page.render()
    assert page == Page("a/b/", "T<", "D", page.render, source="s.yaml")


def test_fragment(tmp_path: Path) -> None:
    """A piece that several pages show is rendered once, and stands in each as it is."""
    (tmp_path / "card.html.j2").write_text("<b>{{ x }}</b>")
    publisher = Publisher({"kind": tmp_path}, Strings({}))
    made = []

    def view() -> dict[str, object]:
        made.append(1)
        return {"x": "<"}

    cards = [publisher.fragment("kind/card.html.j2", "one", view) for _ in range(2)]

    assert ["<b>&lt;</b>"] * 2 == cards
    assert 1 == len(made)
