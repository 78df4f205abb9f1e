"""A report that cannot go into the pack as it is: why, and what the clerk can do about it."""

from agendabuilder.errors import AgendaBuilderError


class ReportRefused(AgendaBuilderError):  # noqa: N818 (it is the file that is refused)
    """One file is not usable. `code` is named in docs/errors.md.

    `trouble` is a clause without capital or full stop ("the file “a.pdf” is empty"), so that a sentence can
    put the item before it; `title` is the same as a sentence of its own.
    """

    exit_code = 7

    def __init__(self, code: str, trouble: str, advice: str) -> None:
        super().__init__(f"{trouble[:1].upper()}{trouble[1:]}.", advice)
        self.code = code
        self.trouble = trouble


NEEDS_PASSWORD = "report-password"
"""The code of a refusal that ends when the right password is among the terms (`reports.terms.Terms.passwords`)."""


class PasswordNeeded(ReportRefused):
    """A file opens only with a password; the clerk can be asked for it. `called` names the file."""

    def __init__(self, called: str, was_tried: bool) -> None:
        trouble = "needs a password to open" + (", and it is none of those given" if was_tried else "")
        super().__init__(
            NEEDS_PASSWORD,
            f"{called} {trouble}",
            "Give the password, which is kept until the program ends; or ask the author for a copy without one.",
        )
