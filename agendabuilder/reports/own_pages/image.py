"""The way in for pictures: each becomes a page of A4, or each page of a TIFF does.

Nothing is lost: a JPEG goes in byte for byte, other pictures with every sample they have; unless the clerk wants
scans made coarser, and then a JPEG stays one, as it would grow otherwise.
"""

import math
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import ExifTags, Image, ImageOps, ImageSequence, UnidentifiedImageError

from agendabuilder.reports.conversion import Conversion, Unshown
from agendabuilder.reports.own_pages.tagging import Tag, write_tags
from agendabuilder.reports.refused import ReportRefused

_SHORT, _LONG, _MARGIN = 595.28, 841.89, 42.0
"""A4 and the margin around the picture, in points."""

_SCREEN = 96.0
"""Pixels per inch of a picture that does not say, or says what cannot be."""

_SANE = range(30, 5000)
_QUALITY = 85
"""Of a JPEG that is packed anew; no eye tells it from the best, at half the size."""

_SMOOTHLY = Image.Resampling.LANCZOS

_UPRIGHT = {
    2: (-1, 0, 0, 1, 1, 0), 3: (-1, 0, 0, -1, 1, 1), 4: (1, 0, 0, -1, 0, 1), 5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1), 7: (0, 1, 1, 0, 0, 0), 8: (0, 1, -1, 0, 1, 0),
}  # fmt: skip
"""How the unit square is turned for each EXIF orientation (Exif 2.32, tag 0x0112)."""

_AS_IT_IS = (1, 0, 0, 1, 0, 0)
_CHANNELS = {"1": 1, "L": 1, "RGB": 3, "CMYK": 4, "I;16": 1}
_SPACES = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
_PROFILES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}


class PictureWay:
    """Pictures of every kind that Pillow reads."""

    by = ""
    is_draft = False

    def __init__(self, finest: int = 0) -> None:
        """`finest`: dots per inch on the page above which a picture is made coarser; 0 for never."""
        self._finest = finest
        self.version = f"picture-3-{finest}" if finest else "picture-2"

    def convert(self, work: Conversion) -> Unshown:
        """Draw each picture of the file on a page. Raises `ReportRefused` for one that cannot be read."""
        with _opened(work) as picture, pikepdf.new() as pdf:
            document = Tag("Document")
            for frame in _frames(picture):
                work.go_on()
                drawn = _no_finer(frame, self._finest)
                _add_page(pdf, drawn, _as_jpeg(frame, drawn, work), document.add("Figure"))
            write_tags(pdf, document, work.source.stem)
            pdf.save(work.out, deterministic_id=True)
        return Unshown()


@contextmanager
def _opened(work: Conversion) -> Iterator[Image.Image]:
    """The picture; what goes wrong while it is read, now or later, is the file's fault and refuses it."""
    try:
        _know_phones()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow grumbles about odd tags would only alarm
            with Image.open(work.source) as picture:
                yield picture
    except Image.DecompressionBombError as error:
        raise ReportRefused(
            "report-page-size",
            f"{work.called} is a picture of too many pixels",
            "Save it smaller: 300 pixels per inch are enough for print.",
        ) from error
    except UnidentifiedImageError as error:
        raise ReportRefused(
            "report-not-pdf",
            f"{work.called} is a picture of a kind that cannot be read here, or it is damaged",
            "Open it in the program it was made with, save it as a JPEG or PDF, and attach that.",
        ) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        if not work.source.is_file():
            raise
        raise ReportRefused(
            "report-damaged", f"{work.called} is a picture that is damaged", "Ask the author for the file again."
        ) from error


@cache
def _know_phones() -> None:
    """Let Pillow read what phones take (HEIC)."""
    from pi_heif import register_heif_opener

    register_heif_opener()


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    """The pages of a TIFF; of a film only its first picture."""
    return iter(ImageSequence.Iterator(picture)) if picture.format == "TIFF" else iter((picture,))


def _as_jpeg(frame: Image.Image, drawn: Image.Image, work: Conversion) -> bytes:
    """A picture that came as a JPEG as one: the file's own, or, when it was made coarser, a new one."""
    if frame.format not in ("JPEG", "MPO") or frame.mode not in _CHANNELS:
        return b""
    if drawn is frame:
        return work.source.read_bytes()
    packed = BytesIO()
    drawn.save(packed, "JPEG", quality=_QUALITY)
    return packed.getvalue()


def _add_page(pdf: pikepdf.Pdf, frame: Image.Image, jpeg: bytes, figure: Tag) -> None:
    frame.load()
    if jpeg:
        turn = _UPRIGHT.get(frame.getexif().get(ExifTags.Base.Orientation, 1), _AS_IT_IS)
        drawn = _jpeg(pdf, frame, jpeg)
    else:
        turn = _AS_IT_IS
        drawn, frame = _samples(pdf, frame)
    width, height = _size(frame)
    if turn[0] == 0:
        width, height = height, width
    page = pdf.add_blank_page(page_size=(_LONG, _SHORT) if width > height else (_SHORT, _LONG))
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=drawn))
    figure.box = _place(width, height)
    figure.marks.append((len(pdf.pages) - 1, 0))
    page.obj.Contents = pdf.make_stream(_drawn(figure.box, turn))


def _no_finer(frame: Image.Image, finest: int) -> Image.Image:
    """The picture with at most so many dots per inch on its page; one of black and white stays, as grey would grow."""
    frame.load()
    if not finest or frame.mode == "1":
        return frame
    width, height = _size(frame)
    per_inch = frame.width / (width * _scale(width, height) / 72)
    if per_inch <= finest:
        return frame
    smooth = ImageOps.exif_transpose(frame)
    smooth = smooth.convert("RGBA" if smooth.has_transparency_data else "RGB") if smooth.mode == "P" else smooth
    part = finest / per_inch
    less = smooth.resize((max(round(smooth.width * part), 1), max(round(smooth.height * part), 1)), _SMOOTHLY)
    less.info["dpi"] = tuple(dots * part for dots in _dots(smooth))
    return less


def _size(frame: Image.Image) -> tuple[float, float]:
    """How large the picture wants to be, in points; fax pages have other pixels per inch across than down."""
    across, down = _dots(frame)
    return frame.width * 72 / across, frame.height * 72 / down


def _dots(frame: Image.Image) -> tuple[float, float]:
    """Dots per inch, across and down."""
    across, down = (float(dots) for dots in frame.info.get("dpi", (0, 0)))
    if not (math.isfinite(across) and math.isfinite(down)) or int(across) not in _SANE or int(down) not in _SANE:
        return _SCREEN, _SCREEN
    return across, down


def _scale(width: float, height: float) -> float:
    """How much smaller a picture is drawn so that it fits; it is never made larger."""
    room = (_LONG, _SHORT) if width > height else (_SHORT, _LONG)
    return min(1.0, (room[0] - 2 * _MARGIN) / width, (room[1] - 2 * _MARGIN) / height)


def _place(width: float, height: float) -> tuple[float, ...]:
    """The middle of the page, as large as it wants to be or as fits: left, bottom, right, top."""
    room = (_LONG, _SHORT) if width > height else (_SHORT, _LONG)
    scale = _scale(width, height)
    left, bottom = (room[0] - width * scale) / 2, (room[1] - height * scale) / 2
    return left, bottom, left + width * scale, bottom + height * scale


def _drawn(box: tuple[float, ...], turn: tuple[int, ...]) -> bytes:
    left, bottom, right, top = box
    place = f"{right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm"
    return f"/Figure <</MCID 0>> BDC q {place} {' '.join(map(str, turn))} cm /Picture Do Q EMC".encode()


def _jpeg(pdf: pikepdf.Pdf, frame: Image.Image, content: bytes) -> pikepdf.Stream:
    drawn = _stream(pdf, frame, content, Name.DCTDecode, 8)
    if frame.mode == "CMYK":
        drawn.Decode = Array([1, 0] * 4)  # Adobe's convention, which all programs follow: 0 is full ink
    return drawn


def _samples(pdf: pikepdf.Pdf, frame: Image.Image) -> tuple[pikepdf.Stream, Image.Image]:
    """The picture unpacked, right way up, and as the page has it: on white, in a colour space that PDF knows."""
    upright = ImageOps.exif_transpose(frame)
    if upright.mode == "P" and not upright.has_transparency_data:
        return _indexed(pdf, upright), upright
    plain = _plain(upright)
    bits = {"1": 1, "I;16": 16}.get(plain.mode, 8)
    raw = plain.tobytes("raw", "I;16B") if bits == 16 else plain.tobytes()
    return _stream(pdf, plain, zlib.compress(raw), Name.FlateDecode, bits), plain


def _indexed(pdf: pikepdf.Pdf, frame: Image.Image) -> pikepdf.Stream:
    palette = bytes(frame.getpalette("RGB") or b"")[: 3 * 256]
    drawn = _stream(pdf, frame, zlib.compress(frame.tobytes()), Name.FlateDecode, 8)
    drawn.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, max(len(palette) // 3 - 1, 0), pikepdf.String(palette)])
    return drawn


def _plain(frame: Image.Image) -> Image.Image:
    if frame.has_transparency_data:
        seen = frame.convert("RGBA")
        white = Image.new("RGB", frame.size, "white")
        white.paste(seen, mask=seen.getchannel("A"))
        white.info = {key: value for key, value in frame.info.items() if key in ("dpi", "icc_profile")}
        return white
    if frame.mode in ("I", "F"):
        return _within_sixteen_bits(frame)
    if frame.mode.startswith("I;16"):
        return frame if frame.mode == "I;16" else frame.convert("I").convert("I;16")
    return frame if frame.mode in _CHANNELS else frame.convert("RGB")


def _within_sixteen_bits(frame: Image.Image) -> Image.Image:
    """Samples of 32 bits are spread over the range from black to white; those that fit are left as they are."""
    low, high = (float(value) for value in frame.getextrema() if not isinstance(value, tuple))
    if low >= 0 and 255 < high <= 65535:
        return frame.convert("I").convert("I;16")
    scale = 255 / ((high - low) or 1)
    return frame.convert("F").point(lambda value: value * scale - low * scale).convert("L")


def _stream(pdf: pikepdf.Pdf, frame: Image.Image, data: bytes, packed: Name, bits: int) -> pikepdf.Stream:
    return pdf.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=frame.width,
        Height=frame.height,
        ColorSpace=_colours(pdf, frame),
        BitsPerComponent=bits,
        Filter=packed,
    )


def _colours(pdf: pikepdf.Pdf, frame: Image.Image) -> pikepdf.Object:
    """The picture's own colour profile where it has one that fits, else the plain space."""
    channels = _CHANNELS.get(frame.mode, 3)
    profile = frame.info.get("icc_profile") or b""
    if _PROFILES.get(profile[16:20]) != channels:
        return _SPACES[channels]
    return Array([Name.ICCBased, pdf.make_stream(profile, N=channels, Alternate=_SPACES[channels])])
