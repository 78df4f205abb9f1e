"""What an e-mail says, whichever program saved it: its head, its text and the names of what hangs on it."""

import datetime
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from agendabuilder.domain.forms import date_text

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_ODD = (ValueError, LookupError, TypeError, AttributeError, AssertionError, MessageError)
"""What the standard library raises for heads and parts that are not as they should be."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PLAIN = frozenset({"", "ascii", "us-ascii"})
"""What is said of letters by programs that give it no thought."""

_WESTERN = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1"})
"""What Windows programs say when they mean the code page of Windows, as web browsers know."""

_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")


class UnreadableLetterError(Exception):
    """There is no text to be read; the message is a clause."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail. `head` has what is known of From, To, Cc and Date; the text is plain or HTML."""

    subject: str
    head: tuple[tuple[str, str], ...]
    text: str
    is_html: bool
    attached: tuple[str, ...]


def read_letter(path: Path) -> Letter:
    """The e-mail in a file of either kind (.eml or .msg). Raises `UnreadableLetterError`, OSError."""
    data = path.read_bytes()
    if data.startswith(_OLD_OFFICE):
        return _from_outlook(path)
    try:
        return _from_mail(data)
    except (*_ODD, RecursionError) as error:
        raise UnreadableLetterError("its parts are not put together as those of an e-mail") from error


def _from_mail(data: bytes) -> Letter:
    mail = message_from_bytes(data, policy=policy.default)
    if mail.get_content_type() in _SEALED:
        raise UnreadableLetterError("its text is encrypted")
    heads = {name: _head(mail, name) for name in _SHOWN}
    if not any(heads.values()):
        raise UnreadableLetterError("it does not begin as an e-mail does")
    text, is_html = _body(mail)
    head = tuple((name, heads[name]) for name in _SHOWN[:-1] if heads[name])
    return Letter(heads["Subject"], head, text, is_html, tuple(_attached(mail)))


def _head(mail: EmailMessage, name: str) -> str:
    """One line of the head on one line; a date in words, with the clock of who wrote it."""
    with suppress(*_ODD):
        value = mail[name]
        written = getattr(value, "datetime", None)
        return _moment(written) if written else " ".join(str(value or "").split())
    return ""


def _moment(written: datetime.datetime) -> str:
    return f"{date_text(written.date())}, {written:%H:%M}"


def _body(mail: EmailMessage) -> tuple[str, bool]:
    """The text and whether it is HTML, which keeps lists and tables and is therefore preferred."""
    for kind in ("html", "plain"):
        with suppress(*_ODD):
            part = mail.get_body((kind,))
            if part is not None and (text := _decoded(part)).strip():
                return text, kind == "html"
    return "", False


def _decoded(part: MIMEPart) -> str:
    """The text of a part; where its character set is not said, or said wrongly, what it most likely is."""
    named, raw = part.get_content_charset(""), part.get_payload(decode=True)
    if isinstance(raw, bytes):
        if named in _PLAIN:
            with suppress(UnicodeDecodeError):
                return raw.decode("utf-8")
        if named in _PLAIN | _WESTERN:
            return raw.decode("cp1252", "replace")
    try:
        return str(part.get_content())
    except LookupError:  # a character set that nobody knows
        return raw.decode("cp1252", "replace") if isinstance(raw, bytes) else ""


def _attached(mail: EmailMessage) -> Iterator[str]:
    """The names of all parts that are no text of the e-mail itself; what has no name is called by its kind."""
    with suppress(*_ODD):
        for part in mail.iter_attachments():
            if part.get_content_type() == "message/rfc822":
                yield _forwarded(part)
            else:
                yield part.get_filename() or f"a file of the kind {part.get_content_type()}"


def _forwarded(part: EmailMessage) -> str:
    inner = part.get_payload(0) if part.is_multipart() else None
    subject = _head(inner, "Subject") if isinstance(inner, EmailMessage) else ""
    return part.get_filename() or (f"the e-mail {subject}" if subject else "an e-mail")


def _from_outlook(path: Path) -> Letter:
    """An e-mail as Outlook saves it ([MS-OXMSG])."""
    from oxmsg import Message

    try:
        mail = Message.load(str(path))
        heads = {
            "From": mail.sender or "",
            **_recipients(mail),
            "Date": _moment(mail.sent_date) if mail.sent_date else "",
        }
        text = mail.html_body or mail.body or ""
        attached = tuple(each.file_name or "a file without a name" for each in mail.attachments)
        head = tuple((name, heads[name]) for name in _SHOWN[:-1] if heads.get(name))
        subject = mail.subject or ""
    except (*_ODD, OSError, EOFError, struct.error) as error:
        raise UnreadableLetterError("it is damaged, or not an e-mail") from error
    if not (text.strip() or head or subject):
        raise UnreadableLetterError("there is no text in it that can be read here")
    return Letter(subject, head, text, bool(mail.html_body), attached)


def _recipients(mail: object) -> dict[str, str]:
    """Who it went to: as the head says that came over the net, else the names that Outlook keeps."""
    headers = dict(getattr(mail, "message_headers", {}))
    if headers.get("To"):
        return {name: " ".join(str(headers.get(name) or "").split()) for name in ("To", "Cc")}
    people = getattr(mail, "recipients", ())
    return {"To": ", ".join(_person(each.name, each.email_address) for each in people)}


def _person(name: str, address: str) -> str:
    return f"{name} <{address}>" if name and address and name != address else name or address
