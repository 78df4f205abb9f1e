"""A stock of small reports that meet in one pack with all that can clash or be shared between two of them."""

import zlib
from collections.abc import Callable
from pathlib import Path

from pack.pack_making import add_field, link_to, make_pdf, with_content, with_page_keys
from pack.tagged_making import add_announced, add_element, make_tagged, web_link
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

Edit = Callable[[Pdf], None]

_PIXELS = bytes(number * number % 251 for number in range(60 * 60))


def make_stock(folder: Path) -> list[str]:
    """Write the reports; return the names of their files."""
    make_pdf(folder / "plain.pdf", 3)
    make_pdf(folder / "longer.pdf", 4)
    make_pdf(folder / "wide.pdf", 1, size=(842, 595))
    make_pdf(folder / "turned.pdf", 2, with_page_keys({"/Rotate": 90}))
    make_pdf(folder / "open.pdf", 1, with_content(b"q 2 0 0 2 0 0 cm\n"))
    make_pdf(folder / "linked.pdf", 3, _lead_to_the_end)
    make_pdf(folder / "ada.pdf", 1, lambda pdf: add_field(pdf, 0, "name", "Ada"))
    make_pdf(folder / "bel.pdf", 2, lambda pdf: add_field(pdf, 1, "name", "Bel"))
    make_pdf(folder / "layered.pdf", 1, _add_layer)
    make_tagged(folder / "tagged.pdf", 3)
    make_tagged(folder / "noted.pdf", 2, edit=lambda pdf: add_announced(pdf, 1, web_link(pdf)))
    make_tagged(folder / "twice.pdf", 2, edit=_announce_twice)
    make_tagged(folder / "broken.pdf", 2, ["Callout"], _drop_a_mark)
    for name, role in (("callout", "P"), ("quote", "BlockQuote"), ("quoted", "BlockQuote")):
        make_tagged(folder / f"{name}.pdf", 1, ["Callout", "H1"], _name_things(role))
    for name, packed in (
        ("seen", zlib.compress(_PIXELS)),
        ("same", zlib.compress(_PIXELS)),
        ("bare", b""),
        ("raw", b""),
    ):
        make_pdf(folder / f"{name}.pdf", 1, _show_picture(packed))
    make_tagged(folder / "drawn.pdf", 1, edit=_mark_a_drawing)
    return sorted(path.name for path in folder.glob("*.pdf"))


def _lead_to_the_end(pdf: Pdf) -> None:
    link_to(pdf.pages[0], Array([pdf.pages[-1].obj, Name.Fit]))
    link_to(pdf.pages[1], Dictionary(S=Name.URI, URI=String("https://norbury.example/")), "/A")


def _add_layer(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Plan")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
    with_content(b"/OC /L0 BDC 0 0 30 30 re f EMC\n")(pdf)


def _announce_twice(pdf: Pdf) -> None:
    """One link that stands on both pages."""
    link = web_link(pdf)
    add_announced(pdf, 0, link)
    pdf.pages[1].obj.Annots = Array([link])


def _drop_a_mark(pdf: Pdf) -> None:
    """The structure asks for a name and then turns out not to know all words."""
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Callout=Name.Quote)
    page = pdf.pages[1].obj
    page.Contents = pdf.make_stream(b"/P <</MCID 7>> BDC BT /F1 20 Tf 100 500 Td (Unheard) Tj ET EMC")


def _name_things(role: str) -> Edit:
    """A type, a class and an identifier that another report has for something else."""

    def edit(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Dictionary(Callout=Name(f"/{role}"))
        root.ClassMap = Dictionary({"/cls": Dictionary(O=Name.Layout, SpaceAfter=len(role))})
        head, cell = (add_element(pdf, root.K, kind) for kind in ("TH", "TD"))
        head.ID, cell.C = String("th0"), Name("/cls")
        cell.A = Dictionary(O=Name.Table, Headers=Array([String("th0")]))
        root.IDTree = Dictionary(Names=Array([String("th0"), head]))

    return edit


def _show_picture(packed: bool) -> Edit:
    """A picture that is large enough to be kept once in a pack, `packed` or not at all."""

    def edit(pdf: Pdf) -> None:
        picture = Stream(pdf, zlib.compress(_PIXELS) if packed else _PIXELS)
        picture.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Image, Width=60, Height=60, BitsPerComponent=8, ColorSpace=Name.DeviceGray
        )
        if packed:
            picture.Filter = Name.FlateDecode
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im0=pdf.make_indirect(picture))
        with_content(b"q 200 0 0 200 100 500 cm /Im0 Do Q\n")(pdf)

    return edit


def _mark_a_drawing(pdf: Pdf) -> None:
    """Words in a drawing that have an element of their own."""
    words = b"/P <</MCID 0>> BDC BT /F1 20 Tf 10 10 Td (In a drawing) Tj ET EMC"
    drawing = pdf.make_stream(words, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 300, 50]))
    page = pdf.pages[0].obj
    drawing.Resources = Dictionary(Font=page.Resources.Font)
    page.Resources.XObject = Dictionary(Fm0=drawing)
    page.Contents = Array([page.Contents, pdf.make_stream(b"q 1 0 0 1 100 200 cm /Fm0 Do Q")])
    element = add_element(pdf, pdf.Root.StructTreeRoot.K, "P")
    element.K.append(Dictionary(Type=Name.MCR, Pg=page, Stm=drawing, MCID=0))
    drawing.StructParents = 50
    pdf.Root.StructTreeRoot.ParentTree.Nums.extend([50, Array([element])])
