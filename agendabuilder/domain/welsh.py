"""Welsh: the words that councils in Wales use, in forms that stand without a change of their first letters.

What follows a word that softens (a name, a title, a date) is a place, and a place is never softened; so each sentence
puts its places where Welsh leaves them as they are.
"""

from agendabuilder.domain.language import Language
from agendabuilder.domain.presentation import StampStyle, Wording
from agendabuilder.domain.welsh_changes import WELSH_CHANGES

_WORDING = Wording(
    agenda="Agenda",
    date="Dyddiad",
    time="Amser",
    venue="Lleoliad",
    pre_meeting="Rhag-gyfarfod",
    formal_start="Dechrau'r cyfarfod ffurfiol",
    members="Aelodau",
    co_opted_members="Aelodau cyfetholedig",
    item_heading="Eitem",
    time_heading="Amser",
    pages_heading="Tudalen",
    contributor="Cyfrannwr",
    contributors="Cyfranwyr",
    to_follow="I ddilyn",
    verbal="Ar lafar",
    contact="Cyswllt",
    published="Cyhoeddwyd",
    blank_page="Gadawyd y dudalen hon yn wag yn fwriadol",
    draft="DRAFFT",
    members_only="Aelodau yn unig: nid i'w gyhoeddi",
    exempt="Eithriedig",
    exempt_paragraph="Eithriedig: paragraff {paragraphs}",
    exempt_paragraphs="Eithriedig: paragraffau {paragraphs}",
    confidential="Cyfrinachol",
    withheld_report="Adroddiad nad yw i'w gyhoeddi",
    withheld_page="Nid yw tudalen {pages} i'w chyhoeddi",
    withheld_pages="Nid yw tudalennau {pages} i'w cyhoeddi",
    withdrawn_page="Tynnwyd tudalen {pages} yn ôl",
    withdrawn_pages="Tynnwyd tudalennau {pages} yn ôl",
    supplement="Atodiad {number}",
    why_late="Pam mae'n hwyr: {reason}",
    why_urgent="Y rheswm dros y brys: {reason}",
    changes="Yr hyn sydd wedi newid",
    change_heading="Newid",
    pages_before="Tudalennau cynt",
    pages_now="Tudalennau nawr",
    printed_copy="Mewn copi printiedig: {steps}",
)

_SENTENCES = {
    # Lengths and numbers of pages; a noun after a number is singular, and softens after 2.
    "{count} minute": "{count} munud",
    "{count} minutes": "{count} munud",
    "2 minutes": "2 funud",
    "{count} page": "{count} tudalen",
    "{count} pages": "{count} tudalen",
    "2 pages": "2 dudalen",
    # The rows of the agenda
    "{report} to follow from {owner} by {day}": "{report} i ddilyn gan {owner} erbyn {day}",
    "{report} to follow from {owner}": "{report} i ddilyn gan {owner}",
    "{report} to follow by {day}": "{report} i ddilyn erbyn {day}",
    "Report": "Adroddiad",
    "page {page}": "tudalen {page}",
    "pages {first} to {last}": "tudalennau {first} i {last}",
    "item": "eitem",
    "item {number}": "eitem {number}",
    "Back to the agenda: {item}": "Yn ôl i'r agenda: {item}",
    "Logo: {name}": "Logo: {name}",
    "{name}: agenda": "{name}: agenda",
    "Scanned page, holds no text": "Tudalen wedi'i sganio, heb destun",
    "Missing from this draft: {report}": "Ar goll o'r drafft hwn: {report}",
    "The list of findings says why, and what to do.": "Mae'r rhestr canfyddiadau'n dweud pam, a beth i'w wneud.",
    # The agenda as a web page
    "Skip to the agenda": "Neidio i'r agenda",
    "Skip to the text": "Neidio i'r testun",
    "All papers in one file (PDF, {pages})": "Yr holl bapurau mewn un ffeil (PDF, {pages})",
    "The items of business in their order, with their times and pages.": (
        "Yr eitemau busnes yn eu trefn, gyda'u hamserau a'u tudalennau."
    ),
    "Number": "Rhif",
    "Time": "Amser",
    "Business": "Busnes",
    "Page": "Tudalen",
    "Pages": "Tudalennau",
    " of the pack: {item}": " o'r pecyn: {item}",
    # The Word documents
    "Page {page} of {count}": "Tudalen {page} o {count}",
    "Draft minutes of {name}": "Cofnodion drafft: {name}",
    "Items of business": "Eitemau busnes",
    "Attendance": "Presenoldeb",
    "Present": "Yn bresennol",
    "Apologies": "Ymddiheuriadau",
    "Absent": "Yn absennol",
    "Member": "Aelod",
    "The members, with a box to tick for each who was present, sent apologies or was absent.": (
        "Yr aelodau, gyda blwch i'w dicio ar gyfer pob un a oedd yn bresennol, a ymddiheurodd neu a oedd yn absennol."
    ),
    "Also present": "Hefyd yn bresennol",
    "Name": "Enw",
    "Role or organisation": "Rôl neu sefydliad",
    "Rows for officers, guests and others who were present.": (
        "Rhesi ar gyfer swyddogion, gwesteion ac eraill a oedd yn bresennol."
    ),
    "Business for which the press and public were excluded": "Busnes y gwaharddwyd y wasg a'r cyhoedd ar ei gyfer",
    "Interests declared": "Buddiannau a ddatganwyd",
    "Item": "Eitem",
    "Interest": "Buddiant",
    "Note": "Nodyn",
    "Discussion": "Trafodaeth",
    "Decision": "Penderfyniad",
    "Actions": "Camau gweithredu",
    "What": "Beth",
    "Who": "Pwy",
    "By when": "Erbyn pryd",
    "The meeting closed at": "Daeth y cyfarfod i ben am",
    "Signed by the chair as a true record:": "Llofnodwyd gan y cadeirydd fel cofnod cywir:",
    "Date:": "Dyddiad:",
    # The agenda's table for a spreadsheet
    "Title": "Teitl",
    "Minutes": "Munudau",
    "People": "Pobl",
    "Reports": "Adroddiadau",
    "First page": "Tudalen gyntaf",
    "Last page": "Tudalen olaf",
    "Access": "Mynediad",
    "Public": "Cyhoeddus",
    # The agenda as plain text
    " by {day}": " erbyn {day}",
    " from {owner}": " gan {owner}",
    ", pages {pages}": ", tudalennau {pages}",
    # The item by which the public is asked to leave
    "item {names}": "eitem {names}",
    "items {names}": "eitemau {names}",
    "paragraph {names}": "paragraff {names}",
    "paragraphs {names}": "paragraffau {names}",
    "Exclusion of the press and public": "Gwahardd y wasg a'r cyhoedd",
    "To resolve that{power} the press and public leave the meeting for {items}, because {reason}": (
        "Penderfynu{power} bod y wasg a'r cyhoedd yn gadael y cyfarfod ar gyfer {items}, oherwydd {reason}"
    ),
    ", under {law},": ", o dan {law},",
    "the business is confidential.": "bod y busnes yn gyfrinachol.",
    "publicity would be prejudicial to the public interest: the business is confidential.": (
        "y byddai cyhoeddusrwydd yn niweidiol i fudd y cyhoedd: mae'r busnes yn gyfrinachol."
    ),
    "exempt information as described in {paragraphs} of {schedule} would be likely to be disclosed, and the public "
    "interest in keeping it private is greater than that in disclosing it.": (
        "ei bod yn debygol y byddai gwybodaeth eithriedig yn cael ei datgelu (gweler {paragraphs} o {schedule}), a bod "
        "budd y cyhoedd o'i chadw'n breifat yn fwy na'r budd o'i datgelu."
    ),
    "section 100A(4) of the Local Government Act 1972": "adran 100A(4) o Ddeddf Llywodraeth Leol 1972",
    "Part 4 of Schedule 12A to the Local Government Act 1972": "Ran 4 o Atodlen 12A i Ddeddf Llywodraeth Leol 1972",
    "section 1(2) of the Public Bodies (Admission to Meetings) Act 1960": (
        "adran 1(2) o Ddeddf Cyrff Cyhoeddus (Mynediad i Gyfarfodydd) 1960"
    ),
}

WELSH = Language(
    tag="cy",
    months=(
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref",
        "Tachwedd", "Rhagfyr",
    ),
    weekdays=(
        "dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul",
    ),
    halves=("yb", "yh"),
    conjunctions=("a", "ac"),
    vowels="aeiouyâêîôûŷàèìòùáéíóúäëïöü",
    vowel_numbers=("1", "8", "11"),  # un, wyth, un ar ddeg
    wording=_WORDING,
    stamp=StampStyle(page="Tudalen {page}", item="Eitem Agenda {number}"),
    sentences={**_SENTENCES, **WELSH_CHANGES},
)  # fmt: skip
