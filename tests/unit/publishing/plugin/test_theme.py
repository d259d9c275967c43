from pathlib import Path

import jinja2
import pytest
from mkdocs.config.base import load_config

from generator import links
from generator.publishing.plugin.theme import prepare
from generator.sources.shipped.layers import Layers


@pytest.fixture(autouse=True)
def own(project: Path) -> None:
    """The theme's files that are the site's own."""
    (project / links.THEME).mkdir(parents=True)


@pytest.mark.parametrize("template", ['<a title="{{ name }}">', '<a title="{{ name | e }}">'])
def test_name_with_quotation_marks_ends_no_attribute(project: Path, template: str) -> None:
    config = load_config(str(project / "mkdocs.yml"), site_name='Say "hi" <b>')
    prepare(config, Layers(project))
    text = jinja2.Environment(autoescape=False).from_string(template).render(name=config.site_name)  # noqa: S701
    assert text == '<a title="Say &#34;hi&#34; &lt;b&gt;">'


def test_files_that_came_along_stand_behind_the_own_ones(project: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / links.THEME).mkdir(parents=True)
    config = load_config(str(project / "mkdocs.yml"))
    before = list(config.theme.dirs)
    prepare(config, Layers(project))
    assert config.theme.dirs == before
    prepare(config, Layers(project, home))
    own, *rest = before
    assert config.theme.dirs == [own, str(home / links.THEME), *rest]
    config = load_config(str(project / "mkdocs.yml"), theme={"name": "material"})
    prepare(config, Layers(project, home))
    assert config.theme.dirs[:2] == [str(project / links.THEME), str(home / links.THEME)]
