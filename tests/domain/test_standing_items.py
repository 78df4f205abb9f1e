"""What templates offer an open meeting."""

from datetime import time

from agendabuilder.domain.item import Item, ItemKind
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.standing_items import offers
from agendabuilder.domain.template import Template

STANDING = ItemKind.PROCEDURAL


def template(name: str, *items: Item, committee: str = "") -> Template:
    return Template(name.lower(), name, "", Meeting(committee=committee, items=items))


def test_items_that_the_agenda_lacks_come_before_those_that_it_has() -> None:
    items = Item("1", "Apologies", kind=STANDING), Item("2", "Minutes", kind=STANDING), Item("3", "Budget")
    (offer,) = offers([template("Board", *items)], Meeting(items=(Item("1", " apologies"),)))
    assert [item.title for item in offer.missing] == ["Minutes"]
    assert [item.title for item in offer.present] == ["Apologies"]


def test_the_committees_own_template_comes_first_and_one_without_items_not_at_all() -> None:
    item = Item("1", "Minutes")
    templates = [template("Board", item), template("Zoning", item, committee="Planning"), template("Empty")]
    assert [offer.template for offer in offers(templates, Meeting(committee="Planning"))] == ["Zoning", "Board"]


def test_a_start_stays_behind_and_a_length_comes_along() -> None:
    item = Item("1", "Questions", start=time(11), minutes=20)
    (offer,) = offers([template("Board", item)], Meeting())
    assert offer.missing == (Item("1", "Questions", minutes=20),)
