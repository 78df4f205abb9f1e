"""What the types of a pack's structure are called on screen."""

from agendabuilder.pack.tagging.read_element import ReadElement

_WORDS = {
    "Document": "Document",
    "Part": "Part",
    "Art": "Article",
    "Sect": "Section",
    "Div": "Group",
    "NonStruct": "Group",
    "Private": "Group",
    "H": "Heading",
    "P": "Paragraph",
    "BlockQuote": "Quotation",
    "Quote": "Quotation",
    "Caption": "Caption",
    "TOC": "Contents list",
    "TOCI": "Line of the contents list",
    "Index": "Index",
    "L": "List",
    "LI": "Entry",
    "Lbl": "Label",
    "LBody": "Text of the entry",
    "Table": "Table",
    "THead": "Head of the table",
    "TBody": "Body of the table",
    "TFoot": "Foot of the table",
    "TR": "Row",
    "TH": "Header cell",
    "TD": "Cell",
    "Span": "Words",
    "Note": "Note",
    "Reference": "Reference",
    "BibEntry": "Source",
    "Code": "Code",
    "Link": "Link",
    "Annot": "Comment",
    "Figure": "Picture",
    "Formula": "Formula",
    "Form": "Form field",
}
MISSING = "No alternate text"


def role_words(role: str) -> str:
    """The type of an element as a clerk would call it; a rare one keeps its own name."""
    if role[:1] == "H" and role[1:].isdecimal():
        return f"Heading {role[1:]}"
    return _WORDS.get(role, role)


def said_words(element: ReadElement) -> str:
    """What is read out for an element, in quotation marks where it is an alternate text."""
    if element.lacks_alt:
        return MISSING
    if element.alt:
        return f"“{element.alt}”"
    return element.words


def element_words(element: ReadElement) -> str:
    """One element in a line: "Heading 2: Repairs in winter"."""
    if not element.role:
        return f"… and {element.left_out:,} more"
    language = f" ({element.language})" if element.language else ""
    said = said_words(element)
    return f"{role_words(element.role)}{language}{f': {said}' if said else ''}"
