"""What the types of structure elements mean: every type of a report is led back to one that PDF 1.7 knows.

A report may name types of its own and map them in chains, in circles, or onto standard names that it gives
another meaning. PDF/UA-1 allows none of the last two (ISO 14289-1, 7.1), and readers differ on long chains.
"""

from collections.abc import Mapping

STANDARD_ROLES = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
"""The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""

_OF_PDF_2 = {
    "DocumentFragment": "Part",
    "Aside": "Sect",
    "Title": "P",
    "FENote": "Note",
    "Sub": "Span",
    "Em": "Span",
    "Strong": "Span",
    "Artifact": "NonStruct",
}
"""The types that PDF 2.0 added (ISO 32000-2, 14.8.4), and the nearest ones of PDF 1.7."""

MEANINGLESS = "NonStruct"
"""The type of an element that only holds others together."""


def standard_role(role: str, role_map: Mapping[str, str]) -> str:
    """The standard type that `role` means in a report with this role map; `MEANINGLESS` when it leads nowhere."""
    seen: set[str] = set()
    while role in role_map and role_map[role] != role:
        if role in seen:
            return MEANINGLESS
        seen.add(role)
        role = role_map[role]
    if role in STANDARD_ROLES:
        return role
    if role[:1] == "H" and role[1:].isdecimal():  # PDF 2.0 has headings of any level
        return "H6"
    return _OF_PDF_2.get(role, MEANINGLESS)
