"""E-mails are reports: head, text and the names of what hangs on them."""

import pytest
from reports.made_emails import HTML, TEXT, mail_file, outlook_file
from reports.test_texts import words_of

from agendabuilder.reports.intake.file_kind import CHOOSABLE
from agendabuilder.reports.intake.remarks import remarks

BOTH = pytest.mark.parametrize(("make", "name"), [(mail_file, "works.eml"), (outlook_file, "works.msg")])


@BOTH
def test_head_and_text_stand_on_plain_tagged_pages(tmp_path, prepare, make, name):
    report = prepare(make(tmp_path / name))
    shown = " ".join(words_of(report))
    assert shown.replace('"', "").startswith(
        "Bandstand: works by the café in May From: Rowan Ash <rowan@ashmere.example> To: Clerk"
    )
    assert "Date: 4 March 2027, 10:05" in shown
    assert shown.endswith(" ".join(TEXT.split()))
    assert report.summary == "E-mail · 1 page · tagged"


@BOTH
def test_of_html_its_words_lists_links_and_tables_are_kept_and_nothing_else(tmp_path, prepare, make, name):
    shown = " ".join(words_of(prepare(make(tmp_path / name, html=HTML))))
    for part in ("Dear all,", "• The bandstand will be closed", "• in May", "Place Cost Bandstand £4,200", "Rowan Ash"):
        assert part in shown
    assert "alert" not in shown
    assert "red" not in shown


@BOTH
def test_what_is_attached_is_named_on_the_page_and_to_the_clerk(tmp_path, prepare, make, name):
    report = prepare(make(tmp_path / name, attached=("plan.pdf", "costs.xlsx")))
    assert " ".join(words_of(report)).endswith("not shown here • plan.pdf • costs.xlsx")
    (finding,) = remarks(report, "", "the file “works”", "", "")
    assert finding.code == "report-email-attachments"
    assert "“plan.pdf”, “costs.xlsx”" in finding.sentence


@pytest.mark.parametrize(
    "content",
    [
        b"From: \xff\xfe <x\nSubject: =?nope?Q?=E4?=\nDate: yesterday\n\nThe text",
        b"Subject: A\nContent-Type: text/plain; charset=klingon\n\nThe text",
        b"Subject: A\nContent-Type: text/html\n\n<p>The text<table><tr><td>",
        b"Subject: A\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nThe text",
        b"Subject: A\nContent-Type: text/html\n\n" + b"<div>" * 3000 + b"The text",
        b"Subject: A\n\nThe text\n\n<html><body>of a web page",
    ],
)
def test_odd_e_mails_are_read_as_far_as_they_go(tmp_path, prepare, content):
    (tmp_path / "works.eml").write_bytes(content)
    shown = words_of(prepare(tmp_path / "works.eml"))
    assert "text" in shown or b"<div>" in content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.eml", b"this is no e-mail at all"),
        ("a.eml", b"Subject: A\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIAG"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(tmp_path, refusal, name, content):
    (tmp_path / name).write_bytes(content)
    refused = refusal(tmp_path / name)
    assert refused.code == "report-not-converted"
    assert refused.title.startswith(f"The file “{name}”, an e-mail, could not be made into a PDF: ")


def test_a_forwarded_e_mail_is_named_by_its_subject(tmp_path, prepare):
    inner = mail_file(tmp_path / "inner.eml").read_bytes()
    head = b"Subject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee below\n--x\n"
    (tmp_path / "fwd.eml").write_bytes(head + b"Content-Type: message/rfc822\n\n" + inner + b"\n--x--\n")
    report = prepare(tmp_path / "fwd.eml")
    assert report.origin.attached == ("the e-mail Bandstand: works by the café in May",)


def test_e_mails_are_offered_where_files_are_chosen():
    assert {".eml", ".msg", ".csv", ".heic"} <= set(CHOOSABLE)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", "Café £5".encode()),
        ("text/plain; charset=us-ascii", "Café £5".encode()),
        ("text/plain", "Café £5".encode("cp1252")),
        ("text/html", "<meta charset=utf-8><p>Café £5</p>".encode()),
        ("text/plain; charset=iso-8859-1", "Café £5".encode("latin-1")),
    ],
)
def test_letters_are_right_where_the_e_mail_does_not_say_how_they_are_written(tmp_path, prepare, kind, body):
    head = f"Subject: A\nContent-Type: {kind}\nContent-Transfer-Encoding: 8bit\n\n".encode()
    (tmp_path / "works.eml").write_bytes(head + body)
    assert words_of(prepare(tmp_path / "works.eml")) == ["A", "Café", "£5"]


def test_quotation_marks_of_windows_are_shown_though_it_calls_them_latin(tmp_path, prepare):
    head = b"Subject: A\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
    (tmp_path / "works.eml").write_bytes(head + "“It” €5".encode("cp1252"))
    report = prepare(tmp_path / "works.eml")
    assert words_of(report) == ["A", "“It”", "€5"]
    assert report.origin.lost == ()


@pytest.mark.parametrize(
    "table",
    [
        f"<tr><td>Ward</td><td>Why</td></tr><tr><td>North</td><td>{'because<br>' * 200}</td></tr>",
        f"<tr>{'<td>Ward</td>' * 60}</tr><tr>{'<td>North</td>' * 60}</tr>",
    ],
    ids=["tall", "wide"],
)
def test_a_table_that_fits_no_page_is_set_as_text(tmp_path, prepare, table):
    words = words_of(
        prepare(mail_file(tmp_path / "works.eml", html=f"<p>Before</p><table>{table}</table><p>After</p>"))
    )
    assert {"Before", "Ward", "North", "After"} <= set(words)


def test_an_e_mail_of_parts_in_parts_without_end_is_refused(tmp_path, refusal):
    mail = "Subject: A\n"
    for level in range(2000):
        mail += f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"
    (tmp_path / "works.eml").write_text(mail + "\nText\n", "utf-8")
    assert refusal(tmp_path / "works.eml").code == "report-not-converted"
