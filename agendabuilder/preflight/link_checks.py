"""Checks of web and e-mail addresses: those that cannot work, and links whose words do not say where they lead."""

import re
from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.clerk_texts import ClerkText, clerk_texts

_EMAIL = re.compile(r"[\w.+'-]*[\w+'-]@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_APART = r"[A-Za-z][\w.]* @ ?[A-Za-z][\w-]*(?:\.[A-Za-z-]+)+|[A-Za-z][\w.]*@ [A-Za-z][\w-]*(?:\.[A-Za-z-]+)+"
_WITH_AT = re.compile(rf"[^\s<>()\[\],;:]+@[^\s<>()\[\],;:]*(?: ?\. ?[A-Za-z]+)*|{_APART}")
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\n]*)\)")
_WEB = re.compile(
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::\d+)?(?:[/?#][!-~]*)?|mailto:\S+@\S+\.\w+|tel:[+\d -]+"
)
_BROKEN_WEB = re.compile(
    r"\b(?:https?[:;]?/+(?=\w)|htt?ps?:(?!//)\S+|http?//\S+|www[,.]{2,}\S+|www,\S+)\S*", re.IGNORECASE
)
_EMPTY_WORDS = frozenset(
    ["", "here", "click here", "click", "link", "this link", "more", "read more", "this page", "this", "website"]
)
_MAIL_LINE = re.compile(r"^\W*e-?mail\b[^\n@]{0,20}?(\S+@\S+\.\w+)\.[ \t]*$", re.IGNORECASE | re.MULTILINE)


def check_contact_address(meeting: Meeting, _: date) -> Iterator[Finding]:
    """The contact's own e-mail address."""
    typed = meeting.contact.email if meeting.contact else ""
    if typed and not _EMAIL.fullmatch(typed):
        bare = typed.strip(" .,;:<>").replace(" ", "")
        yield Finding(
            Severity.WARNING,
            "address-email",
            f"The contact's e-mail address cannot be right: “{typed}”.",
            "Check it: no spaces, one “@”, and no full stop at the end.",
            field="contact.email",
            found=typed,
            instead=bare if _EMAIL.fullmatch(bare) else "",
        )


def check_addresses(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Addresses in the texts."""
    for text in clerk_texts(meeting):
        if "@" in text.text:
            yield from _emails(text)
        if "](" in text.text:
            yield from _links(text)
        if "/" in text.text or "www" in text.text:
            yield from _web(text)


def _emails(text: ClerkText) -> Iterator[Finding]:
    for line in _MAIL_LINE.finditer(text.text):
        says, advice = f"has a full stop after the address “{line[1]}”.", "Take it out: it is copied with the address."
        yield text.finding(Severity.NOTE, "address-stop", says, advice, found=f"{line[1]}.", instead=line[1])
    for found in _WITH_AT.finditer(_LINK.sub(" ", text.text)):
        typed = found[0].strip(".,;:'\"“”*_!?").removeprefix("mailto:")
        if typed and not typed.startswith("@") and not _EMAIL.fullmatch(typed) and not _EMAIL.match(typed):
            bare = typed.replace(" ", "")
            yield text.finding(
                Severity.WARNING,
                "address-email",
                f"has an e-mail address that cannot be right: “{typed}”.",
                "Check it.",
                found=typed,
                instead=bare if bare != typed and _EMAIL.fullmatch(bare) else "",
            )


def _links(text: ClerkText) -> Iterator[Finding]:
    for words, target in _LINK.findall(text.text):
        if not _WEB.fullmatch(target.strip()):
            says = f"has a link on “{words}” that leads nowhere: “{target}”."
            advice = "Enter the whole address, beginning with https://."
            whole = f"https://{target.strip()}"
            instead = whole if _WEB.fullmatch(whole) and "@" not in target else ""
            yield text.finding(Severity.WARNING, "address-link", says, advice, found=target, instead=instead)
        elif words.strip(" .").casefold() in _EMPTY_WORDS or words.startswith(("http://", "https://")):
            yield text.finding(
                Severity.NOTE,
                "link-words",
                f"has a link on “{words}”, which does not say where it leads.",
                "Name the page: those who listen to a list of links hear only these words.",
                found=words,
            )


def _web(text: ClerkText) -> Iterator[Finding]:
    for found in _BROKEN_WEB.finditer(_LINK.sub(" ", text.text)):
        typed = found[0].rstrip(".,;:)")
        if not _WEB.match(typed):
            says, advice = f"has a web address that cannot be right: “{typed}”.", "Check it."
            yield text.finding(Severity.WARNING, "address-link", says, advice, found=typed)
