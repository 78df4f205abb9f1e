"""How many of the slips that stand in real packs are caught, rule by rule; and a fair agenda is left in peace."""

from collections import Counter
from datetime import date

from preflight.clerical_slips import KNOWN, SLIPS, Slip

from agendabuilder.preflight.run import check_meeting

TODAY = date(2027, 6, 8)


def test_the_slips_are_caught_at_this_rate() -> None:
    findings = check_meeting(SLIPS, TODAY)

    def is_caught(slip: Slip) -> bool:
        return any(finding.code == slip.code and slip.words in finding.sentence for finding in findings)

    made = Counter(slip.rule for slip in KNOWN)
    caught = Counter(slip.rule for slip in KNOWN if is_caught(slip))
    for rule, count in made.items():
        print(f"{rule:<42} {caught[rule]:>2} of {count}")  # noqa: T201 (pytest -s shows the rates)
    print(f"{'all':<42} {caught.total():>2} of {made.total()}")  # noqa: T201
    assert [slip for slip in KNOWN if slip.code and not is_caught(slip)] == []
    assert caught.total() / made.total() > 0.9


def test_nothing_is_found_in_it_beside_the_slips() -> None:
    """The few findings more are the same slips seen from another side, and each is true."""
    named = {(slip.code, slip.words) for slip in KNOWN}
    more = [
        finding
        for finding in check_meeting(SLIPS, TODAY)
        if not any(finding.code == code and words in finding.sentence for code, words in named)
    ]
    assert sorted({finding.code for finding in more}) == ["number-gap", "number-twice", "text-space"]
