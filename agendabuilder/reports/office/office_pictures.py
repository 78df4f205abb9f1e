"""How many of an Office file's pictures a PDF of it does not have: different ones are counted, not how often each."""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pikepdf
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from agendabuilder.reports.office.switched_off import is_hidden_slide
from agendabuilder.reports.office.unreadable import UNREADABLE
from agendabuilder.reports.pdf import pdf_values

_PARTS = re.compile(
    r"word/document\.xml|ppt/slides/slide\d+\.xml|xl/drawings/drawing\d+\.xml|(?:ppt|xl)/drawings/vmlDrawing\d+\.vml"
)
"""Where pictures stand that show on a page, those of embedded objects included; a slide's design is not counted."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OLD_RELATION = "{urn:schemas-microsoft-com:office:office}relid"


def lost_pictures(source: Path, pdf: Path) -> int:
    """The number of different pictures in the file's text, slides or sheets beyond those in the PDF.

    Only modern Office files are counted; what cannot be read counts as nothing.
    """
    pictures: set[bytes] = set()
    with suppress(*UNREADABLE), ZipFile(source) as archive:
        for name in filter(_PARTS.fullmatch, archive.namelist()):
            pictures.update(_pictures_in(archive, name))
    return max(len(pictures) - _pictures_of_pdf(pdf), 0)


def _pictures_in(archive: ZipFile, name: str) -> Iterator[bytes]:
    """A digest of each picture that a part shows."""
    part = parse_xml(archive.read(name))
    if is_hidden_slide(part):
        return
    folder, file = posixpath.split(name)
    relations = parse_xml(archive.read(f"{folder}/_rels/{file}.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations if each.get("TargetMode") != "External"}
    for target in {targets.get(key, "") for key in _shown(part)} - {""}:
        with suppress(KeyError):
            content = archive.read(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            yield hashlib.sha256(content).digest()


def _shown(part: _Element) -> Iterator[str]:
    """The names under which a part refers to its pictures; a fallback is another version of the same."""
    for element in part.iter("{*}blip", "{*}imagedata"):
        if next(element.iterancestors("{*}Fallback", "{*}del", "{*}moveFrom"), None) is None:
            names = (f"{_RELATION}embed", f"{_RELATION}id", _OLD_RELATION)
            yield next(filter(None, map(element.get, names)), "")


def _pictures_of_pdf(path: Path) -> int:
    """How many different pictures there are; a mask belongs to its picture."""
    with pikepdf.open(path) as pdf:
        images = [each for each in pdf.objects if pdf_values.name(_dictionary(each), "/Subtype") == "/Image"]
        masks = {each[key].objgen for each in images for key in ("/SMask", "/Mask") if key in each}
        return len({each.objgen for each in images} - masks)


def _dictionary(part: pikepdf.Object) -> pikepdf.Object | None:
    return part if isinstance(part, pikepdf.Stream) else None
