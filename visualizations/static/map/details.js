// The panel beside the map: what is known of the selected thing, and its links as buttons with their quotes.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const FIRST = 25;
  // What a reader asks for first; places and subjects after that.
  const ORDER = ["STARTED", "FOUNDED", "HAS_ROLE", "PART_OF", "PARTNER_OF", "MEMBER_OF", "SUCCEEDS", "ORGANISES",
    "TAKES_PART_IN", "HELD_AT", "FEATURES", "FOLLOWS_UP", "MADE", "BASED_IN", "HELD_IN", "HAS_THEME", "HAS_KEYWORD"];

  S.Details = class {
    #panel;
    #model;
    #mark;
    #addresses;
    #on;
    #open = new Map();

    /** `on` holds what to call: choose(thing), close(), expand(thing) or null. */
    constructor(panel, model, mark, addresses, on) {
      [this.#panel, this.#model, this.#mark, this.#addresses, this.#on] = [panel, model, mark, addresses, on];
    }

    /** Show a thing, or nothing. */
    show(thing) {
      this.#open.clear();
      this.#panel.hidden = thing === null;
      this.#panel.replaceChildren(...(thing ? [...this.#head(thing), ...this.#groups(thing)] : []));
      this.#panel.scrollTop = 0;
    }

    /** Quotes came in (or did not): fill what is open. */
    refresh() {
      for (const [link, box] of this.#open) box.replaceChildren(this.#quotes(link));
    }

    #head(thing) {
      const close = S.el("button", { type: "button", class: "sm-close", "aria-label": "Sluiten", click: () => this.#on.close() }, "×");
      const kind = S.el("p", { class: "sm-kind" }, this.#mark.of(thing), this.#mark.word(thing));
      const name = S.el("h2", { id: "sm-name", tabindex: "-1" }, S.named(thing.name, 300));
      return [close, kind, name, this.#aliases(thing), this.#facts(thing), this.#actions(thing)].filter(Boolean);
    }

    #aliases({ aliases }) {
      if (aliases.length === 0) return null;
      const names = aliases.slice(0, 6).flatMap((alias, i) => (i ? [", ", S.named(alias, 80)] : [S.named(alias, 80)]));
      return S.el("p", { class: "sm-aliases" }, "Ook bekend als ", ...names, aliases.length > 6 ? " …" : "");
    }

    #facts({ facts, url, place }) {
      const rows = facts.map(([word, value]) => [S.clean(word), S.clip(value, 200)]);
      const site = S.webAddress(url);
      if (place && !rows.some(([, value]) => value === place)) rows.unshift(["plaats", S.clip(place, 120)]);
      if (rows.length === 0 && !site) return null;
      const list = S.el("dl", {});
      for (const [word, value] of rows) list.append(S.el("dt", {}, word), S.el("dd", { dir: "auto" }, value));
      if (site) list.append(S.el("dt", {}, "website"), S.el("dd", {}, S.outward(site.href, site.hostname)));
      return list;
    }

    #actions(thing) {
      const row = S.el("p", { class: "sm-actions" });
      const missing = thing.degree - thing.links.length;
      if (this.#on.expand && missing > 0)
        row.append(S.el("button", { type: "button", click: () => this.#on.expand(thing) },
          `Buren ophalen (nog ${S.count(missing, "verband", "verbanden")})`));
      if (this.#addresses.thing)
        row.append(S.el("a", { href: this.#addresses.thing.replace("{id}", encodeURIComponent(thing.id)) }, "Naar de pagina"));
      return row.childElementCount ? row : null;
    }

    /** The links, those that read alike together. */
    #groups(thing) {
      const groups = new Map();
      const rank = (link) => ORDER.indexOf(link.kind);
      for (const link of [...thing.links].sort((a, b) => rank(a) - rank(b))) {
        const words = this.#model.words(link, thing.id);
        if (!groups.has(words)) groups.set(words, []);
        groups.get(words).push(link);
      }
      if (groups.size === 0) return [S.el("p", {}, "Hiervan zijn op deze kaart geen verbanden.")];
      return [...groups].map(([words, links]) => this.#group(thing, words, links));
    }

    #group(thing, words, links) {
      const list = S.el("ul", { class: "sm-links" });
      const sorted = links
        .map((link) => ({ link, other: this.#model.other(link, thing.id) }))
        .sort((a, b) => b.link.sources - a.link.sources || a.other.name.localeCompare(b.other.name, "nl"));
      const add = (some) => list.append(...some.map(({ link, other }) => this.#link(link, other)));
      add(sorted.slice(0, FIRST));
      const group = S.el("section", {}, S.el("h3", { dir: "auto" }, S.clip(words, 80), S.el("small", {}, ` ${links.length}`)), list);
      if (sorted.length > FIRST) {
        const more = S.el("button", { type: "button", class: "sm-more", click: () => {
          add(sorted.slice(FIRST));
          more.remove();
        } }, `Toon alle ${sorted.length}`);
        group.append(more);
      }
      return group;
    }

    #link(link, other) {
      const button = S.el("button", { type: "button", class: "sm-link", click: () => this.#on.choose(other) },
        this.#mark.of(other), S.named(other.name, 120));
      const notes = [link.when, link.stated ? "" : "afgeleid"].filter(Boolean).join(", ");
      const box = S.el("div", {});
      const quotes = S.el("details", { toggle: (event) => {
        if (!event.target.open) this.#open.delete(link);
        else {
          this.#open.set(link, box);
          box.replaceChildren(this.#quotes(link));
        }
      } }, S.el("summary", {}, S.count(link.sources, "bron", "bronnen")), box);
      return S.el("li", {}, button, notes ? S.el("small", { class: "sm-when" }, notes) : null, quotes);
    }

    #quotes(link) {
      return S.quoteList(link, this.#model.quotesOf(link), this.#addresses.source);
    }
  };
})();
