"""Types of PDF 2.0 that come from a namespace: an element is given the type that it has without one.

PDF/UA-1 is PDF 1.7, which knows no namespaces; a reader of it would take the bare name for a standard type.
"""

from pikepdf import Array, Dictionary, Name, Object

from agendabuilder.pack.tagging.role_names import MEANINGLESS
from agendabuilder.reports.pdf import pdf_values

_STANDARD = ("http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn")
"""The two namespaces of standard types (ISO 32000-2, 14.8.6)."""

_MOST_STEPS = 20


def forget_namespace(element: Dictionary) -> None:
    """Take the namespace off an element and give it the type that the namespace's own role map leads to."""
    role, space = pdf_values.name(element, "/S"), element.get(Name.NS)
    for _ in range(_MOST_STEPS):
        if not isinstance(space, Dictionary) or pdf_values.text(space, "/NS") in _STANDARD:
            break
        role, space = _next(role, pdf_values.dictionary(space, "/RoleMapNS"))
    element.S = Name(role or f"/{MEANINGLESS}")
    del element[Name.NS]


def _next(role: str, role_map: Dictionary | None) -> tuple[str, Object | None]:
    """One step: a name of the default namespace, or a name and its namespace."""
    target = role_map.get(role) if role_map is not None else None
    if isinstance(target, Name):
        return pdf_values.spelled(target), None
    if isinstance(target, Array) and len(target) == 2 and isinstance(target[0], Name):
        return pdf_values.spelled(target[0]), target[1]
    return "", None
