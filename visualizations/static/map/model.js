// The things and links of the map. Everything is found by id in a Map, so no name can be mistaken for a property.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  /** Half the width of a thing with so many links on the map, in pixels at zoom 1; as visualizations/style.py. */
  const radius = (degree) => Math.min(5 + 1.5 * Math.sqrt(degree), 17);

  S.Model = class {
    things = new Map();
    links = new Map();
    quotes = new Map();
    total = 0;
    #words = new Map();
    #later = null;

    /** Take in what the server or the file gives; what is known already stays where it is. Returns the new things. */
    add(data, beside = null) {
      const shift = this.#shift(data, beside);
      const fresh = [];
      for (const one of data.things) {
        if (this.things.has(one.id)) continue;
        fresh.push(one.id);
        this.things.set(one.id, this.#thing(one, shift));
      }
      for (const link of data.links) this.#addLink(link);
      for (const { kind, role = "", out, back } of data.words) this.#words.set(`${kind}|${role}`, { out, back });
      this.total = Math.max(data.total, this.things.size);
      for (const thing of this.things.values()) thing.r = radius(thing.links.length);
      if (beside !== null) this.#makeRoom(fresh);
      return fresh;
    }

    #thing({ id, kind, name, degree, aliases = [], url = null, facts = [], place = "", ...rest }, shift) {
      const { provinces = [], years = [], invented = false, x, y } = rest;
      const names = [name, ...aliases].map(S.fold);
      return {
        id, kind, name, degree, aliases, url, facts, place, provinces, years, invented, names,
        x: x + shift.x, y: y + shift.y, r: 5, links: [],
      };
    }

    #addLink({ id, kind, from, to, role = "", stated = true, sources = 1, when = "", since = null, until = null }) {
      const start = this.things.get(from);
      const end = this.things.get(to);
      if (this.links.has(id) || !start || !end) return;
      const link = { id, kind, from, to, role, stated, sources, when, since, until };
      this.links.set(id, link);
      start.links.push(link);
      if (end !== start) end.links.push(link);
    }

    /** How far new things must be moved, so that what they come with lies where it already is. */
    #shift(data, beside) {
      const here = this.things.get(beside);
      const there = data.things.find((thing) => thing.id === beside);
      return here && there ? { x: here.x - there.x, y: here.y - there.y } : { x: 0, y: 0 };
    }

    /** New things beside a known one step outwards until they cover nothing. */
    #makeRoom(fresh) {
      const added = new Set(fresh);
      const placed = [...this.things.values()].filter((thing) => !added.has(thing.id));
      for (const id of fresh) {
        const thing = this.things.get(id);
        const { x, y } = thing;
        const covers = (other) => Math.hypot(other.x - thing.x, other.y - thing.y) < other.r + thing.r + 4;
        for (let turn = 1; turn < 400 && placed.some(covers); turn += 1) {
          thing.x = x + 9 * Math.sqrt(turn) * Math.cos(turn * 2.4);
          thing.y = y + 9 * Math.sqrt(turn) * Math.sin(turn * 2.4);
        }
        placed.push(thing);
      }
    }

    /** In a file all quotes lie ready; they are read when the first of them is asked for. */
    readLater(read) {
      this.#later = read;
    }

    /** The quotes behind a link: undefined while they are on their way, null when they did not come. */
    quotesOf(link) {
      const read = this.#later;
      this.#later = null;
      for (const [id, quotes] of Object.entries(read?.() ?? {})) this.quotes.set(id, quotes);
      return this.quotes.get(link.id);
    }

    /** The thing at the other end of a link. */
    other(link, here) {
      return this.things.get(link.from === here ? link.to : link.from);
    }

    /** How a link reads from one of its ends: "werkt samen met". */
    words(link, here) {
      const words = this.#words.get(`${link.kind}|${link.role}`);
      return link.from === here ? words.out : words.back;
    }

    /** The things that some of the links of a thing lead to, each once. */
    neighbours(thing, shown = () => true) {
      const found = new Set();
      for (const link of thing.links) if (shown(link)) found.add(this.other(link, thing.id));
      found.delete(thing);
      return found;
    }
  };
})();
