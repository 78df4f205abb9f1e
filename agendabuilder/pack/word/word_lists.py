"""Lists as Word counts them: each list of a meeting's text has a numbering of its own, so that it begins anew."""

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from agendabuilder.pack.front.rich_text import Listing

INDENT = 6.0
"""Millimetres that each depth of a list is set in."""

_TWIPS_TO_MM = 1440 / 25.4
_DEEPEST = 8

_FORM = """<w:abstractNum {space} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>"""
_LIST = '<w:num {space} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


def new_list(numbering: BaseOxmlElement, listing: Listing, depth: int) -> int:
    """Write down how a list at a depth (from 0) is marked; the number by which its points name it, from 1."""
    lists = numbering.findall(qn("w:num"))
    number, level = len(lists) + 1, min(depth, _DEEPEST)
    label = listing.labels[0] if listing.labels else ""
    is_numbered = listing.numbered and bool(label)
    form = _FORM.format(
        space=nsdecls("w"), number=number, depth=level, start=label[:-1] if is_numbered else 1,
        kind="decimal" if is_numbered else "bullet", mark=f"%{level + 1}{label[-1]}" if is_numbered else "•",
        left=round(INDENT * (depth + 1) * _TWIPS_TO_MM), hanging=round(INDENT * _TWIPS_TO_MM),
    )  # fmt: skip
    place = numbering.index(lists[0]) if lists else len(numbering)
    numbering.insert(place, parse_xml(form))  # Word wants all forms before all lists
    numbering.append(parse_xml(_LIST.format(space=nsdecls("w"), number=number)))
    return number
