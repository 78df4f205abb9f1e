"""The cover of an officer's report is read in all its forms, and papers that have none are left alone."""

import pytest

from agendabuilder.preflight.cover import Cover, Row, read_cover

WITH_COLONS = """From: Peter Oakshott, Deputy Leader and Cabinet Member for Finance,
Corporate and Traded Services
 Joan Betterton, Director of Finance
To: Cabinet \u2013 4th March 2027
Subject: Late changes to the 2027-28 budget and the medium
term plan
Classification: Unrestricted
Summary:
This paper gives details of late changes.
Recommendations:
Cabinet is asked to agree them.
Background documents: none"""

A_TABLE = """Norbury Council
Report to the Select Committee
Report to Housing and Communities Select Committee
Date Thursday 4 March 2027
Title Damp and mould in homes
Cabinet Member Cllr Nilufar Bandara, Cabinet Member for Housing
Author and contact
officer
Rhodri Llewelyn, Director of Housing, 01632 960114
Wards affected All; above all Fairmead
Recommendations That the Committee comments
1 Purpose and summary"""

NUMBERED = """Report to Skills Select Cabinet
Date:\tThursday 17 June 2027
Title:\tSchools this year
Cabinet Member:\tCllr Anita Crane, Cabinet Member for Schools
Author and/or contact officer:\tJohn Mack, Corporate Director
Ward (s) affected:\tAll"""


def cover(*pages: str) -> Cover:
    found = read_cover(pages)
    assert found is not None
    return found


def values(found: Cover, *rows: Row) -> list[str]:
    return [row.value for row in found.all(*rows)]


def test_rows_with_colons_and_values_that_run_over_lines() -> None:
    found = cover(WITH_COLONS)
    assert values(found, Row.TO) == ["Cabinet \u2013 4th March 2027"]
    assert values(found, Row.TITLE) == ["Late changes to the 2027-28 budget and the medium term plan"]
    assert values(found, Row.AUTHOR) == [
        "Peter Oakshott, Deputy Leader and Cabinet Member for Finance, Corporate and Traded Services; "
        "Joan Betterton, Director of Finance"
    ]
    assert (found.recommends, found.names_background, found.is_full) == (True, True, True)


def test_a_table_without_colons_with_a_label_on_two_lines() -> None:
    found = cover(A_TABLE)
    assert values(found, Row.TO) == ["the Select Committee", "Housing and Communities Select Committee"]
    assert values(found, Row.DATE, Row.TITLE) == ["Thursday 4 March 2027", "Damp and mould in homes"]
    assert values(found, Row.AUTHOR) == ["Rhodri Llewelyn, Director of Housing, 01632 960114"]
    assert [row.line for row in found.all(Row.TITLE)] == [5]
    assert not found.names_background


def test_a_heading_that_names_the_body_is_a_row() -> None:
    found = cover(NUMBERED)
    assert values(found, Row.TO) == ["Skills Select Cabinet"]
    assert values(found, Row.WARDS) == ["All"]


def test_a_cover_behind_a_title_page_is_found_there() -> None:
    assert {row.page for row in cover("Norbury Council", WITH_COLONS).rows} == {2}


@pytest.mark.parametrize(
    "page",
    [
        "",
        "Minutes of the meeting held on 4 March 2027\nPresent: Cllr A Okafor\nTo: note\nDate: none\nTitle: none",
        "Agenda\nDate: Thursday 4 March 2027\nTime: 2.00 pm\nVenue: Guildhall\nTo: all members\nTitle: x",
        "From: a.b@norbury.example\nTo: c.d@norbury.example\nSubject: Roofs\nDate: 4 March 2027\nHello",
        "Dear Councillor\nDate: 4 March 2027\nTo: you\nTitle: a letter",
        "Date of opening 1960\nTitle deeds are kept by the solicitor.\nTo begin with, nothing was done.",
        "Date: 4 March 2027\nWe are writing about our roof.",
        "By the end of the year\nFrom one to ten\nTo whom it may concern",
    ],
    ids=["nothing", "minutes", "agenda", "e-mail", "letter", "sentences", "one row", "phrases"],
)
def test_papers_without_a_cover_have_none(page: str) -> None:
    assert read_cover([page]) is None
