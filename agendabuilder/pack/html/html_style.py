"""The style sheet of the HTML agenda: the front sheet's look on a screen of any width, and on paper.

Narrower than 40 rem the table's cells stand below one another; roles in the page keep it a table for screen readers.
"""

from agendabuilder.domain.contrast import Colour
from agendabuilder.domain.presentation import Look, TextSize
from agendabuilder.pack.front.style import style_for

_SIZES = {TextSize.STANDARD: "100%", TextSize.LARGE: "117%", TextSize.EXTRA_LARGE: "150%"}
_SHEET = """
:root { color-scheme: light; --accent: %(accent)s; --tint: %(tint)s; --ink: #16191d; --grey: #54595f;
  --line: #c2c7cc; }
* { box-sizing: border-box; }
html { font-size: %(size)s; -webkit-text-size-adjust: 100%%; text-size-adjust: 100%%; }
body { margin: 0; padding: 2.5rem 1.5rem 4rem; background: #fff; color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
.page { max-width: 47rem; margin: 0 auto; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 0.08em; }
a:hover { text-decoration-thickness: 0.16em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; border-radius: 2px; }
:target { scroll-margin-top: 1rem; }
.skip { position: absolute; left: 1rem; top: 0; padding: 0.6rem 1rem; background: var(--accent); color: #fff;
  transform: translateY(-150%%); }
.skip:focus { transform: translateY(0.5rem); z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%%);
  white-space: nowrap; }
p, ul, ol, dl, h1, h2, h3, h4, h5, h6 { margin: 0; }
h1 { font-size: clamp(1.65rem, 1.2rem + 2.4vw, 2.15rem); line-height: 1.15; letter-spacing: -0.01em;
  text-wrap: balance; }
.head { display: flow-root; padding-bottom: 1rem; border-bottom: 3px solid var(--accent); }
.logo { float: right; max-width: 6.6rem; max-height: 4.3rem; margin: 0 0 0.5rem 1.5rem; }
.council { color: var(--accent); font-weight: 600; font-size: 1.06rem; }
.kind, .paper { color: var(--grey); }
.paper { font-size: 1.2rem; margin-top: 0.2rem; }
.mark { display: inline-block; margin: 0 0.5rem 1rem 0; padding: 0.15rem 0.7rem; border: 1.5px solid var(--ink);
  font-weight: 700; font-size: 0.9rem; }
.facts { margin-top: 1.1rem; }
.facts > div, .beside { display: grid; grid-template-columns: 7.4rem minmax(0, 1fr); gap: 0 1rem; }
.facts > div { padding: 0.12rem 0; }
.facts dd { margin: 0; font-weight: 600; }
.facts.plain dd { font-weight: 400; }
dt, .beside > h2, .label { color: var(--grey); font-weight: 400; font-size: 0.92rem; line-height: 1.6; }
.beside, .whole, .facts { margin-bottom: 0; }
section, .whole, .facts.plain { margin-top: 1.6rem; }
.beside p + p { margin-top: 0.35rem; }
.columns { columns: 2 14rem; column-gap: 1.5rem; padding: 0; list-style: none; }
.columns li { break-inside: avoid; }
.columns span { color: var(--grey); }
.agenda { margin-top: 2.2rem; }
table { width: 100%%; border-collapse: collapse; }
thead th { padding: 0 0.9rem 0.35rem 0; border-bottom: 1.5px solid var(--ink); color: var(--grey); font-size: 0.86rem;
  font-weight: 600; text-align: left; vertical-align: bottom; }
tbody th, tbody td { padding: 0.62rem 0.9rem 0.62rem 0; vertical-align: top; text-align: left; }
tbody tr.ruled > * { border-top: 1px solid var(--line); }
tbody:last-child tr:last-child > * { border-bottom: 1px solid var(--line); }
thead + tbody tr.ruled:first-child > * { border-top: 0; }
tr > :last-child { padding-right: 0; }
.number { width: 1%%; font-weight: 600; white-space: nowrap; }
.time { width: 1%%; white-space: nowrap; font-variant-numeric: tabular-nums; }
.pages { width: 1%%; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody .pages, thead .pages { text-align: right; padding-left: 0.5rem; }
.pages p + p { margin-top: 0.2rem; }
tbody .part { padding-top: 1.6rem; font-weight: 700; border-bottom: 1.2px solid var(--ink); }
.item-title { font-size: 1rem; font-weight: 600; line-height: 1.5; }
.capitals .item-title { text-transform: uppercase; }
.text > * + * { margin-top: 0.4rem; }
.text ul, .text ol, .notice ul, .notice ol { padding-left: 1.35rem; }
.text li > * + *, .notice li > * + * { margin-top: 0.3rem; }
.text .people, .text .papers { padding: 0; list-style: none; margin-top: 0; font-size: 0.94rem; }
.text .papers { margin-top: 0.4rem; }
.papers li, .people li { padding: 0.1rem 0; }
.remark { color: var(--grey); font-size: 0.92rem; }
.notice { margin-top: 1.6rem; padding: 0.9rem 1.2rem 1rem; background: var(--tint);
  border-left: 4px solid var(--accent); }
.notice h2 { font-size: 1rem; font-weight: 600; }
.notice > * + * { margin-top: 0.5rem; }
.changes { margin-top: 2.4rem; }
.changes h2 { font-size: 1.15rem; }
.changes ul { margin-top: 0.5rem; padding-left: 1.35rem; }
.changes li { padding: 0.2rem 0; }
.deep-1 > .text, .deep-1 > .number { padding-left: 1.2rem; }
.deep-2 > .text, .deep-2 > .number { padding-left: 2.4rem; }
@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .facts > div, .beside { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts > div { padding: 0.25rem 0; }
  .logo { max-width: 4.5rem; max-height: 3rem; margin-left: 1rem; }
  table, tbody { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%%); }
  tbody tr { display: grid; grid-template-columns: minmax(2.2rem, max-content) auto minmax(0, 1fr); gap: 0 0.7rem;
    padding: 0.75rem 0; }
  tbody tr.ruled { border-top: 1px solid var(--line); }
  thead + tbody tr.ruled:first-child { border-top: 1.5px solid var(--ink); }
  tbody tr.ruled > *, tbody:last-child tr:last-child > * { border: 0; }
  tbody th, tbody td, tbody .number, tbody .time, tbody .pages { width: auto; padding: 0; }
  .deep-1 > .text, .deep-1 > .number, .deep-2 > .text, .deep-2 > .number { padding-left: 0; }
  tbody .number { grid-area: 1 / 1 / span 2; }
  tbody .time { grid-area: 1 / 2; }
  tbody .pages { grid-area: 1 / 3; white-space: normal; }
  tbody .text { grid-area: 2 / 2 / auto / -1; }
  .whole-width > .text { grid-column: 1 / -1; }
  .whole-width > .time { grid-column: 1 / 3; }
  .pages .unseen:first-child { position: static; width: auto; height: auto; margin: 0; overflow: visible;
    clip-path: none; }
  tbody .empty { display: none; }
  tbody .part { grid-column: 1 / -1; padding-top: 0.8rem; }
  .notice { padding: 0.8rem 1rem; }
}
@media print {
  @page { size: A4; margin: 18mm 20mm 20mm 22mm; }
  html { font-size: %(print)s; }
  body { padding: 0; }
  .page { max-width: none; }
  .skip { display: none; }
  a { text-decoration: none; }
  tr, .notice, h2 { break-inside: avoid; }
  h2, .part { break-after: avoid; }
  .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
_PRINTED = {TextSize.STANDARD: "11pt", TextSize.LARGE: "14pt", TextSize.EXTRA_LARGE: "18pt"}


def style_sheet(look: Look) -> str:
    """The style sheet for a body's look; its accent is dark enough to be read on white and on the panels."""
    style = style_for(look)
    return _SHEET % {
        "accent": _hex(style.accent),
        "tint": _hex(style.tint),
        "size": _SIZES[look.text_size],
        "print": _PRINTED[look.text_size],
    }


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
