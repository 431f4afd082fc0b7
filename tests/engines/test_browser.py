"""The browser that tests of pages and maps look through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_browser_shows_a_file_and_runs_its_script(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<p></p><script>document.querySelector('p').textContent = 'Laefhoês'</script>", encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.inner_text("p") == "Laefhoês"
