"""What a converter may cost is a setting, and is held to."""

import os
import sys
import time

import pytest

from agendabuilder.reports.running import MemoryWatch, TookTooLongError, TookTooMuchError, run_program
from agendabuilder.reports.terms import Limits

GREEDY = "held = [bytearray(1 << 20) for _ in range(600)]; import time; time.sleep(30)"


def test_a_process_that_holds_more_than_it_may_is_noticed():
    MemoryWatch(os.getpid(), 100_000).weigh()
    with pytest.raises(TookTooMuchError, match="took more than 1 megabytes of memory"):
        MemoryWatch(os.getpid(), 1).weigh()


def test_a_process_that_has_ended_weighs_nothing():
    MemoryWatch(2**22 + 1, 1).weigh()


def test_a_greedy_program_is_ended_long_before_its_time():
    begun = time.monotonic()
    try:
        code = run_program([sys.executable, "-c", GREEDY], Limits(20, 300), lambda: None)
    except TookTooLongError as error:
        code = "megabytes" in str(error)
    assert code
    assert time.monotonic() - begun < 15
