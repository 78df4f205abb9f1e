"""Joins the layers (optional content) of all reports into one list, so that what was hidden stays hidden.

Copying pages alone loses `/OCProperties`, and a layer that a report had switched off would become visible.
Rules of PDF 32000-1, 8.11.4.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf

_LISTS = ("/ON", "/OFF", "/Locked", "/RBGroups", "/AS")


def join_layers(pack: Pdf, report: Pdf, title: str) -> None:
    """Carry over the layers of a report whose pages are in the pack already; `title` heads them in the viewer."""
    properties = report.Root.get(Name.OCProperties)
    if not isinstance(properties, Dictionary) or not isinstance(properties.get(Name.OCGs), Array):
        return
    copied = pack.copy_foreign(report.make_indirect(properties))
    defaults = copied.get(Name.D)
    if not isinstance(defaults, Dictionary):
        defaults = Dictionary()
    joined = _joined_properties(pack)
    groups = _groups(copied.OCGs)
    joined.OCGs.extend(groups)
    lists = {key: _entries(defaults.get(key)) for key in _LISTS}
    lists["/OFF"] = _hidden(groups, defaults, lists["/ON"], lists["/OFF"])
    del lists["/ON"]  # the joined base state is ON: only what is hidden needs saying
    for key, entries in lists.items():
        if entries:
            joined.D[key] = Array([*_entries(joined.D.get(key)), *entries])
    order = defaults.get(Name.Order)
    if isinstance(order, Array) and len(order):
        joined.D.Order.append(Array([title, *order]))


def _joined_properties(pack: Pdf) -> Object:
    if Name.OCProperties not in pack.Root:
        defaults = Dictionary(BaseState=Name.ON, Order=Array(), Name="Layers of the reports")
        pack.Root.OCProperties = Dictionary(OCGs=Array(), D=defaults)
    return pack.Root.OCProperties


def _hidden(groups: list[Object], defaults: Dictionary, on: list[Object], off: list[Object]) -> list[Object]:
    """The layers that are off when the report is opened on its own."""
    if defaults.get(Name.BaseState) != Name.OFF:
        return off
    shown = {group.objgen for group in on if isinstance(group, Object)}
    return [group for group in groups if group.objgen not in shown]


def _groups(entries: Object) -> list[Object]:
    return [group for group in _entries(entries) if isinstance(group, Dictionary)]


def _entries(array: object) -> list[Object]:
    return list(array) if isinstance(array, Array) else []
