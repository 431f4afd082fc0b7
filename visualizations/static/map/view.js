// The window on the network. vis-network keeps the camera, the gestures, and the things and links of the selection;
// all the rest is one picture under them.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  // Milliseconds without movement after which all is painted sharply.
  const QUIET = 120;
  const NEAREST = 0.04;
  const FARTHEST = 5;
  const READABLE = 0.35;

  S.View = class {
    #model;
    #painter;
    #network;
    #box;
    #nodes = new vis.DataSet();
    #edges = new vis.DataSet();
    #things = new Set();
    #selected = null;
    #beside = [];
    #hovered = null;
    #picture;
    #timer = 0;
    #asked = 0;
    #empty = true;
    #moved;
    frames = 0;

    /** `on` holds what to call: pick(thing or null), open(thing), moved(). */
    constructor(box, model, painter, options, on) {
      this.#box = box;
      this.#model = model;
      this.#painter = painter;
      this.#network = new vis.Network(box, { nodes: this.#nodes, edges: this.#edges }, this.#options(options));
      this.#picture = new S.Picture(box, this.#network, painter);
      const frame = box.querySelector(".vis-network");
      frame.tabIndex = -1;
      frame.setAttribute("aria-hidden", "true");
      this.#network.on("beforeDrawing", (ctx) => this.#before(ctx));
      this.#network.on("afterDrawing", (ctx) => this.#after(ctx));
      this.#network.on("click", ({ pointer }) => on.pick(this.at(pointer.canvas)));
      this.#network.on("doubleClick", ({ pointer }) => {
        const thing = this.at(pointer.canvas);
        if (thing) on.open(thing);
      });
      this.#network.on("zoom", () => this.#within());
      this.#network.on("resize", () => this.stale());
      box.addEventListener("pointermove", (event) => this.#hover(event));
      this.#moved = on.moved;
    }

    #options(options) {
      const node = ({ ctx, id, state }) => ({ drawNode: () => this.#draw(ctx, id, state.selected) });
      return { ...options, nodes: { ...options.nodes, shape: "custom", ctxRenderer: node } };
    }

    /** The colours of links that are drawn above the rest. */
    tint({ strong }) {
      this.#network.setOptions({ edges: { color: { color: strong, opacity: 0.65 } } });
    }

    get scale() {
      return this.#network.getScale();
    }

    get centre() {
      return this.#network.getViewPosition();
    }

    /** Show these things and links; the camera stays. */
    show(shown) {
      this.#things = shown.things;
      this.#empty = false;
      this.#painter.show(shown);
      this.stale();
    }

    /** What is painted no longer fits: paint it anew in the next frame. */
    stale() {
      this.#picture.drop();
      this.#redrawSoon();
    }

    #redrawSoon() {
      this.#asked ||= requestAnimationFrame(() => this.#redraw());
    }

    #redraw() {
      this.#asked = 0;
      this.#network.redraw();
    }

    /** The whole of some things in the window, beside the legend where there is room for both. */
    fit(things = this.#things, most = 1.6) {
      if (things.size === 0) return;
      const { position, scale } = this.#around(things, most);
      this.moveTo(position, scale);
    }

    #around(things, most) {
      const list = [...things];
      const left = Math.min(...list.map((t) => t.x - t.r));
      const right = Math.max(...list.map((t) => t.x + t.r));
      const top = Math.min(...list.map((t) => t.y - t.r));
      const bottom = Math.max(...list.map((t) => t.y + t.r));
      const { clientWidth, clientHeight } = this.#box;
      const beside = clientWidth > 900 ? 250 : 0;
      const room = Math.min((clientWidth - beside - 70) / (right - left + 1), (clientHeight - 60) / (bottom - top + 1));
      const scale = Math.min(most, Math.max(room, NEAREST));
      return { position: { x: (left + right - beside / scale) / 2, y: (top + bottom + 10 / scale) / 2 }, scale };
    }

    /** Where a point of the network is in the window of the browser. */
    onScreen(point) {
      const { left, top } = this.#box.getBoundingClientRect();
      const { x, y } = this.#network.canvasToDOM(point);
      return { x: left + x, y: top + y };
    }

    moveTo(position, scale = this.scale, smoothly = false) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const animation = smoothly && !calm ? { duration: 250, easingFunction: "easeInOutQuad" } : false;
      this.#network.moveTo({ position, scale: Math.min(FARTHEST, Math.max(NEAREST, scale)), animation });
    }

    /** A thing with what is around it, where all that can be read; else the thing itself. */
    look(thing, around) {
      const { position, scale } = this.#around(new Set([thing, ...around]), 1.1);
      if (scale >= READABLE) this.moveTo(position, scale, true);
      else this.moveTo(thing, Math.max(this.scale, 0.7), true);
    }

    /** Whether a thing is well in the window, and large enough to read. */
    sees(thing) {
      const { x, y } = this.#network.canvasToDOM(thing);
      const { clientWidth, clientHeight } = this.#box;
      return x > 40 && x < clientWidth - 40 && y > 40 && y < clientHeight - 40 && this.scale > 0.3;
    }

    /** Select a thing with its links; null lets go. */
    select(thing, links = []) {
      this.#selected = thing;
      this.#edges.clear();
      this.#nodes.clear();
      this.#beside = [];
      if (thing) {
        const around = new Set([thing, ...links.map((link) => this.#model.other(link, thing.id))]);
        this.#beside = [...around];
        this.#nodes.add(this.#beside.map(({ id, x, y }) => ({ id, x, y })));
        this.#edges.add(S.curved(links));
        this.#network.selectNodes([thing.id], false);
      }
      this.stale();
    }

    /** The thing at a point of the network, or the nearest within reach of a finger; null for none. */
    at(point) {
      const reach = 14 / this.scale;
      let found = null;
      let nearest = Infinity;
      for (const thing of this.#selected ? [...this.#beside, ...this.#things] : this.#things) {
        const distance = Math.hypot(thing.x - point.x, thing.y - point.y) - thing.r;
        if (distance < nearest && distance < reach) [found, nearest] = [thing, distance];
      }
      return found;
    }

    #hover(event) {
      if (event.pointerType !== "mouse" || event.buttons) return;
      const { left, top } = this.#box.getBoundingClientRect();
      const found = this.at(this.#network.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top }));
      if (found === this.#hovered) return;
      this.#hovered = found;
      this.#box.style.cursor = found ? "pointer" : "";
      this.#redrawSoon();
    }

    /** Not so near or far that nothing is to be seen. */
    #within() {
      const scale = this.scale;
      if (scale < NEAREST || scale > FARTHEST) this.moveTo(this.centre, scale);
    }

    #before(ctx) {
      if (this.#empty) return;
      this.frames += 1;
      const sharp = this.#picture.put(ctx, this.#selected !== null);
      if (this.frames === 1) performance.mark("sm-first-picture");
      if (sharp) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.stale();
        this.#moved();
      }, QUIET);
    }

    #draw(ctx, id, selected) {
      this.#painter.one(ctx, this.#model.things.get(id), this.scale, selected);
    }

    #after(ctx) {
      const sight = this.#picture.sight();
      const first = [this.#selected, this.#hovered].filter(Boolean);
      if (this.#hovered && this.#hovered !== this.#selected) this.#painter.one(ctx, this.#hovered, this.scale, true);
      const rest = this.#beside.filter((thing) => !first.includes(thing));
      if (first.length) this.#painter.label(ctx, this.scale, sight, sight, [...first, ...rest]);
    }
  };

  /** Links as vis draws them: straight, or bent apart where several join the same two things. */
  S.curved = (links) => {
    const seen = new Map();
    return links.map(({ id, from, to }) => {
      const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
      const before = seen.get(pair) ?? 0;
      seen.set(pair, before + 1);
      const way = (before % 2 === 1) === (from < to) ? "curvedCW" : "curvedCCW";
      const smooth = before === 0 ? false : { enabled: true, type: way, roundness: 0.12 * Math.ceil(before / 2) };
      return { id, from, to, smooth };
    });
  };
})();
