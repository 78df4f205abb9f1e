"""Templates are found, the clerk's own first, and wrong ones are refused by name."""

from pathlib import Path

import pytest

from agendabuilder.errors import TemplateError
from agendabuilder.store.template_library import TemplateLibrary

GOOD = '{"format": 1, "template": {"name": "Panel", "description": "A small panel."}, "body_kind": "Panel"}'


def test_the_clerks_own_template_hides_the_shipped_one_of_the_same_name(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, text in ((own, GOOD.replace("Panel", "Our panel")), (shipped, GOOD)):
        folder.mkdir()
        (folder / "panel.agenda").write_text(text, encoding="utf-8")
    library = TemplateLibrary((own, shipped, tmp_path / "missing"))
    assert library.ids() == ("panel",)
    assert library.load("panel").name == "Our panel"


def test_an_unknown_template_is_refused_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "panel.agenda").write_text(GOOD, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"no template “cabinet”.* The templates are panel"):
        TemplateLibrary((tmp_path,)).load("cabinet")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GOOD.replace('"body_kind"', '"date": "2027-03-04", "body_kind"'), "has no date"),
        (GOOD.replace('"body_kind": "Panel"', '"items": [{"reports": [{"file": "a.pdf"}]}]'), "holds no reports"),
        (GOOD.replace('"name"', '"title"'), "must be an object with"),
        (GOOD.replace("body_kind", "bodykind"), "bodykind: there is no such key"),
    ],
)
def test_what_is_no_template_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "panel.agenda").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=reason):
        TemplateLibrary((tmp_path,)).load("panel")
