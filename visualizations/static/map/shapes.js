// The shape of each kind, once, for the canvas, the legend and the SVG picture.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const regular = (corners, turn, size = 1) =>
    Array.from({ length: corners }, (_, i) => {
      const angle = turn + (2 * Math.PI * i) / corners;
      return [size * Math.cos(angle), size * Math.sin(angle)];
    });
  const star = regular(10, -Math.PI / 2).map(([x, y], i) => (i % 2 ? [x * 0.55, y * 0.55] : [x * 1.25, y * 1.25]));
  const plus = [[-0.38, -1], [0.38, -1], [0.38, -0.38], [1, -0.38], [1, 0.38], [0.38, 0.38], [0.38, 1], [-0.38, 1],
    [-0.38, 0.38], [-1, 0.38], [-1, -0.38], [-0.38, -0.38]];
  const turned = plus.map(([x, y]) => [(x - y) * 0.74, (x + y) * 0.74]);

  // Corners in a circle of about radius 1, of about equal surface; a circle or ring has none.
  const CORNERS = new Map([
    ["square", [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]]],
    ["diamond", regular(4, -Math.PI / 2, 1.2)],
    ["star", star],
    ["hexagon", regular(6, 0, 1.08)],
    ["triangle", regular(3, -Math.PI / 2, 1.28)],
    ["triangle_down", regular(3, Math.PI / 2, 1.28)],
    ["pentagon", regular(5, -Math.PI / 2, 1.12)],
    ["plus", plus],
    ["cross", turned],
    ["page", [[-0.72, -0.95], [0.3, -0.95], [0.72, -0.5], [0.72, 0.95], [-0.72, 0.95]]],
  ]);

  /** Add a shape to a Path2D. */
  S.trace = (path, shape, x, y, r) => {
    const corners = CORNERS.get(shape);
    if (!corners) {
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, 2 * Math.PI);
      if (shape === "ring") {
        path.moveTo(x + r * 0.5, y);
        path.arc(x, y, r * 0.5, 0, 2 * Math.PI, true);
      }
      return;
    }
    corners.forEach(([dx, dy], i) => (i ? path.lineTo(x + dx * r, y + dy * r) : path.moveTo(x + dx * r, y + dy * r)));
    path.closePath();
  };

  const at = (number) => Math.round(number * 10) / 10;
  const circle = (x, y, r) =>
    `M${at(x + r)} ${at(y)}A${at(r)} ${at(r)} 0 1 1 ${at(x - r)} ${at(y)}A${at(r)} ${at(r)} 0 1 1 ${at(x + r)} ${at(y)}Z`;

  /** The same shape as the data of an SVG path. */
  S.outline = (shape, x, y, r) => {
    const corners = CORNERS.get(shape);
    if (corners) return `${corners.map(([dx, dy], i) => `${i ? "L" : "M"}${at(x + dx * r)} ${at(y + dy * r)}`).join("")}Z`;
    return circle(x, y, r) + (shape === "ring" ? circle(x, y, r * 0.5) : "");
  };

  const SVG = "http://www.w3.org/2000/svg";

  /** A new SVG element. */
  S.svg = (tag, attributes, ...children) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /** The mark of a kind, to stand beside a word. */
  S.mark = (look, theme) =>
    S.svg("svg", { viewBox: "-10 -10 20 20", width: "18", height: "18", "aria-hidden": "true", class: "sm-mark" },
      S.svg("path", {
        d: S.outline(look.shape, 0, 0, 7), fill: look.colour, stroke: look[theme], "stroke-width": "1.5",
        "fill-rule": "evenodd",
      }));
})();
