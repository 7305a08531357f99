"""The editor holds what a stored text may hold, and gives it back as it was."""

import pytest
from playwright.sync_api import Page, expect

from plans.document.html.sanitise import sanitise
from plans.models import Plan
from tests.browser.axe import violations
from tests.browser.people import sign_in
from tests.browser.test_saving import SAVED, html, open_section, write
from tests.browser.workshops import workshop
from tests.plans.document.checks.plans import example

EXAMPLES = (
    "ange-2022",
    "blekinge-2023",
    "skelleftea-norsjo-2016",
    "sodra-lappland-2024",
    "vastra-ostergotland-2025",
)
KEY = "00000000-0000-0000-0000-000000000001"
SHAPES = (
    "<p>a<br>b</p>",
    "<h2>Under</h2><p>a</p><h3>Mellan</h3><p><strong>b</strong> <em>c</em></p>",
    "<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>",
    "<table><caption>Namn</caption><tbody><tr><th><p>A</p></th><th><p>B</p></th></tr>"
    '<tr><td colspan="2"><p>1</p></td></tr></tbody></table>',
    '<p>x<span class="footnote">Not <strong>ett</strong> <a href="https://a.se/">l</a></span>'
    '<span class="footnote">Not två</span>.</p>',
    "<blockquote><p>q</p><ul><li><p>r</p></li></ul></blockquote>",
    '<p>Vi får <span data-figure="result/budget-2025"></span>.</p>',
    f'<p>Se <a href="#{KEY}">avsnitt 2</a>.</p>',
    f'<p>Så:</p><img alt="En trappa" data-picture="{KEY}"><p>slut</p>',
)
ROUND = """async (htmls) => {
  const { Editor } = await import("/static/django_prose_editor/editor.js");
  const { EXTENSIONS: extensions } = await import("/static/js/nodes.js");
  return htmls.map((content) => {
    const element = document.createElement("div");
    const editor = new Editor({ element, extensions, content, injectCSS: false });
    const html = editor.getHTML();
    editor.destroy();
    return html;
  });
}"""


def round_trip(page: Page, htmls: list[str]) -> list[str]:
    """The texts through the editor and the sanitiser."""
    return [sanitise(html) for html in page.evaluate(ROUND, htmls)]


def test_every_shape_of_text_comes_back_as_it_was(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/2025/")
    stored = [sanitise(shape) for shape in SHAPES]
    assert round_trip(page, stored) == stored


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_of_an_example_comes_back_as_it_was(page: Page, name: str) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/2025/")
    content = example(name)
    stored = [section.html for section in content.walk() if section.html]
    stored += [insats.html for insats in content.goal_map.interventions if insats.html]
    assert round_trip(page, stored) == stored


def test_a_footnote_a_link_a_table_and_a_figure_are_put_in_by_their_dialogs(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    write(page, " Mer")
    for name, dialog, typed in (
        ("Fotnot", "Fotnot", {"Fotnotens text": "Enligt lagen."}),
        ("Tabell", "Tabell", {"Tabellens rubrik": "Deltagare"}),
    ):
        page.get_by_text("Infoga", exact=True).click()
        page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()
        box = page.get_by_role("dialog", name=dialog)
        assert violations(page) == []
        for label, value in typed.items():
            box.get_by_label(label).fill(value)
        box.get_by_role("button", name="Infoga").click()
    page.locator(".ProseMirror > p").first.click()
    page.get_by_text("Infoga", exact=True).click()
    page.get_by_role("button", name="Siffra ur planen").click()
    page.get_by_role("dialog", name="Siffra ur planen").get_by_role(
        "button", name="Årets resultat, Budget 2025"
    ).click()
    expect(page.locator("#saved")).to_have_text(SAVED)
    page.wait_for_timeout(1500)
    stored = html(slug)
    assert '<span class="footnote">Enligt lagen.</span>' in stored
    assert "<caption>Deltagare</caption>" in stored
    assert '<span data-figure="result/budget-2025"></span>' in stored


def test_script_and_handlers_that_are_pasted_never_run_and_are_not_stored(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    open_section(page, slug)
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/html", '<p>Klistrat <b>fett</b><img src=x onerror="window.ran=1">'
            + '<script>window.ran=1</script><a href="javascript:window.ran=1">länk</a></p>');
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
          document.querySelector(".ProseMirror").dispatchEvent(event);
        }"""
    )
    expect(page.locator(".ProseMirror")).to_contain_text("Klistrat fett")
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert page.evaluate("window.ran") is None
    stored = Plan.objects.get(federation__slug=slug).sections.all()[0].html
    assert "<strong>fett</strong>" in stored
    assert "script" not in stored
    assert "onerror" not in stored


def test_the_keyboard_does_all_of_it(page: Page) -> None:
    slug = workshop()
    sign_in(page, "Förbundschef", slug)
    page.goto(f"/{slug}/2025/")
    page.locator(".sec .sec-edit").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror")).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Alt+Digit2")
    page.keyboard.type("Ny rubrik")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+b")
    page.keyboard.type("Fet")
    page.keyboard.press("Alt+F10")
    expect(page.get_by_label("Styckeformat")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Kursiv")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".ProseMirror")).to_be_focused()
    page.keyboard.press("Control+s")
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert html(slug).endswith("<h2>Ny rubrik</h2><p><strong>Fet</strong></p>")
    page.keyboard.press("Escape")
    expect(page.locator(".ProseMirror")).to_have_count(0)
    expect(page.locator(".sec h2").first).to_be_focused()
