"""docs/errors.md lists what the program can say: every error with its exit code, and every finding's code."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import agendabuilder
from agendabuilder import errors
from agendabuilder.cli.errors import EXIT_CANCELLED, EXIT_FAULT
from agendabuilder.errors import AgendaBuilderError

PROGRAM = Path(agendabuilder.__file__).parent
DOCUMENT = (PROGRAM.parent / "docs" / "errors.md").read_text("utf-8")
EXPLAINED = {
    code for row in re.findall(r"^\| (`.+?) \|", DOCUMENT, re.MULTILINE) for code in re.findall(r"`([^`]+)`", row)
}
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def kinds_of_error() -> list[type[AgendaBuilderError]]:
    """All that end a job. A report that is refused ends none: it becomes a finding."""
    kinds = (each for each in vars(errors).values() if isinstance(each, type))
    return [kind for kind in kinds if issubclass(kind, AgendaBuilderError) and kind is not AgendaBuilderError]


def texts() -> set[str]:
    """Every text constant of the program."""
    trees = (ast.parse(file.read_text("utf-8")) for file in PROGRAM.rglob("*.py"))
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in constants if isinstance(value, str)}


def codes_after_a_severity() -> set[str]:
    """The texts that follow a severity among the arguments of a call, as a finding's code does."""
    calls = (
        node
        for file in PROGRAM.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
    )
    return {
        code.value
        for call in calls
        for before, code in pairwise(call.args)
        if "Severity." in ast.unparse(before) and isinstance(code, ast.Constant) and isinstance(code.value, str)
    }


def test_every_error_is_explained_with_its_exit_code() -> None:
    explained = {name: int(code) for name, code in re.findall(r"^### `(\w+)` \(exit code (\d+)\)", DOCUMENT, re.M)}
    assert explained == {kind.__name__: kind.exit_code for kind in kinds_of_error()}
    assert f"(exit code {EXIT_CANCELLED})" in DOCUMENT
    assert f"(exit code {EXIT_FAULT})" in DOCUMENT


def test_no_two_errors_share_an_exit_code() -> None:
    codes = [kind.exit_code for kind in kinds_of_error()]
    assert sorted(set(codes)) == sorted(codes)


def test_every_finding_is_explained() -> None:
    found = codes_after_a_severity()
    assert len(found) > 50
    assert found - EXPLAINED == set()


def test_nothing_is_explained_that_no_finding_is_called() -> None:
    codes = {code for code in EXPLAINED if CODE.fullmatch(code)}
    assert len(codes) > 100
    assert codes - texts() == set()
