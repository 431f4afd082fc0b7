"""The map of 2,000 things and 6,000 links in a browser without a GPU: its first picture, and how smoothly it moves.

The first picture counts from the start of the page until it is on the screen: drawn, and two frames further. The
peers count alike, in the same run, on the same things.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.map_peers import NoPeer, pyvis_page, sigma_page
from benchmarks.measure import Measure
from tests.visualizations.made_maps import large_map
from visualizations.export import page as our_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TIMES = 5
PYVIS_GOAL, PYVIS_PATIENCE = 100, 130
"""How many times as long as ours pyvis should take, and is waited for; on its own it takes minutes."""
SMOOTH = 55
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Marks "seen" two frames after the page says (or, in pyvis, vis says) that it has drawn.
_SEEN = """
const seen = () => requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("seen")));
new PerformanceObserver((list) => {
  if (list.getEntries().some((entry) => entry.name.endsWith("first-picture"))) seen();
}).observe({ type: "mark" });
const wait = () => {
  if (globalThis.network?.once) network.once("stabilizationIterationsDone", seen);
  else if (!globalThis.Samenspel) requestAnimationFrame(wait);
};
requestAnimationFrame(wait);
"""
# Drags the network in a slow circle for three seconds, and counts the frames that were drawn.
_PAN = """async () => {
  const canvas = document.querySelector("canvas");
  const { left, top, width, height } = canvas.getBoundingClientRect();
  let [x, y] = [left + width / 2, top + height / 2];
  const fire = (type) => canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, clientY: y,
    pointerId: 1, pointerType: "mouse", isPrimary: true, buttons: type === "pointerup" ? 0 : 1 }));
  fire("pointerdown");
  const before = Samenspel.app.view.frames;
  const began = performance.now();
  const gaps = [];
  for (let turn = 0, last = began; last - began < 3000; turn += 1) {
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
    x += 6 * Math.cos(turn / 25);
    y += 3 * Math.sin(turn / 25);
    fire("pointermove");
  }
  fire("pointerup");
  gaps.sort((a, b) => a - b);
  const seconds = (performance.now() - began) / 1000;
  return { frames: (Samenspel.app.view.frames - before) / seconds, slow: gaps[Math.floor(gaps.length * 0.95)] };
}"""

# How many frames a second the browser gives a page that does nothing.
_EMPTY = """async () => {
  const began = performance.now();
  let frames = 0;
  for (; performance.now() - began < 2000; frames += 1) await new Promise(requestAnimationFrame);
  return (frames / (performance.now() - began)) * 1000;
}"""


def measures() -> Iterator[Measure]:
    """How many times as long the peers take for their first picture, and frames a second while the map is dragged."""
    drawn = large_map()
    with tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder, _browser() as browser:
        ours = _written(Path(folder), "ours", our_page(drawn))
        try:
            sigma = _written(Path(folder), "sigma", sigma_page(drawn))
            took = [(_first(browser, ours), _first(browser, sigma)) for _ in range(TIMES)]
            mine, theirs = (statistics.median(column) for column in zip(*took, strict=True))
            yield Measure("map-first-picture/sigma", theirs / mine, 1, f"{mine:.2f} s; sigma.js {theirs:.2f} s")
        except NoPeer as reason:
            print(f"map-first-picture/sigma is left out: {reason}", file=sys.stderr)
            mine = statistics.median(_first(browser, ours) for _ in range(TIMES))
        patience = PYVIS_PATIENCE * mine
        pyvis = _first(browser, _written(Path(folder), "pyvis", pyvis_page(drawn)), patience)
        detail = f"{mine:.2f} s; pyvis {'more than ' if pyvis >= patience else ''}{pyvis:.0f} s"
        yield Measure("map-first-picture/pyvis", pyvis / mine, PYVIS_GOAL, detail)
        yield _panned(browser, ours)


def _panned(browser: Browser, address: str) -> Measure:
    with _opened(browser, address) as page:
        page.wait_for_selector('#netwerkkaart[data-state="ready"]')
        page.wait_for_timeout(1000)
        runs = [page.evaluate(_PAN) for _ in range(3)]
    with _opened(browser, "about:blank") as page:
        empty = max(float(page.evaluate(_EMPTY)) for _ in range(3))
    best = max(runs, key=lambda run: float(run["frames"]))
    frames, slow = best["frames"], best["slow"]
    detail = f"{frames:.0f} frames/s, 95 % within {slow:.0f} ms; an empty page has {empty:.0f} on this machine"
    return Measure("map-pan/goal", frames / SMOOTH, 1, detail)


def _first(browser: Browser, address: str, patience: float = 60.0) -> float:
    """Seconds until the first picture is seen, or ``patience`` when there is none by then."""
    until = time.monotonic() + patience
    with _opened(browser, address) as page:
        # Asked now and then from outside: the policy of the page lets nothing be evaluated inside it.
        while time.monotonic() < until:
            page.wait_for_timeout(250)
            seen = page.evaluate("performance.getEntriesByName('seen')[0]?.startTime ?? null")
            if seen is not None:
                return float(seen) / 1000
    return patience


@contextmanager
def _opened(browser: Browser, address: str) -> Iterator[Page]:
    """The page in a window of its own, which reaches no other machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.route("http*://**", lambda route: route.abort())
    context.add_init_script(_SEEN)
    page = context.new_page()
    page.goto(address, wait_until="commit")
    yield page
    context.close()


@contextmanager
def _browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield browser
        browser.close()


def _written(folder: Path, name: str, text: str) -> str:
    file = folder / f"{name}.html"
    file.write_text(text, encoding="utf-8")
    return file.as_uri()
