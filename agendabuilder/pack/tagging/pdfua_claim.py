"""Whether a pack may say that it is PDF/UA-1: only when the finished file passes the rules and nothing was wrapped.

A page that is read as one paragraph passes every rule that a machine can check and is still not accessible. The
validator is an optional extra; where it is not installed, no pack claims anything.
"""

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.tagging.report_tags import TagsFate
from agendabuilder.pack.tagging.run_part import RunPart

_VALIDATOR = "page"


def may_claim(contents: PackContents, parts: Iterable[RunPart]) -> bool:
    """Whether it is worth asking: every report kept its tags, and every picture has an alternate text."""
    if find_spec(_VALIDATOR) is None:
        return False
    alt_texts = {report.id: report.alt_texts for _, report in contents.meeting.all_reports()}
    return all(
        part.tags.fate is TagsFate.KEPT
        and sum(bool(text.strip()) for text in alt_texts[part.tags.report_id][: part.tags.figures]) == part.tags.figures
        for part in parts
    )


def passes_pdf_ua(pack: Path) -> bool:
    """Whether a file that makes the claim passes the rules of PDF/UA-1 (ISO 14289-1) that a machine can check.

    A file that the validator gives up on does not pass.
    """
    validator = import_module(_VALIDATOR)
    try:
        return bool(validator.validate_pdf(str(pack), profile="ua1").is_compliant)
    except validator.PageError:
        return False
