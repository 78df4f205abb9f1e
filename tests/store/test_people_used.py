"""People used before are offered again."""

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.people import Contributor, Member
from agendabuilder.store.people_used import load_people, people_file, remember_people, save_people

MEETING = Meeting(
    members=(Member("Tŷ Ŵyn Bevan", "Chair"),),
    items=(Item("1", contributors=(Contributor("Ada Okafor", "Director of Housing", "Norbury Council"),)),),
)


def test_members_and_contributors_are_remembered_in_the_order_of_the_alphabet() -> None:
    remember_people(MEETING)
    assert [each.name for each in load_people()] == ["Ada Okafor", "Tŷ Ŵyn Bevan"]
    assert load_people()[0].role == "Director of Housing"


def test_a_person_with_a_new_post_is_known_by_it() -> None:
    remember_people(MEETING)
    remember_people(Meeting(members=(Member("Ada Okafor", "Chief Executive"),)))
    assert [each.role for each in load_people()] == ["Chief Executive", "Chair"]


def test_the_list_can_be_cleared_and_a_damaged_one_is_as_none() -> None:
    remember_people(MEETING)
    save_people(())
    assert load_people() == ()
    people_file().write_text("{", encoding="utf-8")
    assert load_people() == ()
