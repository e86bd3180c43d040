"""The HTML report in a real browser: no script error, nothing loaded, keys, ticks, and an accessibility check.

Needs Debian's chromium and chromium-driver and the package selenium; for accessibility, axe-playwright-python (only for
the axe.min.js that it holds). FACTCHECK_SCREENSHOTS names a folder for the pictures, to be looked at.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import five
import pytest

from factcheck.engine import Engine
from factcheck.findings import RunReport
from factcheck.formats import open_document
from factcheck.report import html

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = [
    name
    for name, there in (("chromium", CHROMIUM), ("chromium-driver", DRIVER), ("selenium", find_spec("selenium")))
    if not there
]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
AXE = find_spec("axe_playwright_python")

DRAFT = five.as_markdown() + (
    "\n> We are delighted, said Lee.\n\nAbout 44 <script>document.title = 'broken'</script> chairs and 12 `<img src=x "
    "onerror=alert(1)>` stood there.\n\n"
    "Sue Hart won Barton with 5,010 votes, a majority of 89 over Tim Cole on 4,911. "
    "<!-- factcheck: allow majority-off -- the recount is pending -->\n"
)
PAGES = {"a b.md": DRAFT, "script.txt": "<script>alert(1)</script> Turnout in Kelso was 61.0%. <b>It</b> was 61.0%.\n"}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from datetime import date

    from factcheck.gate.identity import identified
    from factcheck.gate.waivers import Desk

    engine, desk = Engine.load(), Desk(["election/majority-off"], date(2024, 7, 5))
    reports = [desk.judge(engine.check(open_document(name, words.encode()))) for name, words in PAGES.items()]
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(html.render(RunReport(tuple(map(identified, reports)))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    """One browser for all the tests: it takes seconds to start."""
    with started() as made:
        yield made


@contextmanager
def started() -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = str(CHROMIUM)
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield made
    finally:
        made.quit()


def opened(driver: Any, page: Path, width: int = 1280, dark: bool = False) -> None:
    """Open the page afresh on a screen of that width, light or dark."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    for log in ("browser", "performance"):
        driver.get_log(log)
    driver.get(page.as_uri())


def picture(driver: Any, name: str) -> None:
    """Keep a picture of the whole page, where a folder for them is named."""
    from base64 import b64decode

    folder = os.environ.get("FACTCHECK_SCREENSHOTS")
    if folder:
        made = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
        Path(folder, f"{name}.png").write_bytes(b64decode(made["data"]))


@pytest.mark.parametrize(("width", "dark"), [(390, False), (390, True), (1280, False), (1280, True)])
def test_it_fits_the_screen_and_is_accessible(driver: Any, page: Path, width: int, dark: bool) -> None:
    opened(driver, page, width, dark)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert [entry for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")] == []
    picture(driver, f"report-{width}-{'dark' if dark else 'light'}")
    if AXE is None:
        pytest.skip("axe-playwright-python is not installed")
    script = Path(next(iter(AXE.submodule_search_locations or [])), "axe.min.js").read_text("utf-8")
    driver.execute_script(script)
    driver.execute_script("for (const each of document.querySelectorAll('details')) each.open = true;")
    found = driver.execute_async_script("axe.run(document, {}).then(arguments[arguments.length - 1]);")
    bad = [(each["id"], each["impact"], [node["html"] for node in each["nodes"]][:3]) for each in found["violations"]]
    assert bad == []
    assert len(found["passes"]) > 10


def test_a_click_shows_what_a_figure_was_checked_against_and_keys_work(driver: Any, page: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    opened(driver, page)
    panel = driver.find_element(By.ID, "panel")
    assert not panel.is_displayed()
    figure = next(
        each for each in driver.find_elements(By.CSS_SELECTOR, "a.fig.contradicted") if each.text.startswith("607")
    )
    figure.send_keys(Keys.ENTER)
    assert panel.is_displayed()
    assert "contradicted" in panel.text
    assert "“13,303” (votes of Ann Lee)" in panel.text
    assert driver.switch_to.active_element.text == "Close"
    driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not panel.is_displayed()
    assert driver.switch_to.active_element == figure
    figure.click()
    panel.find_element(By.CSS_SELECTOR, "a[href^='#a1-f']").click()
    assert "607 is not 13,303 - 12,796 = 507" in driver.switch_to.active_element.text
    assert not panel.is_displayed()


def test_ticks_are_kept_and_printed(driver: Any, page: Path) -> None:
    from selenium.webdriver.common.by import By

    opened(driver, page)
    box = driver.find_element(By.CSS_SELECTOR, ".checklist input")
    box.click()
    driver.refresh()
    assert driver.find_element(By.CSS_SELECTOR, ".checklist input").is_selected()
    printed = driver.execute_cdp_cmd("Page.printToPDF", {})
    assert len(printed["data"]) > 10_000


def test_nothing_of_a_draft_runs_and_nothing_is_loaded(driver: Any, page: Path) -> None:
    from selenium.webdriver.common.by import By

    opened(driver, page)
    assert driver.title == "factcheck: 2 articles"
    shown = driver.find_element(By.CSS_SELECTOR, "#a2 .text").text.replace("\n(not checked)\n", "")
    assert shown.startswith("<script>alert(1)</script> Turnout in Kelso was 61.0%")
    asked = [
        entry["message"] for entry in driver.get_log("performance") if 'Network.requestWillBeSent"' in entry["message"]
    ]
    assert len(asked) == 1, asked
    assert "report.html" in asked[0]
    assert len(driver.find_elements(By.TAG_NAME, "script")) == 1
    assert driver.find_elements(By.TAG_NAME, "img") == []
