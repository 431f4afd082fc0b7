// The map as a picture to keep: PNG as it is seen, or SVG of all that is shown.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const save = (blob, name) => {
    const address = URL.createObjectURL(blob);
    S.el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  /** What is in the window, on the colour of the paper. */
  S.savePng = (box, paper) => {
    const seen = box.querySelector("canvas");
    const copy = Object.assign(document.createElement("canvas"), { width: seen.width, height: seen.height });
    const ctx = copy.getContext("2d");
    ctx.fillStyle = paper.back;
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(seen, 0, 0);
    copy.toBlob((blob) => save(blob, "netwerkkaart.png"), "image/png");
  };

  /** All that is shown as an SVG document; names are text in it, each thing has its name as title. */
  S.svgOf = (model, { things, links }, looks, paper) => {
    const list = [...things].sort((a, b) => a.links.length - b.links.length);
    const xs = list.map((t) => t.x);
    const ys = list.map((t) => t.y);
    const [left, top] = [Math.min(...xs, 0) - 60, Math.min(...ys, 0) - 40];
    const [width, height] = [Math.max(...xs, 0) + 60 - left, Math.max(...ys, 0) + 50 - top].map(Math.ceil);
    const at = (id) => model.things.get(id);
    const lines = links.map(({ from, to }) => `M${at(from).x} ${at(from).y}L${at(to).x} ${at(to).y}`).join("");
    const root = S.svg("svg", { viewBox: `${left} ${top} ${width} ${height}`, width, height, role: "img" },
      S.svg("title", {}, "Netwerkkaart"),
      S.svg("rect", { x: left, y: top, width, height, fill: paper.back }),
      S.svg("path", { d: lines, stroke: paper.line, fill: "none" }));
    for (const thing of list) {
      const look = looks.get(thing.kind);
      root.append(S.svg("path", {
        d: S.outline(look.shape, thing.x, thing.y, thing.r), fill: look.colour, stroke: look[paper.theme], "fill-rule": "evenodd",
      }, S.svg("title", {}, S.clean(thing.name))));
    }
    const names = S.svg("g", { fill: paper.ink, "font-family": "sans-serif", "font-size": "11", "text-anchor": "middle" });
    for (const thing of list.slice(-60))
      names.append(S.svg("text", { x: thing.x, y: thing.y + thing.r + 12 }, S.clip(thing.name, 38) + (thing.invented ? " (verzonnen)" : "")));
    root.append(names);
    return new XMLSerializer().serializeToString(root);
  };

  S.saveSvg = (...what) => save(new Blob([S.svgOf(...what)], { type: "image/svg+xml" }), "netwerkkaart.svg");
})();
