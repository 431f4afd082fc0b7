"""What the map is measured against: pyvis as it comes, and sigma.js, both with the same things at the same places.

sigma.js is fetched once by npm into a cache outside the checkout.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from visualizations.drawing import DrawnMap
from visualizations.style import LOOKS, radius

CACHE = Path.home() / ".cache" / "samenspel-benchmarks" / "sigma-4.0.4"
_PACKAGES = ("sigma@4.0.4", "graphology@0.26.0", "esbuild@0.25.0")
_ENTRY = 'import Sigma from "sigma"; import Graph from "graphology"; Object.assign(globalThis, { Sigma, Graph });'
_SIGMA_PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<style>html, body, #box {{ margin: 0; height: 100% }}</style><div id="box"></div>
<script type="application/json" id="data">{data}</script><script>{sigma}</script>
<script>
const {{ nodes, edges }} = JSON.parse(document.getElementById("data").textContent);
const graph = new Graph({{ multi: true }});
for (const {{ key, ...rest }} of nodes) graph.addNode(key, rest);
for (const [key, start, end] of edges) graph.addEdgeWithKey(key, start, end, {{ size: 1, color: "#ccc" }});
globalThis.drawing = new Sigma(graph, document.getElementById("box"));
performance.mark("first-picture");
</script>"""


class NoPeer(Exception):
    """A peer cannot be had here, and why."""


def sigma_page(drawn: DrawnMap) -> str:
    """The map in sigma.js, with its own defaults.

    :raises NoPeer: npm is not here, or cannot fetch it.
    """
    degrees = _degrees(drawn)
    nodes = [
        {"key": t.id, "label": t.name, "x": t.x, "y": -t.y, "size": radius(degrees[t.id]) / 3,
         "color": LOOKS[t.kind].colour}
        for t in drawn.things
    ]  # fmt: skip
    data = {"nodes": nodes, "edges": [(link.id, link.origin, link.target) for link in drawn.links]}
    text = json.dumps(data).replace("<", "\\u003c")
    return _SIGMA_PAGE.format(data=text, sigma=_sigma().read_text(encoding="utf-8"))


def _sigma() -> Path:
    """sigma.js and graphology in one file."""
    bundle = CACHE / "bundle.js"
    if bundle.is_file():
        return bundle
    npm = shutil.which("npm")
    if npm is None:
        raise NoPeer("npm is not here")
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / "entry.js").write_text(_ENTRY, encoding="utf-8")
    for command in (
        [npm, "install", "--prefix", str(CACHE), "--no-audit", "--no-fund", *_PACKAGES],
        [str(CACHE / "node_modules/.bin/esbuild"), "entry.js", "--bundle", "--minify", "--outfile=bundle.js"],
    ):
        done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NoPeer(done.stderr.strip()[-300:])
    return bundle


def pyvis_page(drawn: DrawnMap) -> str:
    """The map in pyvis as its documentation shows it: no positions, the browser works those out."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    for thing in drawn.things:
        network.add_node(thing.id, label=thing.name, color=LOOKS[thing.kind].colour)
    for link in drawn.links:
        network.add_edge(link.origin, link.target)
    return str(network.generate_html())


def _degrees(drawn: DrawnMap) -> Counter[str]:
    return Counter(end for link in drawn.links for end in (link.origin, link.target))
