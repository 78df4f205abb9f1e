"""The e-mails that these tests are about: as most programs save them, and as Outlook does."""

import struct
from datetime import UTC, datetime
from email.message import EmailMessage
from itertools import pairwise
from pathlib import Path

SENT = datetime(2027, 3, 4, 10, 5, tzinfo=UTC)
TEXT = "Dear all,\n\nThe bandstand will be closed in May.\n\nRowan Ash"
HTML = """<html><head><style>p {color: red}</style></head><body><div><p>Dear <b>all</b>,</p>
<ul><li>The bandstand will be closed</li><li>in <a href="https://ashmere.example/may">May</a></li></ul>
<table><tr><th>Place</th><th>Cost</th></tr><tr><td>Bandstand</td><td>&pound;4,200</td></tr></table>
<script>alert(1)</script><img src="https://ashmere.example/track.png">Rowan&nbsp;Ash</div></body></html>"""

_STRING, _TIME, _BINARY = 0x001F, 0x0040, 0x0102


def mail_file(path: Path, html: str = "", attached: tuple[str, ...] = ()) -> Path:
    """An e-mail of plain text, of HTML as well if given, with files of these names attached."""
    mail = EmailMessage()
    mail["From"] = "Rowan Ash <rowan@ashmere.example>"
    mail["To"] = "Clerk <clerk@ashmere.example>"
    mail["Date"] = SENT
    mail["Subject"] = "Bandstand: works by the café in May"
    mail.set_content(TEXT)
    if html:
        mail.add_alternative(html, subtype="html")
    for name in attached:
        mail.add_attachment(b"1,2,3", maintype="application", subtype="octet-stream", filename=name)
    path.write_bytes(bytes(mail))
    return path


def outlook_file(path: Path, html: str = "", attached: tuple[str, ...] = ()) -> Path:
    """The same as Outlook saves it ([MS-OXMSG] within [MS-CFB])."""
    filetime = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    message = {
        (0x0037, _STRING): "Bandstand: works by the café in May",
        (0x0C1A, _STRING): "Rowan Ash",
        (0x0C1F, _STRING): "rowan@ashmere.example",
        (0x5D01, _STRING): "rowan@ashmere.example",
        (0x1000, _STRING): TEXT,
        (0x0039, _TIME): struct.pack("<Q", filetime),
        **({(0x1013, _BINARY): html.encode()} if html else {}),
    }
    clerk = {(0x3001, _STRING): "Clerk", (0x39FE, _STRING): "clerk@ashmere.example"}
    tree = _properties(message, 32)
    tree["__recip_version1.0_#00000000"] = _properties(clerk, 8)
    for number, name in enumerate(attached):
        tree[f"__attach_version1.0_#{number:08X}"] = _properties({(0x3707, _STRING): name}, 8)
    path.write_bytes(_compound_file(tree))
    return path


def _properties(values: dict[tuple[int, int], str | bytes], head: int) -> dict[str, object]:
    """The streams of one object: a list of its properties, and those that do not fit into the list."""
    streams: dict[str, object] = {}
    listed = bytes(head)
    for (number, kind), value in values.items():
        content = value.encode("utf-16-le") if isinstance(value, str) else value
        if kind != _TIME:
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = content
        listed += struct.pack("<HHI", kind, number, 6)
        listed += content if kind == _TIME else struct.pack("<II", len(content) + 2 * (kind == _STRING), 0)
    return {"__properties_version1.0": listed, **streams}


def _compound_file(tree: dict[str, object]) -> bytes:
    """A compound file whose streams are all small and therefore stand in its one small stream, 64 bytes a part."""
    entries: list[list[object]] = []
    small, small_chains = [], []
    _add(entries, small, small_chains, "Root Entry", tree, 5)
    entries[0][4:] = [0, len(small) * 64]
    sectors: list[bytes] = []
    chains: list[int] = []
    _append(sectors, chains, b"".join(small), 512)
    table = b"".join(struct.pack("<I", each) for each in small_chains)
    first_table, tables = len(sectors), -(-len(table) // 512)
    _append(sectors, chains, table + b"\xff" * (-len(table) % 512), 512)
    first = len(sectors)
    directory = b"".join(_entry(*entry) for entry in entries)
    _append(sectors, chains, directory, 512)
    fat = b"".join(struct.pack("<I", each) for each in [*chains, 0xFFFFFFFD])
    assert len(fat) <= 512
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, first, 0, 4096, first_table, tables, 0xFFFFFFFE, 0)
    head += struct.pack("<I", len(sectors)) + b"\xff" * 432
    return head + b"".join(sectors) + fat + b"\xff" * (512 - len(fat))


def _add(entries, parts, chains, name, content, kind) -> int:
    """One storage or stream and what is under it; the number of its entry."""
    number = len(entries)
    entries.append([])
    if isinstance(content, bytes):
        assert len(content) < 4096
        entries[number] = [name, 2, 0xFFFFFFFF, 0xFFFFFFFF, len(parts) if content else 0xFFFFFFFE, len(content)]
        _append(parts, chains, content, 64)
        return number
    kids = [_add(entries, parts, chains, *kid, 1) for kid in content.items()]
    for kid, following in pairwise(kids):
        entries[kid][2] = following
    entries[number] = [name, kind, 0xFFFFFFFF, kids[0] if kids else 0xFFFFFFFF, 0, 0]
    return number


def _append(parts, chains, content, size) -> None:
    cut = [content[at : at + size] for at in range(0, len(content), size)]
    for place, part in enumerate(cut, start=1):
        parts.append(part + bytes(size - len(part)))
        chains.append(len(parts) if place < len(cut) else 0xFFFFFFFE)


def _entry(name, kind, right, child, first, size) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    start = spelled + bytes(64 - len(spelled)) + struct.pack("<HBB", len(spelled), kind, 1)
    return start + struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36) + struct.pack("<IQ", first, size)
