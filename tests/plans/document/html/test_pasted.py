"""What is on a clipboard becomes a section's text."""

import pytest
from hypothesis import given

from plans.document.html.pasted import cleaned
from plans.document.html.sanitise import sanitise
from tests.strategies.html import editor_html, junk


@given(editor_html | junk)
def test_what_is_cleaned_stays_as_it_is(html: str) -> None:
    once = cleaned(html)
    assert cleaned(once) == once


@given(editor_html | junk)
def test_what_is_cleaned_is_what_may_be_stored(html: str) -> None:
    assert sanitise(cleaned(html)) == cleaned(html)


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{}</style>
<!--[if gte mso 9]><xml><o:x>skräp</o:x></xml><![endif]--></head><body><!--StartFragment-->
<h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>
&nbsp;&nbsp;</span></span><![endif]><b>Inriktning</b><o:p></o:p></h1>
<p class=MsoNormal>Se <a href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a> och
<b style='mso-bidi-font-weight:normal'>fet</b><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='font-family:Symbol'><span style='mso-list:Ignore'>·</span></span><![endif]>Ett</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><!--[if !supportLists]-->
<span style='mso-list:Ignore'>o</span><!--[endif]-->Under</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>
<span style='mso-list:Ignore'>·</span>Två</p>
<p class=MsoNormal>&nbsp;</p>
<p style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>1.</span>Först</p>
<p style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>2.</span>Sist</p>
<table class=MsoTable><thead><tr><td colspan=2>MÅL</td></tr></thead>
<tr><td>- a<br>- b</td><td>x</td></tr></table>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Lagen.</p></div>
</div></body></html>"""


def test_words_own_html_is_read_as_word_meant_it() -> None:
    assert cleaned(WORD) == (
        "<h2>Inriktning</h2>"
        '<p>Se <span class="footnote">Lagen.</span> och <strong>fet</strong></p>'
        "<ul><li><p>Ett</p><ul><li><p>Under</p></li></ul></li><li><p>Två</p></li></ul>"
        "<ol><li><p>Först</p></li><li><p>Sist</p></li></ol>"
        '<table><thead><tr><td colspan="2"><p>MÅL</p></td></tr></thead>'
        "<tbody><tr><td><ul><li><p>a</p></li><li><p>b</p></li></ul></td><td><p>x</p></td></tr>"
        "</tbody></table>"
    )


LIBREOFFICE = """<p>Text<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">
<sup>1</sup></a></sup></p><ol><li><p>Ett</p><ol type="a"><li><p>Under</p></li></ol></li></ol>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym"
href="#sdfootnote1anc">1</a>Lagen.</p></div>"""


def test_libreoffices_notes_and_lists_are_read() -> None:
    assert cleaned(LIBREOFFICE) == (
        '<p>Text<span class="footnote">Lagen.</span></p>'
        "<ol><li><p>Ett</p><ol><li><p>Under</p></li></ol></li></ol>"
    )


ONLINE = """<div class="ListContainerWrapper"><ul><li data-aria-level="1"><p>Ett</p></li></ul></div>
<div class="ListContainerWrapper"><ul><li data-aria-level="2"><p>Under</p></li></ul></div>
<div class="ListContainerWrapper"><ul><li data-aria-level="1"><p>Två</p></li></ul></div>"""


def test_word_on_the_web_writes_one_list() -> None:
    assert cleaned(ONLINE) == (
        "<ul><li><p>Ett</p><ul><li><p>Under</p></li></ul></li><li><p>Två</p></li></ul>"
    )


@pytest.mark.parametrize(
    ("pasted", "html"),
    [
        # Emphasis
        ('<b style="font-weight:normal"><p>Hej</p></b>', "<p>Hej</p>"),
        ('<span style="font-weight:700">a</span>', "<p><strong>a</strong></p>"),
        ('<span style="FONT-STYLE: italic">a</span>', "<p><em>a</em></p>"),
        ('<b>a<span style="font-weight:400">b</span></b>', "<p><strong>a</strong>b</p>"),
        ('<p style="font-weight:bold">a</p>', "<p><strong>a</strong></p>"),
        ("<h2><b>a</b></h2>", "<h2>a</h2>"),
        # Headings
        ("<h1>a</h1><h2>b</h2><h3>c</h3>", "<h2>a</h2><h3>b</h3><h3>c</h3>"),
        ("<h4>a</h4>", "<h2>a</h2>"),
        ("<h3>a</h3>", "<h3>a</h3>"),
        ("<p class=MsoTitle>a</p><h1>b</h1>", "<h2>a</h2><h2>b</h2>"),
        # What is not text
        ("<p>a</p><p>&nbsp;</p><p><br></p><div></div>", "<p>a</p>"),
        ('<p>a<span style="display:none">b</span></p>', "<p>a</p>"),
        ("<p class=MsoToc1>1. Inledning 3</p><p>a</p>", "<p>a</p>"),
        ("<script>x()</script><p onclick=x()>a</p>", "<p>a</p>"),
        ('<p>a<img src="https://x.se/spion.gif"></p>', "<p>a</p>"),
        # Lists that were typed
        (
            "<p>- a</p><p>• b</p><p>–\u00a0c</p>",
            "<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>",
        ),
        ("<p><b>- a</b> b</p>", "<ul><li><p><strong>a</strong> b</p></li></ul>"),
        ("<p>1. a</p><p>2. b</p>", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
        ("<p>1. Inledning</p>", "<p>1. Inledning</p>"),
        ("<p>3. c</p><p>4. d</p>", "<p>3. c</p><p>4. d</p>"),
        ("<p>- 5 000 kr</p>", "<p>- 5 000 kr</p>"),
        ("<p>- </p>", "<p>-</p>"),
        ("<ul><ul><li>a</li></ul></ul>", "<ul><li><ul><li><p>a</p></li></ul></li></ul>"),
        (
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        ),
        # Plain text
        ("", ""),
        ("Hej", "<p>Hej</p>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
        ("Till <namn>", "<p>Till &lt;namn&gt;</p>"),
        ("Box 1\r\nLycksele\r\n\r\nNytt", "<p>Box 1<br>Lycksele</p><p>Nytt</p>"),
        ("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<pre>a\nb</pre>", "<p>a<br>b</p>"),
    ],
)
def test_what_is_pasted_is_clean(pasted: str, html: str) -> None:
    assert cleaned(pasted) == html


def test_a_pdfs_lines_are_joined() -> None:
    assert cleaned(
        "Samordningsförbundet ska främja en god och varaktig sam-\n"
        "verkan mellan medlemmarna och ge stöd till individ-\n"
        "och strukturinriktade insatser under året. Det görs\n"
        "i två delar.\n"
        "Nästa stycke börjar här.\n\n"
        "• en punkt som är så lång att den\n"
        "fortsätter"
    ) == (
        "<p>Samordningsförbundet ska främja en god och varaktig samverkan mellan medlemmarna och "
        "ge stöd till individ- och strukturinriktade insatser under året. Det görs i två delar.</p>"
        "<p>Nästa stycke börjar här.</p>"
        "<ul><li><p>en punkt som är så lång att den fortsätter</p></li></ul>"
    )


def test_each_line_of_words_plain_text_is_a_paragraph() -> None:
    long = "ord " * 50
    assert cleaned(f"Rubrik\n{long}\nMer") == f"<p>Rubrik</p><p>{long.strip()}</p><p>Mer</p>"


@pytest.mark.parametrize(
    "many", ["<div>" * 20_000, "<p>- x</p>" * 5_000, "<p>" + "x<br>" * 20_000, "1. x\n" * 20_000]
)
def test_no_nesting_and_no_number_is_too_much(many: str) -> None:
    assert cleaned(cleaned(many)) == cleaned(many)
