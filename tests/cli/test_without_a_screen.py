"""The command line works where there is no screen: it never loads Qt."""

import subprocess
import sys


def test_a_command_never_loads_qt() -> None:
    code = (
        "import sys; sys.argv = ['agendabuilder', 'templates']\n"
        "from agendabuilder.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "[]"
