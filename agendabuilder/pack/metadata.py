"""The pack's title, language, maker and dates, in both places where PDF keeps them (docinfo and XMP).

The dates are the meeting's and never "now", so that the same input gives the same bytes.
"""

from datetime import date
from html import escape

from pikepdf import Dictionary, Name, Pdf, String

from agendabuilder import __version__
from agendabuilder.pack.pack_contents import PackContents

PRODUCER = f"Agenda Builder {__version__}"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
{dates}</rdf:Description>
{claim}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_CLAIM = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
"""


def write_metadata(pdf: Pdf, contents: PackContents, claims_pdf_ua: bool = False) -> None:
    """Write title, body, language, producer and dates; and that the file is PDF/UA-1, when it claims to be."""
    meeting = contents.meeting
    day = meeting.published or meeting.date
    information = Dictionary(Title=String(contents.title), Producer=String(PRODUCER), Creator=String(PRODUCER))
    if meeting.organisation:
        information.Author = String(meeting.organisation)
    if day:
        information.CreationDate = information.ModDate = String(f"D:{day:%Y%m%d}000000Z")
    pdf.trailer.Info = pdf.make_indirect(information)
    xmp = _xmp(contents.title, meeting.organisation, meeting.look.language, day, claims_pdf_ua)
    stream = pdf.make_stream(xmp.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream
    pdf.Root.Lang = String(meeting.look.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _xmp(title: str, organisation: str, language: str, day: date | None, claims_pdf_ua: bool) -> str:
    body = f"<dc:creator><rdf:Seq><rdf:li>{escape(organisation)}</rdf:li></rdf:Seq></dc:creator>\n"
    stamp = f"{day:%Y-%m-%d}T00:00:00Z" if day else ""
    dates = f"<xmp:CreateDate>{stamp}</xmp:CreateDate>\n<xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n"
    return _XMP.format(
        title=escape(title),
        creator=body if organisation else "",
        language=escape(language),
        producer=escape(PRODUCER),
        dates=dates if day else "",
        claim=_CLAIM if claims_pdf_ua else "",
    )
