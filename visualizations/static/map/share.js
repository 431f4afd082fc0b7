// What the reader sees, as the part of the address after #: to keep, and to send to somebody.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  /** The fragment of an address for what is seen; empty when nothing was chosen. */
  S.toFragment = ({ wish, selected, table, camera }) => {
    const parts = new URLSearchParams();
    if (selected) parts.set("ding", selected);
    if (wish.off.size) parts.set("zonder", [...wish.off].join(","));
    if (wish.theme) parts.set("thema", wish.theme);
    if (wish.province) parts.set("regio", wish.province);
    if (wish.year !== null) parts.set("jaar", String(wish.year));
    if (wish.lone) parts.set("los", "1");
    if (table) parts.set("tabel", "1");
    if (camera) parts.set("beeld", [camera.x, camera.y].map(Math.round).concat(camera.scale.toFixed(3)).join(","));
    return parts.toString();
  };

  /** The wish and the rest that a fragment stands for; whatever it holds that the map does not know is left out. */
  S.fromFragment = (fragment, model, kinds) => {
    const parts = new URLSearchParams(fragment.replace(/^#/, ""));
    const numbers = (parts.get("beeld") ?? "").split(",").map(Number);
    const known = (name) => (model.things.has(parts.get(name)) ? parts.get(name) : "");
    const year = Number(parts.get("jaar"));
    const wish = S.noWish();
    wish.off = new Set((parts.get("zonder") ?? "").split(",").filter((kind) => kinds.has(kind)));
    wish.theme = known("thema");
    wish.province = S.provincesOf(model).find((name) => name === parts.get("regio")) ?? "";
    wish.year = Number.isInteger(year) && S.yearsOf(model).includes(year) ? year : null;
    wish.lone = parts.get("los") === "1";
    const camera = numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0
      ? { x: numbers[0], y: numbers[1], scale: numbers[2] } : null;
    return { wish, selected: known("ding") || null, asked: parts.get("ding"), table: parts.get("tabel") === "1", camera };
  };

  /** Put text on the clipboard; false where the browser refuses. */
  S.copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };
})();
