// The map by keyboard: arrows walk along links, + and - zoom, Enter opens, Escape lets go.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  /** The neighbour that lies most in a direction; null when none lies that way. */
  S.towards = (here, others, [dx, dy]) => {
    let best = null;
    let least = Infinity;
    for (const other of others) {
      const [x, y] = [other.x - here.x, other.y - here.y];
      const along = x * dx + y * dy;
      if (along <= 0) continue;
      const cost = Math.hypot(x, y) + 2 * Math.abs(x * dy - y * dx);
      if (cost < least) [best, least] = [other, cost];
    }
    return best;
  };

  /** Listen on the box of the map. `act` holds: zoom(by), pan(dx, dy), whole(), walk(way), enter(), release(). */
  S.listen = (box, act) => {
    box.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const way = WAYS[event.key];
      if (way && event.shiftKey) act.pan(...way);
      else if (way) act.walk(way);
      else if (event.key === "+" || event.key === "=") act.zoom(1.3);
      else if (event.key === "-" || event.key === "_") act.zoom(1 / 1.3);
      else if (event.key === "0") act.whole();
      else if (event.key === "Enter" || event.key === " ") act.enter();
      else if (event.key === "Escape") act.release();
      else return;
      event.preventDefault();
    });
  };
})();
