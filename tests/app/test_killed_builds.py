"""Killing the program while it builds leaves the last pack and the meeting whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

from making import make_folder
from pypdf import PdfReader

ATTEMPTS = 6


def test_the_last_good_pack_is_whole_after_every_kill(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Budget", "reports": [("budget", 40), ("appendix", 3)]}])
    out = tmp_path / "pack.pdf"
    command = [sys.executable, "-m", "agendabuilder", "build", str(folder), "-o", str(out)]
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    length = time.monotonic() - started
    chance = random.Random(20270304)
    for _ in range(ATTEMPTS):
        building = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(length * chance.uniform(0.3, 1.0))
        building.kill()
        building.wait()
        assert len(PdfReader(out).pages) == 46
    subprocess.run(command, check=True, capture_output=True)
