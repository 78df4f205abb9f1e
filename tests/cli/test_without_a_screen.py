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


def test_where_qt_cannot_be_loaded_the_window_is_a_sentence() -> None:
    code = (
        "import sys; sys.argv = ['agendabuilder']; sys.modules['PySide6'] = None\n"
        "from agendabuilder.__main__ import main\n"
        "main()"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("The window cannot be shown here:")
    assert "agendabuilder --help" in ran.stderr
