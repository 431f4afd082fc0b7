// The same things and links as two tables: sortable, in pages, for who reads rather than looks.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const ROWS = 200;

  S.Table = class {
    #columns;
    #body = S.el("tbody");
    #caption = S.el("caption");
    #pager = S.el("p", { class: "sm-pager" });
    #heads = [];
    #rows = [];
    #by = 0;
    #down = false;
    #page = 0;
    #title;

    /** Columns are {label, value(row), cell(row)}; values are compared as numbers or in Dutch order. */
    constructor(box, title, columns, by = 0, down = false) {
      [this.#title, this.#columns, this.#by, this.#down] = [title, columns, by, down];
      this.#heads = columns.map(({ label }, i) =>
        S.el("th", { scope: "col" }, S.el("button", { type: "button", click: () => this.#sort(i) }, label)));
      const table = S.el("table", {}, this.#caption, S.el("thead", {}, S.el("tr", {}, ...this.#heads)), this.#body);
      box.append(S.el("div", { class: "sm-scroll", tabindex: "0", role: "region", "aria-label": title }, table), this.#pager);
    }

    show(rows) {
      this.#rows = [...rows];
      this.#page = 0;
      this.#order();
    }

    #sort(by) {
      this.#down = by === this.#by ? !this.#down : false;
      this.#by = by;
      this.#page = 0;
      this.#order();
    }

    #order() {
      const { value } = this.#columns[this.#by];
      const keyed = this.#rows.map((row) => [value(row), row]);
      const way = this.#down ? -1 : 1;
      const order = new Intl.Collator("nl", { numeric: true }).compare;
      keyed.sort(([a], [b]) => way * (typeof a === "number" ? a - b : order(a, b)));
      this.#rows = keyed.map(([, row]) => row);
      this.#heads.forEach((head, i) => {
        if (i === this.#by) head.setAttribute("aria-sort", this.#down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      this.#fill();
    }

    #fill() {
      const pages = Math.max(1, Math.ceil(this.#rows.length / ROWS));
      const start = this.#page * ROWS;
      const some = this.#rows.slice(start, start + ROWS);
      this.#body.replaceChildren(
        ...some.map((row) => S.el("tr", {}, ...this.#columns.map(({ cell }) => S.el("td", { dir: "auto" }, cell(row))))));
      const part = pages > 1 ? `, ${start + 1} tot en met ${start + some.length}` : "";
      this.#caption.textContent = `${this.#title} (${this.#rows.length.toLocaleString("nl-NL")}${part})`;
      this.#pager.hidden = pages === 1;
      this.#pager.replaceChildren(
        this.#step("Vorige", -1, this.#page > 0), ` pagina ${this.#page + 1} van ${pages} `,
        this.#step("Volgende", 1, this.#page < pages - 1));
    }

    #step(label, by, possible) {
      return S.el("button", { type: "button", disabled: !possible, click: () => {
        this.#page += by;
        this.#fill();
      } }, label);
    }
  };

  /** The two tables of the map. `choose` is called with the thing whose name is pressed. */
  S.tables = (box, model, mark, choose) => {
    const button = (thing) =>
      S.el("button", { type: "button", class: "sm-link", click: () => choose(thing) }, mark.of(thing), S.named(thing.name, 120));
    const end = (side) => ({
      value: (link) => S.fold(model.things.get(link[side]).name), cell: (link) => button(model.things.get(link[side])),
    });
    const text = (label, value) => ({ label, value, cell: value });
    const things = new S.Table(box, "Dingen", [
      { label: "Naam", value: (thing) => thing.names[0], cell: button },
      text("Soort", (thing) => mark.word(thing)),
      text("Plaats", (thing) => S.clip(thing.place ?? "", 60)),
      text("Jaar", (thing) => thing.years.join(", ")),
      { label: "Verbanden", value: (thing) => thing.degree, cell: (thing) => String(thing.degree) },
    ], 4, true);
    const links = new S.Table(box, "Verbanden", [
      { label: "Van", ...end("from") },
      text("Verband", (link) => S.clip(model.words(link, link.from), 80)),
      { label: "Naar", ...end("to") },
      text("Wanneer", (link) => link.when || "datum onbekend"),
      { label: "Bronnen", value: (link) => link.sources, cell: (link) => String(link.sources) },
    ]);
    return (shown) => {
      things.show(shown.things);
      links.show(shown.links);
    };
  };
})();
