"""What a report's pages may still do in the pack: links keep their targets, everything that runs is taken out.

Named destinations become explicit ones before the pages are copied, so that two reports with a "Summary" can't
send their readers to each other. Works on an opened report that is never saved.
"""

from collections.abc import Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, String

from agendabuilder.reports.pdf import pdf_values

_HARMLESS_ACTIONS = ("/GoTo", "/URI", "/GoToR", "/Named", "/SetOCGState")
_MEDIA = ("/Movie", "/Sound", "/RichMedia", "/3D", "/Screen")
_OF_A_PICTURE = ("/Type", "/Rect", "/AP", "/AS", "/F", "/Contents", "/OC")
_NOT_ON_A_PAGE = (
    "/StructParents",
    "/AA",
    "/AF",
    "/B",
    "/Metadata",
    "/PieceInfo",
    "/Thumb",
    "/Trans",
    "/Dur",
    "/PresSteps",
)
_NOT_ON_AN_ANNOTATION = ("/StructParent", "/AA", "/AF")


class LinkTargets:
    """Where links of one report may lead: its named destinations, and the pages of it that go into the pack.

    `all_pages` are the report's pages in order, for links that give a page by its place from 0.
    """

    def __init__(
        self, named: Mapping[str, Object], chosen: Sequence[Dictionary], all_pages: Sequence[Dictionary]
    ) -> None:
        self._named = named
        self._chosen = frozenset(page.objgen for page in chosen)
        self._all_pages = all_pages

    def resolve(self, target: object) -> Array | None:
        """The explicit destination; None when the page is left out of the pack, or there is no such place."""
        if isinstance(target, (Name, String)):
            target = self._named.get(pdf_values.spelled(target).removeprefix("/"))
        if isinstance(target, Dictionary):
            target = target.get(Name.D)
        if not isinstance(target, Array) or not len(target):
            return None
        page, *view = list(target)
        if isinstance(page, int) and 0 <= page < len(self._all_pages):
            page = self._all_pages[page]
        if not isinstance(page, Dictionary) or page.objgen not in self._chosen:
            return None
        return Array([page, *(view or [Name.Fit])])


def tame_page(page: Dictionary, targets: LinkTargets) -> None:
    """Take out what runs or is attached, and aim every link.

    A link that would lead nowhere is removed.
    """
    _drop(page, _NOT_ON_A_PAGE)
    if Name.Annots not in page:
        return
    listed = enumerate(pdf_values.dictionaries(page, "/Annots"))
    once = {note.objgen if note.is_indirect else place: note for place, note in listed}  # some are there twice
    page.Annots = Array([annotation for annotation in once.values() if _tame(annotation, targets)])


def _tame(annotation: Dictionary, targets: LinkTargets) -> bool:
    """Clean one annotation; say whether it may stay."""
    _drop(annotation, _NOT_ON_AN_ANNOTATION)
    action = pdf_values.dictionary(annotation, "/A")
    if action is None or pdf_values.name(action, "/S") not in _HARMLESS_ACTIONS:
        _drop(annotation, ("/A",))
    elif Name.GoTo == action.S:
        _drop(annotation, ("/A",))
        annotation.Dest = action.get(Name.D, Array())
    else:
        _drop(action, ("/Next",))
    if Name.Dest in annotation:
        place = targets.resolve(annotation.Dest)
        if place is None:
            del annotation.Dest
        else:
            annotation.Dest = place
    kind = pdf_values.name(annotation, "/Subtype")
    if kind in _MEDIA:
        _leave_the_picture(annotation)
    return kind != "/FileAttachment" and (kind != "/Link" or Name.Dest in annotation or Name.A in annotation)


def _leave_the_picture(annotation: Dictionary) -> None:
    """Make a film or sound what it is on paper: the picture that stands in its place."""
    _drop(annotation, [key for key in annotation.keys() if key not in _OF_A_PICTURE])  # noqa: SIM118
    annotation.Subtype = Name.Stamp


def _drop(holder: Dictionary, keys: Sequence[str]) -> None:
    for key in keys:
        if key in holder:
            del holder[key]
