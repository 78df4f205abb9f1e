"""Makes drawn pages a tagged PDF/UA-1 file: its structure, links, title and language, and the same bytes each time."""

from collections.abc import Mapping
from pathlib import Path

import pikepdf

from agendabuilder.pack.front.front_matter import FrontMatter
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.tagging.structure import attach_structure

_PDF_UA = "{http://www.aiim.org/pdfua/ns/id/}"


def finish(file: Path, structure: Element, places: Mapping[str, int] | None = None) -> None:
    """Write the structure into a file that ReportLab has drawn. `places` has the page of each place, from 1."""
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        targets = {name: pdf.pages[page - 1] for name, page in (places or {}).items()}
        front = FrontMatter(b"", len(pdf.pages), {}, structure)
        attach_structure(pdf, front, list(pdf.pages), (), targets)
        _describe(pdf)
        pdf.remove_unreferenced_resources()
        pdf.save(
            file, deterministic_id=True, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )  # fmt: skip


def _describe(pdf: pikepdf.Pdf) -> None:
    """Say in the newer way too what the file is called and who wrote it, and that it keeps the rules of PDF/UA-1."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = str(pdf.docinfo.Title)
        metadata["dc:creator"] = [str(pdf.docinfo.Author)]
        metadata["dc:language"] = ["en-GB"]
        metadata[f"{_PDF_UA}part"] = "1"
