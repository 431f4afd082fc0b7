// Paints the network: links first, things on top, names where they fit. Paths are made anew only when what is shown
// changes; painting itself strokes and fills a handful of them.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const MOST_LABELS = 60;
  const FEW_LABELS = 28;
  const FONT = 12.5;
  // Where something is and what it is about says less than who works with whom: fainter.
  const FAINT = new Set(["BASED_IN", "HELD_IN", "HAS_THEME", "HAS_KEYWORD"]);

  const THING = 1;
  const NAME = 2;
  const CELL = 48;

  /** Which parts of the screen hold a thing or a name, in cells, so that few have to be compared. */
  class Room {
    #cells = new Map();

    /** `left` and `right` are the edges of the window, which cut off no name of what lies within. */
    constructor(left, right) {
      this.cuts = ({ left: a, right: b }) => (a < left && b > left) || (a < right && b > right);
    }

    #around(box, each) {
      for (let i = Math.floor(box.left / CELL); i <= box.right / CELL; i += 1)
        for (let j = Math.floor(box.top / CELL); j <= box.bottom / CELL; j += 1) {
          const key = i * 65_536 + j;
          if (each(this.#cells.get(key) ?? [], key)) return true;
        }
      return false;
    }

    take(box, what) {
      const own = { ...box, what };
      this.#around(box, (there, key) => {
        if (there.push(own) === 1) this.#cells.set(key, there);
      });
    }

    free(box, what) {
      return !this.#around(box, (there) => there.some((b) =>
        b.what & what && b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom));
    }
  }

  S.Painter = class {
    #model;
    #looks;
    #links = new Map();
    #paths = new Map();
    #strength = 1;
    #byDegree = [];
    #widths = new Map();
    paper = {};

    constructor(model, looks) {
      this.#model = model;
      this.#looks = looks;
    }

    /** What is to be painted from now on. */
    show({ things, links }) {
      this.#links = new Map([["faint", new Path2D()], ["plain", new Path2D()]]);
      this.#strength = Math.min(1, Math.max(0.32, 20 / Math.sqrt(links.length + 1)));
      for (const link of links) {
        const path = this.#links.get(FAINT.has(link.kind) ? "faint" : "plain");
        const start = this.#model.things.get(link.from);
        const end = this.#model.things.get(link.to);
        path.moveTo(start.x, start.y);
        path.lineTo(end.x, end.y);
      }
      this.#paths.clear();
      this.#byDegree = [...things].sort((a, b) => b.links.length - a.links.length || (a.name < b.name ? -1 : 1));
    }

    /** A path a kind, of things as they are seen at this scale: from afar each keeps a pixel more than its share. */
    #things(scale) {
      const step = Math.round(2 * Math.log2(Math.min(scale, 1)));
      if (!this.#paths.has(step)) {
        const more = 1 / 2 ** (step / 2) - 1;
        const paths = new Map();
        for (const thing of this.#byDegree) {
          if (!paths.has(thing.kind)) paths.set(thing.kind, new Path2D());
          S.trace(paths.get(thing.kind), this.#looks.get(thing.kind).shape, thing.x, thing.y, thing.r + more);
        }
        this.#paths.set(step, paths);
      }
      return this.#paths.get(step);
    }

    /**
     * Paint on a context whose unit is a pixel of the network at zoom 1.
     * `scale` is how large that pixel is on the screen, `area` what is painted and `sight` what of it is in the window;
     * `dim` fades all for a selection. No line is wider than a pixel of the screen: a wider one takes eight times as long.
     */
    paint(ctx, scale, area, sight, dim) {
      ctx.globalAlpha = dim ? 0.3 * this.#strength : this.#strength;
      ctx.lineWidth = 0.98 / (scale * (globalThis.devicePixelRatio || 1));
      for (const [strength, path] of this.#links) {
        ctx.strokeStyle = strength === "faint" ? this.paper.faint : this.paper.line;
        ctx.stroke(path);
      }
      ctx.globalAlpha = dim ? 0.17 : 1;
      for (const [kind, path] of this.#things(scale)) {
        const look = this.#looks.get(kind);
        ctx.fillStyle = look.colour;
        ctx.strokeStyle = look[this.paper.theme];
        ctx.fill(path, "evenodd");
        ctx.stroke(path);
      }
      ctx.globalAlpha = 1;
      const names = Math.min(MOST_LABELS, Math.max(FEW_LABELS, Math.round(MOST_LABELS * 2 * scale)));
      if (!dim) this.label(ctx, scale, area, sight, this.#byDegree, names);
    }

    /** Names beside things, the first of the list first, as many as fit without covering each other. */
    label(ctx, scale, area, sight, things, most = MOST_LABELS) {
      const room = new Room(sight.left * scale, sight.right * scale);
      const seen = [];
      for (const thing of things) {
        if (thing.x < area.left || thing.x > area.right || thing.y < area.top || thing.y > area.bottom) continue;
        const [x, y, r] = [thing.x * scale, thing.y * scale, Math.max(thing.r * scale, 3)];
        seen.push({ thing, x, y, r });
        room.take({ left: x - r, right: x + r, top: y - r, bottom: y + r }, THING);
      }
      ctx.save();
      ctx.scale(1 / scale, 1 / scale);
      this.#pen(ctx);
      let left = most;
      for (const { thing, x, y, r } of seen.slice(0, most * 5)) {
        if (left === 0) break;
        const text = (S.clip(thing.name, 38) || "(zonder naam)") + (thing.invented ? " (verzonnen)" : "");
        const box = this.#place(room, x, y, r, this.#width(ctx, text), left > most * 0.6);
        if (!box) continue;
        left -= 1;
        room.take(box, NAME);
        ctx.strokeText(text, (box.left + box.right) / 2, box.top + 1);
        ctx.fillText(text, (box.left + box.right) / 2, box.top + 1);
      }
      ctx.restore();
    }

    #pen(ctx) {
      Object.assign(ctx, {
        font: `${FONT}px ${this.paper.font}`, textAlign: "center", textBaseline: "top", lineJoin: "round",
        lineWidth: 3.5, strokeStyle: this.paper.back, fillStyle: this.paper.ink,
      });
    }

    /** Where a name fits: under its thing, over it or beside it, clear of others; the first names also on a thing. */
    #place(room, x, y, r, width, keen) {
      const high = FONT + 4;
      const at = (left, top) => ({ left, right: left + width + 4, top, bottom: top + high });
      const middle = x - width / 2 - 2;
      const places = [at(middle, y + r + 2), at(middle, y - r - high - 1), at(x + r + 3, y - high / 2), at(x - r - width - 7, y - high / 2)].filter((box) => !room.cuts(box));
      return places.find((box) => room.free(box, NAME | THING)) ?? (keen ? places.find((box) => room.free(box, NAME)) : null);
    }

    #width(ctx, text) {
      if (!this.#widths.has(text)) this.#widths.set(text, ctx.measureText(text).width);
      return this.#widths.get(text);
    }

    /** Forget how wide names are: the font changed. */
    forgetWidths() {
      this.#widths.clear();
    }

    /** The shape of one thing, for what is drawn above the rest. */
    one(ctx, thing, scale, strong) {
      const look = this.#looks.get(thing.kind);
      const path = new Path2D();
      S.trace(path, look.shape, thing.x, thing.y, thing.r);
      ctx.lineWidth = (strong ? 3 : 1.5) / scale;
      ctx.strokeStyle = strong ? this.paper.ink : look[this.paper.theme];
      ctx.stroke(path);
      ctx.fillStyle = look.colour;
      ctx.fill(path, "evenodd");
    }
  };
})();
