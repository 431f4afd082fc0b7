// The map as a whole: what is wished and selected, and who is told when that changes.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const STEP = 90;
  const colour = (style, name) => style.getPropertyValue(name).trim();

  S.App = class {
    wish = S.noWish();
    selected = null;
    table = false;
    #tablesShow = null;

    constructor(root, config, data, source) {
      this.root = root;
      this.config = config;
      this.source = source;
      this.looks = new Map(config.legend.map((look) => [look.kind, look]));
      this.model = new S.Model();
      this.model.add(data);
      this.middle = data.thing?.id ?? null;
      this.mark = {
        of: (thing) => S.mark(this.looks.get(thing.kind), this.theme),
        word: (thing) => this.looks.get(thing.kind).one + (thing.invented ? ", verzonnen voorbeeld" : ""),
      };
      this.painter = new S.Painter(this.model, this.looks);
      this.#dress();
      this.view = new S.View(this.part("canvas"), this.model, this.painter, config.options, {
        pick: (thing) => this.select(thing, thing && !this.view.sees(thing)), open: (thing) => this.expand(thing), moved: () => this.#remember(true),
      });
      this.view.tint(this.painter.paper);
      this.shown = S.shown(this.model, this.wish);
    }

    part(name) {
      return this.root.querySelector(`[data-part="${name}"]`);
    }

    get theme() {
      const chosen = document.documentElement.dataset.theme;
      if (chosen === "light" || chosen === "dark") return chosen;
      return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    }

    /** The colours of the paper, as the style sheet has them now. */
    #dress() {
      const style = getComputedStyle(this.root);
      this.painter.paper = {
        theme: this.theme, font: style.fontFamily, ink: colour(style, "--map-ink"), back: colour(style, "--map-paper"),
        line: colour(style, "--map-line"), faint: colour(style, "--map-faint"), strong: colour(style, "--map-strong"),
      };
    }

    /** Light became dark, or the other way round. */
    redress() {
      this.#dress();
      this.view.tint(this.painter.paper);
      this.view.stale();
    }

    /** The first picture: only what the eye needs. */
    open(fragment) {
      const { wish, asked, selected, table, camera } = S.fromFragment(fragment, this.model, new Set(this.looks.keys()));
      this.wish = wish;
      this.shown = S.shown(this.model, wish);
      this.view.show(this.shown);
      const thing = this.model.things.get(selected ?? "") ?? null;
      if (camera) this.view.moveTo(camera, camera.scale);
      else this.view.fit();
      return { asked: thing ? null : asked, thing, table, camera };
    }

    /** The rest of the page, after the first picture. */
    furnish(found) {
      this.details = new S.Details(this.part("details"), this.model, this.mark, this.config.addresses, {
        choose: (thing) => this.choose(thing), close: () => this.select(null),
        expand: this.source ? (thing) => this.expand(thing) : null,
      });
      this.legend = new S.Legend(this.part("kinds"), this.selects(), this.model, this.config.legend, this.theme,
        (change) => this.filter({ ...this.wish, ...change }));
      this.search = new S.Search(this.part("words"), this.part("hits"), this.model, this.mark, {
        choose: (thing) => this.choose(thing), beyond: this.source ? (words) => this.fetch(words, 1) : null,
        hidden: (thing) => !this.shown.things.has(thing),
      });
      this.legend.update(this.wish, this.shown);
      if (found.thing) this.select(found.thing, !found.camera);
      if (found.table) this.showTable(true);
      if (found.asked && this.source) this.fetch(found.asked, 1);
      this.say();
    }

    selects() {
      return { theme: this.part("theme"), province: this.part("province"), year: this.part("year") };
    }

    /** Another filter: what it hides is let go, and the camera takes in what is left. */
    filter(wish, fit = true) {
      this.wish = wish;
      this.shown = S.shown(this.model, wish);
      if (this.selected && !this.shown.things.has(this.selected)) this.#take(null);
      this.view.show(this.shown);
      if (fit) this.view.fit();
      if (this.selected) this.view.select(this.selected, this.#linksOf(this.selected));
      this.legend.update(wish, this.shown);
      if (this.table) this.#tablesShow(this.shown);
      this.say();
      this.#remember();
    }

    /** Select a thing, also one that the filter hides. */
    choose(thing) {
      if (!this.shown.things.has(thing)) this.filter(S.wishShowing(this.model, this.wish, thing), false);
      this.select(thing);
    }

    select(thing, look = true) {
      this.#take(thing);
      if (thing && look && !this.table) this.view.look(thing, this.#beside(thing));
      this.#remember();
    }

    #take(thing) {
      this.selected = thing;
      this.root.classList.toggle("sm-chosen", thing !== null);
      this.view.select(thing, thing ? this.#linksOf(thing) : []);
      this.details.show(thing);
      if (thing) this.part("spoken").textContent = `${S.clip(thing.name, 120)}, ${this.mark.word(thing)}, ${S.count(thing.links.length, "verband", "verbanden")}`;
      if (thing && this.source) this.source.quotes(thing).then(() => this.details.refresh());
    }

    /** The things that are shown and linked with a thing. */
    #beside(thing) {
      return [...this.model.neighbours(thing)].filter((other) => this.shown.things.has(other));
    }

    #linksOf(thing) {
      return this.shown.links.filter((link) => link.from === thing.id || link.to === thing.id);
    }

    /** All that a thing is linked with: fetched where there is a server and something is missing. */
    expand(thing) {
      this.choose(thing);
      if (this.source && thing.degree > thing.links.length) this.fetch(thing.id, 1, thing.id);
    }

    /** Fetch a thing with what is around it; `beside` is the thing on the map that it comes beside. */
    async fetch(words, steps, beside = null) {
      this.tell("Even geduld …");
      const { data, problem } = await this.source.around(words, steps);
      if (problem) return this.tell(problem);
      const known = beside ?? (this.model.things.has(data.thing.id) ? data.thing.id : null);
      const fresh = this.model.add(data, known);
      this.legend.refill(this.model);
      this.filter(this.wish, false);
      this.choose(this.model.things.get(data.thing.id));
      return this.tell(fresh.length ? `${S.count(fresh.length, "ding", "dingen")} erbij.` : "Er kwam niets nieuws bij.");
    }

    /** The tables instead of the picture, or back. */
    showTable(table) {
      this.table = table;
      this.root.classList.toggle("sm-tabled", table);
      this.part("tables").hidden = !table;
      this.part("as-table").setAttribute("aria-pressed", String(table));
      this.#tablesShow ??= S.tables(this.part("tables"), this.model, this.mark, (thing) => this.choose(thing));
      if (table) this.#tablesShow(this.shown);
      else this.view.stale();
      this.#remember();
    }

    /** How much is shown, under the map. */
    say() {
      const { things, links } = this.shown;
      if (this.model.things.size === 0) {
        this.part("shown").textContent = "Er staat nog niets op deze kaart.";
        return;
      }
      const all = this.model.total > things.size ? ` van de ${this.model.total.toLocaleString("nl-NL")}` : "";
      this.part("shown").textContent =
        `${things.size.toLocaleString("nl-NL")}${all} dingen en ${S.count(links.length, "verband", "verbanden")} getoond.`;
    }

    /** A short message, also for who does not see it. */
    tell(message) {
      this.part("message").textContent = message;
      clearTimeout(this.telling);
      this.telling = setTimeout(() => (this.part("message").textContent = ""), 6000);
    }

    acts() {
      const busiest = () => [...this.shown.things].sort((a, b) => b.links.length - a.links.length)[0] ?? null;
      return {
        zoom: (by) => this.view.moveTo(this.view.centre, this.view.scale * by),
        pan: (dx, dy) => {
          const { x, y } = this.view.centre;
          this.view.moveTo({ x: x + (dx * STEP) / this.view.scale, y: y + (dy * STEP) / this.view.scale });
        },
        whole: () => this.view.fit(),
        walk: (way) => {
          const here = this.selected;
          const next = here ? S.towards(here, this.#beside(here), way) : busiest();
          if (next) this.select(next, !this.view.sees(next));
        },
        enter: () => {
          if (!this.selected) return this.select(busiest());
          this.expand(this.selected);
          return this.part("details").querySelector("h2")?.focus();
        },
        release: () => this.select(null),
      };
    }

    /** The address says what is seen, so that it can be kept; the camera is in it once it was moved by hand. */
    #remember(moved = false) {
      if (moved) this.wandered = true;
      const { x, y } = this.view.centre;
      const camera = this.wandered ? { x, y, scale: this.view.scale } : null;
      const fragment = S.toFragment({ wish: this.wish, selected: this.selected?.id, table: this.table, camera });
      const address = `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`;
      try {
        history.replaceState(null, "", address);
      } catch {
        // Some browsers refuse this for a file; then the button still gives the address.
      }
      this.link = new URL(fragment ? `#${fragment}` : "#", location.href).href;
    }
  };
})();
