"""A picture becomes a page with everything that is in it, the right way up; pictures of trouble are refused."""

import random
import struct
from base64 import b85decode
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageOps
from pypdfium2 import PdfDocument

from agendabuilder.domain.item import Report
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.terms import Terms

PHOTO = b85decode(
    "0000SW^{RQXk}?*00000ZE0pPXk}?*ZE0a<0004fZDn*}000000000XXk=`10000000000aA{+700000000000000000000B57=I"
    "V*mgE07O6l0RRC200001p#T8@00000001Qb001LtX>Mi!000000RR916=`l}WdZ;I000310BCk&F#rGn01j|zbZr0t000010002}"
    "X>f9I0002pX>en20001XXm(>m0RwOV0058x000009`FGC{rLC*01pFT0096PKmiN^|NjGU00093kN^M!000939=ZZRVE_RDDnbDP"
    "18@KU0|1Z!00RI30{|YNAb|yz>g1-mxCm%4AOHXZ10VnZ0{|gn00967L;=Bbz=;3=025<xY;ta6Y<K_x01W^JfB*mh6lrsCWdHyG"
    "00000KmY&$KmY&$C}V74Z~y=RKmY&$0RR91FaQ7m0RR91000000{{R2@Bjb+0ssI25O8UDX#fBK00RgJ2mk;87-?{AVE_OC00000"
    "0RRC7fdT^sga7~lEp23BbN~PVAt(W_8G!FerN95<jGy*oulVlBUKjGL@!cth`)a`3Tfh"
)
"""A photo as phones take it (HEIC): 64 by 48 pixels, red on the left and white on the right."""

QUARTERS = ((0, "red"), (1, "green"), (2, "blue"), (3, "black"))


def quarters(size=(240, 160), mode="RGB"):
    """Four quarters in four colours, so that every turn and mirroring shows."""
    picture = Image.new("RGB", size, "white")
    width, height = size[0] // 2, size[1] // 2
    for place, colour in QUARTERS:
        picture.paste(colour, (place % 2 * width, place // 2 * height, place % 2 * width + width - 8, size[1]))
    picture.paste("white", (0, height - 4, size[0], height))
    for place, colour in QUARTERS[2:]:
        picture.paste(colour, (place % 2 * width, height, place % 2 * width + width - 8, size[1]))
    return picture.convert(mode)


def drawn(report, page=0, scale=2.0):
    """A page of the prepared report as a viewer shows it."""
    with PdfDocument(report.path) as pdf:
        return pdf[page].render(scale=scale).to_pil().convert("RGB")


def of_the_picture(page):
    """What is not white of a page."""
    box = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    return page.crop(box)


def likeness(left, right):
    """The mean difference of two pictures, 0 to 255."""
    size = (60, 60)
    small = [picture.convert("RGB").resize(size, Image.Resampling.BOX) for picture in (left, right)]
    histogram = ImageChops.difference(*small).convert("L").histogram()
    return sum(value * count for value, count in enumerate(histogram)) / (size[0] * size[1])


def seen(picture):
    return of_the_picture(picture.convert("RGB"))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "tif", "png", "webp"])
def test_a_photo_stands_upright_whatever_way_the_camera_was_held(tmp_path, prepare, orientation, ending):
    picture, exif = quarters(), Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"site.{ending}"
    picture.save(path, exif=exif)
    with Image.open(path) as again:
        upright = ImageOps.exif_transpose(again).convert("RGB")
    page = drawn(prepare(path))
    assert likeness(of_the_picture(page), seen(upright)) < 6
    assert (page.width > page.height) == (upright.width > upright.height)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "YCbCr", "I;16", "I", "F"])
@pytest.mark.parametrize("ending", ["png", "tif", "jpg", "webp", "bmp", "gif"])
def test_every_sort_of_picture_looks_as_it_did(tmp_path, prepare, mode, ending):
    picture = quarters(mode="L" if mode[0] in "IF" else mode if mode != "LA" else "L").convert(mode)
    if mode in ("I", "I;16"):
        picture = picture.convert("I").point(lambda value: value * 257).convert(mode)
    path = tmp_path / f"plan.{ending}"
    try:
        picture.save(path)
    except (OSError, KeyError, ValueError):
        pytest.skip("no such pictures")
    with Image.open(path) as again:
        plain = again.convert("RGB") if again.mode[0] != "I" else quarters(mode="L")
    # Dots of black and white are resampled, and another viewer mixes inks in another way.
    unlike = {"1": 20, "CMYK": 45}.get(mode, 8)
    assert likeness(of_the_picture(drawn(prepare(path))), seen(plain)) < unlike


def test_a_see_through_picture_stands_on_white(tmp_path, prepare):
    picture = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    picture.paste((200, 0, 0, 255), (0, 0, 100, 100))
    picture.save(tmp_path / "crest.png")
    page = of_the_picture(drawn(prepare(tmp_path / "crest.png")))
    assert page.width < page.height * 1.2
    assert page.getpixel((20, 20)) == (200, 0, 0)


def test_a_jpeg_goes_in_byte_for_byte_and_others_sample_for_sample(tmp_path, prepare):
    picture = Image.effect_noise((300, 200), 80).convert("RGB")
    for name in ("a.jpg", "b.png"):
        picture.save(tmp_path / name)
    with pikepdf.open(prepare(tmp_path / "a.jpg").path) as pdf:
        assert pdf.pages[0].obj.Resources.XObject.Picture.read_raw_bytes() == (tmp_path / "a.jpg").read_bytes()
    with pikepdf.open(prepare(tmp_path / "b.png").path) as pdf:
        assert pdf.pages[0].obj.Resources.XObject.Picture.read_bytes() == picture.tobytes()


def test_each_page_of_a_scan_is_a_page(tmp_path, prepare):
    pages = [Image.new("1", size, 1) for size in ((1240, 1754), (1754, 1240), (1240, 1754))]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:], compression="group4", dpi=(150, 150))
    report = prepare(tmp_path / "scan.tif")
    assert [(round(page.width), round(page.height)) for page in report.pages] == [(595, 842), (842, 595), (595, 842)]
    assert report.summary == "Picture · 3 pages · tagged"


def test_fax_pixels_that_are_not_square_are_put_right(tmp_path, prepare):
    Image.new("1", (1728, 1100), 0).save(tmp_path / "fax.tif", dpi=(204, 98))
    page = of_the_picture(drawn(prepare(tmp_path / "fax.tif")))
    assert page.width / page.height == pytest.approx((1728 / 204) / (1100 / 98), rel=0.01)


def test_a_small_picture_is_not_blown_up_and_a_large_one_leaves_margins(tmp_path, prepare):
    Image.new("RGB", (96, 48), "navy").save(tmp_path / "small.png")
    Image.new("RGB", (5000, 4000), "navy").save(tmp_path / "large.png")
    assert of_the_picture(drawn(prepare(tmp_path / "small.png"), scale=1)).width == pytest.approx(72, abs=2)
    large = drawn(prepare(tmp_path / "large.png"), scale=1)
    assert of_the_picture(large).height == pytest.approx(595 - 84, abs=2)


def test_only_the_first_picture_of_a_film_is_shown(tmp_path, prepare):
    film = [quarters(), quarters().rotate(180)]
    film[0].save(tmp_path / "film.gif", save_all=True, append_images=film[1:])
    assert prepare(tmp_path / "film.gif").source_pages == 1


def test_a_picture_is_known_by_what_is_in_it(tmp_path, prepare):
    quarters().save(tmp_path / "plan", format="WEBP")
    (tmp_path / "plan").rename(tmp_path / "plan.pdf")
    assert prepare(tmp_path / "plan.pdf").summary == "Picture · 1 page · tagged"


def test_the_colours_of_a_profile_are_kept(tmp_path, prepare):
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    quarters().save(tmp_path / "photo.jpg", icc_profile=profile)
    with pikepdf.open(prepare(tmp_path / "photo.jpg").path) as pdf:
        assert pdf.pages[0].obj.Resources.XObject.Picture.ColorSpace[1].read_bytes() == profile


@pytest.mark.parametrize("ending", ["png", "jpg", "tif", "webp"])
def test_a_picture_that_was_cut_off_is_refused(tmp_path, refusal, ending):
    whole = BytesIO()
    Image.effect_noise((300, 300), 90).convert("RGB").save(
        whole, format={"jpg": "JPEG", "tif": "TIFF"}.get(ending, ending)
    )
    (tmp_path / f"plan.{ending}").write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    assert refusal(tmp_path / f"plan.{ending}").code in ("report-damaged", "report-not-pdf")


def test_a_picture_of_too_many_pixels_is_refused(tmp_path, refusal):
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4) * 2 + b"\x08\x00\x00\x00\x00" + bytes(40)
    (tmp_path / "bomb.png").write_bytes(head)
    refused = refusal(tmp_path / "bomb.png")
    assert refused.code in ("report-page-size", "report-not-pdf")


def test_a_photo_of_a_phone_is_read(tmp_path, prepare):
    (tmp_path / "IMG_0042.HEIC").write_bytes(PHOTO)
    picture = drawn(prepare(tmp_path / "IMG_0042.HEIC"))
    assert likeness(of_the_picture(picture), Image.new("RGB", (60, 90), (200, 20, 20))) < 20


def test_a_damaged_photo_of_a_phone_is_refused_with_a_way_out(tmp_path, refusal):
    (tmp_path / "IMG_0042.heic").write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(60))
    refused = refusal(tmp_path / "IMG_0042.heic")
    assert refused.code in ("report-not-pdf", "report-damaged")
    assert refused.advice


@pytest.mark.parametrize(("dots", "finest", "kept"), [(600, 300, 300), (600, 0, 600), (200, 300, 200)])
@pytest.mark.parametrize("mode", ["L", "P", "RGB", "CMYK"])
def test_a_scan_is_made_coarser_only_where_the_clerk_wants_that(tmp_path, cache, mode, dots, finest, kept):
    Image.new(mode, (4 * dots, 2 * dots)).save(tmp_path / "scan.tif", dpi=(dots, dots))
    terms = Terms(scan_dpi=finest)
    report = prepare_report(tmp_path / "scan.tif", Report(file="scan.tif"), cache, terms)
    with pikepdf.open(report.path) as pdf:
        drawn = pdf.pages[0].Resources.XObject.Picture
        assert (drawn.Width, drawn.Height) == (4 * kept, 2 * kept)
        (figure,) = pdf.Root.StructTreeRoot.K.K
        assert float(figure.A.BBox[2]) - float(figure.A.BBox[0]) == pytest.approx(288, abs=0.1)


@pytest.mark.parametrize(("mode", "ending", "saving"), [("RGB", "jpg", {}), ("1", "tif", {"compression": "group4"})])
def test_no_scan_grows_by_being_made_coarser(tmp_path, cache, mode, ending, saving):
    grain = random.Random(4).randbytes(60 * 80 * 3)
    picture = Image.frombytes("RGB", (60, 80), grain).resize((1200, 1600)).convert(mode, dither=Image.Dither.NONE)
    source = tmp_path / f"scan.{ending}"
    picture.save(source, dpi=(300, 300), **saving)
    fine, coarse = (
        prepare_report(source, Report(file=source.name), cache, Terms(scan_dpi=finest)).path for finest in (0, 150)
    )
    assert coarse.stat().st_size <= fine.stat().st_size


@pytest.mark.parametrize("dots", [(0, 0), (1, 0)])
def test_a_scan_whose_dots_per_inch_are_no_number_is_no_damaged_one(tmp_path, prepare, dots):
    Image.new("RGB", (96, 96), "red").save(tmp_path / "scan.tif", dpi=(300, 300))
    content = (tmp_path / "scan.tif").read_bytes()
    assert struct.pack("<II", 300, 1) in content
    (tmp_path / "scan.tif").write_bytes(content.replace(struct.pack("<II", 300, 1), struct.pack("<II", *dots)))
    assert len(prepare(tmp_path / "scan.tif").pages) == 1
