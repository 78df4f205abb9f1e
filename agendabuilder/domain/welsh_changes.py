"""What a pack says in Welsh of late papers and of changes, under the English: supplements and change sheets."""

WELSH_CHANGES = {
    # Supplements
    "Added after the agenda was published.": "Ychwanegwyd ar ôl cyhoeddi'r agenda.",
    "To follow on the agenda, now enclosed.": "I ddilyn ar yr agenda; bellach wedi'i amgáu.",
    "Replaces {pages}.": "Yn disodli {pages}.",
    "{name} was added after the agenda was published.": "Ychwanegwyd {name} ar ôl cyhoeddi'r agenda.",
    "{name}, to follow on the agenda, is now enclosed.": (
        "Mae {name}, a oedd i ddilyn ar yr agenda, bellach wedi'i amgáu."
    ),
    "{name} replaces {pages}.": "Mae {name} yn disodli {pages}.",
    "{name} is withdrawn.": "Tynnwyd {name} yn ôl.",
    "{name}, {pages}, is withdrawn.": "Tynnwyd {name}, {pages}, yn ôl.",
    "This item was added after the agenda was published.": "Ychwanegwyd yr eitem hon ar ôl cyhoeddi'r agenda.",
    "This item was taken off the agenda.": "Tynnwyd yr eitem hon oddi ar yr agenda.",
    "{first} to {last}": "{first} i {last}",
    "page {pages} of the agenda pack": "tudalen {pages} o becyn yr agenda",
    "pages {pages} of the agenda pack": "tudalennau {pages} o becyn yr agenda",
    # The change sheet
    "This pack follows issue {number} of {day}.": "Mae'r pecyn hwn yn dilyn rhifyn {number}, {day}.",
    "Nothing is different.": "Nid oes dim yn wahanol.",
    "The front pages with the agenda are new.": "Mae'r tudalennau blaen gyda'r agenda yn newydd.",
    "These pages have new numbers and are otherwise the same.": (
        "Mae rhifau newydd ar y tudalennau hyn; fel arall maent yr un fath."
    ),
    "These pages are printed anew.": "Argreffir y tudalennau hyn o'r newydd.",
    "These items have new numbers: {numbers}.": "Mae rhifau newydd ar yr eitemau hyn: {numbers}.",
    "{number} (before {old})": "{number} (gynt {old})",
    # What to do with a printed copy
    "swap these sheets, each printed on both sides.": "cyfnewidiwch y dalennau hyn, a argraffwyd ar y ddwy ochr.",
    "swap these sheets, each printed on one side.": "cyfnewidiwch y dalennau hyn, a argraffwyd ar un ochr.",
    "the sheet with page {page}": "y ddalen â thudalen {page}",
    "the sheets with page {page}": "y dalennau â thudalen {page}",
    "the sheet with pages {first} and {last}": "y ddalen â thudalennau {first} a {last}",
    "the sheets with pages {first} to {last}": "y dalennau â thudalennau {first} i {last}",
    "the new sheet with page {page}": "y ddalen newydd â thudalen {page}",
    "the new sheets with page {page}": "y dalennau newydd â thudalen {page}",
    "the new sheet with pages {first} and {last}": "y ddalen newydd â thudalennau {first} a {last}",
    "the new sheets with pages {first} to {last}": "y dalennau newydd â thudalennau {first} i {last}",
    "Take out {old}; put in {new}.": "Tynnwch {old} allan; rhowch {new} i mewn.",
    "Take out {old}.": "Tynnwch {old} allan.",
    "Put in {new} after page {page}.": "Rhowch {new} i mewn ar ôl tudalen {page}.",
    "Put in {new} at the front.": "Rhowch {new} i mewn ar y blaen.",
    # The meeting
    "The pre-meeting was changed.": "Newidiwyd y rhag-gyfarfod.",
    "The list of members was changed.": "Newidiwyd y rhestr aelodau.",
    "The notices were changed.": "Newidiwyd yr hysbysiadau.",
    "The contact was changed.": "Newidiwyd y cyswllt.",
    "What is said of the next meeting was changed.": "Newidiwyd manylion y cyfarfod nesaf.",
    "The meeting is called “{now}”; it was “{before}”.": "Enw'r cyfarfod yw “{now}”; “{before}” oedd gynt.",
    "the {what} of the meeting is {now}.": "{what} y cyfarfod yw {now}.",
    "the {what} of the meeting is {now}, before {before}.": "{what} y cyfarfod yw {now}, gynt {before}.",
    "the {what} of the meeting, {before}, was taken out.": "tynnwyd {what} y cyfarfod, {before}, allan.",
    "date": "dyddiad",
    "time": "amser",
    "venue": "lleoliad",
    # Items
    "the item": "yr eitem",
    "{name} (before: item {old})": "{name} (gynt: eitem {old})",
    "{name} was added.": "ychwanegwyd {name}.",
    "{name} was taken off the agenda.": "tynnwyd {name} oddi ar yr agenda.",
    "{name} was moved: it now comes after {other}.": "symudwyd {name}: mae bellach ar ôl {other}.",
    "{name} was moved: it now comes first.": "symudwyd {name}: mae bellach yn gyntaf.",
    "the item{called}, before item {old}, has no number now.": (
        "nid oes rhif bellach i'r eitem{called}, gynt eitem {old}."
    ),
    "item {number}{called} was item {old} before.": "eitem {old} oedd eitem {number}{called} gynt.",
    "item {number}{called} had no number before.": "nid oedd rhif gan eitem {number}{called} gynt.",
    "{name} was called “{old}” before.": "“{old}” oedd enw {name} gynt.",
    "{name} was given a title.": "mae gan {name} deitl bellach.",
    "the description of {name} was changed.": "newidiwyd disgrifiad {name}.",
    "the contributors of {name} were changed.": "newidiwyd cyfranwyr {name}.",
    "the reason for urgency of {name} was changed.": "newidiwyd rheswm brys {name}.",
    "{name} is at {time}.": "mae {name} am {time}.",
    "{name} is at {time}, before {old}.": "mae {name} am {time}, gynt {old}.",
    "{name} has no set time any more.": "nid oes gan {name} amser penodol mwyach.",
    "{name} has no set time any more, before {old}.": "nid oes gan {name} amser penodol mwyach; {old} oedd gynt.",
    "{name} has {length}.": "hyd {name} yw {length}.",
    "{name} has {length}, before {old}.": "hyd {name} yw {length}, gynt {old}.",
    "{name} has no set length any more.": "nid oes gan {name} hyd penodol mwyach.",
    "{name} has no set length any more, before {old}.": "nid oes gan {name} hyd penodol mwyach; {old} oedd gynt.",
    "public": "cyhoeddus",
    "{name} is now {access}; it was {before}.": "mynediad at {name} nawr: {access}; gynt: {before}.",
    # Reports
    "the report {report} was added ({pages})": "ychwanegwyd yr adroddiad {report} ({pages})",
    "the report {report} was announced": "rhestrwyd yr adroddiad {report}",
    "the report {report} was withdrawn ({pages})": "tynnwyd yr adroddiad {report} yn ôl ({pages})",
    "the report {report}, which was announced, was withdrawn": "tynnwyd yr adroddiad disgwyliedig {report} yn ôl",
    "{change}; it is to follow": "{change}; bydd yn dilyn",
    "{change}; it is to be given verbally": "{change}; caiff ei roi ar lafar",
    "the report {report}, which was to follow, has arrived ({pages})": (
        "mae'r adroddiad {report}, a oedd i ddilyn, wedi cyrraedd ({pages})"
    ),
    "the report {report} now has pages ({pages})": "mae gan yr adroddiad {report} dudalennau bellach ({pages})",
    "the report {report} was replaced ({pages} as before)": ("disodlwyd yr adroddiad {report} ({pages} fel o'r blaen)"),
    "the report {report} was replaced (now {pages}, before {old})": (
        "disodlwyd yr adroddiad {report} ({pages} nawr, gynt {old})"
    ),
    "the report {report} is to follow now": "mae'r adroddiad {report} i ddilyn bellach",
    "the report {report} is to be given verbally now": "caiff yr adroddiad {report} ei roi ar lafar bellach",
    "the report {report} was with {item} before": "roedd yr adroddiad {report} dan {item} gynt",
    "the report {report} has another place among the item's reports": (
        "mae'r adroddiad {report} mewn lle gwahanol ymhlith adroddiadau'r eitem"
    ),
    "the report {report} was called “{old}” before": "“{old}” oedd enw'r adroddiad {report} gynt",
    "the report {report} is now {access}; it was {before}": (
        "mynediad at yr adroddiad {report} nawr: {access}; gynt: {before}"
    ),
}
"""By the English sentence. A sentence that begins with a small letter is given its capital where it is used."""
