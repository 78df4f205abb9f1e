"""The slips that clerks are blamed for, as real packs have them, in one invented meeting."""

from dataclasses import dataclass
from datetime import date, time

from agendabuilder.domain.item import Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting, Notice, OtherMeeting
from agendabuilder.domain.people import Contact, Contributor, Member

SLIPS = Meeting(
    organisation="Norbury Council",
    committee="Learning and Skills Select Committee",
    date=date(2027, 6, 17),
    start=time(14, 0),
    end=time(16, 0),
    venue="The Lantern, Norbury Council, Foundry Road, Norbury",
    webcast=True,
    members=(
        Member("Cllr A Okafor", "Chairman"),
        Member("Cllr B Lindqvist", "Vice-Chairman"),
        Member("Cllr S Teague"),
        Member("Cllr D Mbeki"),
        Member("Cllr D Mbeki"),
        Member("Ms Walda McAllister", "", "Diocese of Norbury", co_opted=True),
    ),
    contact=Contact("Ceri Aldous", "Clerk", "01632 960 114", "democracy@norbury. example"),
    previous_meeting=OtherMeeting(date(2027, 5, 6), time(14, 0), "The Lantern"),
    next_meeting=OtherMeeting(date(2027, 9, 9), time(14, 0), "The Lantern, The Wharf"),
    published=date(2027, 6, 9),
    items=(
        Item("1", "Apologies for absence", number="1"),
        Item("2", "Minutes", "To confirm the minutes of the meeting held on 22 April 2027, attached.", number="2"),
        Item(
            "3",
            "Children out of school",
            "Report to the Learning & Skills Select Cabinet. The the figures are of the spring term (all schools.",
            number="4",
            contributors=(
                Contributor("Cllr E Prothero", "Cabinet Portfolio Holder for Learning, Skills & Youth"),
                Contributor("Simon Teague", "Corporate Director, Children's Services"),
                Contributor("Simon Tegg", "Corporate Director - Children's Services"),
            ),
        ),
        Item(
            "4",
            "Attendance in schools",
            "The Cabinet Portfolio Holder for Skills, Learning & Youth will speak. The Learning and Skills Scrutiny "
            "Committee asked for this on Wednesday 6 May 2027. Ward (s) affected: all.",
            contributors=(
                Contributor("Cllr E Prothero", "Cabinet Member for Learning, Skills and Youth"),
                Contributor("Walda Mcallister", "Diocesan adviser"),
            ),
            reports=(Report("r4", to_follow=ToFollow("S Teague", date(2027, 6, 17))),),
        ),
        Item("5", "Schools' budgets", "A verbal update.", reports=(Report("r5", "Schools' budgets", "b.pdf"),)),
        Item("6", "Action log", "Updated on 23/3/27. The officers says “this is done.", number="7"),
        Item("7", "Work programme", "The draft is enclosed. The seminar will be held on 7 June , room TBC."),
        Item("8", "Date of the next meeting", "7th September at 2.00 p.m."),
    ),
    notices=(
        Notice("n1", "webcasting", "Webcasting", "By entering the room you are consenting to being filmed."),
        Notice("n2", "", "Data", "Recordings are kept under the Data Protection Act 1998 until 17 June 2026."),
        Notice("n3", "", "Questions", "Questions come by 5.00 pm on Monday.\nE-mail: democracy@norbury.example."),
        Notice("n4", "", "Papers", "Papers are on [our site](www.norbury.example), explained [here](https://n.example)."),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: the rule that finds such, what is wrong, and the finding that names it (none: nothing looks for it)."""

    rule: str
    wrong: str
    code: str = ""
    words: str = ""


KNOWN = (
    Slip("one name for the body, its rooms and times", "another body in its name", "body-name", "Select Cabinet"),
    Slip("one name for the body, its rooms and times", "Scrutiny for Select", "body-name", "Scrutiny Committee"),
    Slip("one name for the body, its rooms and times", "one room, two addresses", "venue-differs", "The Wharf"),
    Slip("one name for the body, its rooms and times", "p.m. beside pm", "time-form", "2.00 p.m."),
    Slip("one name for the body, its rooms and times", "times in no item", "time-none"),
    Slip("dates", "a weekday that does not fit", "date-weekday", "Wednesday 6 May 2027"),
    Slip("dates", "minutes of another meeting", "previous-meeting-text", "22 April 2027"),
    Slip("dates", "the next meeting on another day", "next-meeting-text", "7th September"),
    Slip("dates", "a date in figures", "date-figures", "23/3/27"),
    Slip("dates", "last year's date", "date-year", "17 June 2026"),
    Slip("dates", "announced for a day that is past", "date-past", "7 June"),
    Slip("dates", "a room that is still open", "text-unfinished", "TBC"),
    Slip("people", "one councillor, two titles", "person-title", "Cabinet Member for Learning, Skills and Youth"),
    Slip("people", "a third title in a text", "person-title", "Skills, Learning & Youth"),
    Slip("people", "an officer's name misspelt", "person-spelling", "Simon Tegg"),
    Slip("people", "a capital lost", "person-spelling", "Mcallister"),
    Slip("people", "councillor and officer with the same initials", "person-same-initials", "S Teague"),
    Slip("people", "a member listed twice", "members-twice", "D Mbeki"),
    Slip("people", "an action owned by initials that nobody has"),
    Slip("papers", "attached, and not there", "item-nothing-attached", "attached"),
    Slip("papers", "enclosed, and not there", "item-nothing-attached", "enclosed"),
    Slip("papers", "a paper with a verbal update", "item-paper-unannounced", "Schools' budgets"),
    Slip("papers", "a paper that comes after the meeting", "report-due-late"),
    Slip("numbers", "number 3 left out", "number-gap", "comes right after number 2"),
    Slip("numbers", "a number given twice", "number-twice", "“Minutes”"),
    Slip("wording", "a doubled word", "text-doubled", "The the"),
    Slip("wording", "an open bracket", "text-brackets", "“(”"),
    Slip("wording", "an open quotation", "text-quotes"),
    Slip("wording", "a stray space", "text-space", "Ward (s)"),
    Slip("wording", "verb and noun at odds"),
    Slip("addresses", "a space in the e-mail address", "address-email", "norbury. example"),
    Slip("addresses", "a full stop after it", "address-stop", "democracy@norbury.example"),
    Slip("addresses", "a link without https", "address-link", "www.norbury.example"),
    Slip("addresses", "a link on “here”", "link-words", "here"),
    Slip("notices", "filming by consent", "notice-consent", "you are consenting"),
    Slip("notices", "a law that has been replaced", "notice-old-act"),
)
