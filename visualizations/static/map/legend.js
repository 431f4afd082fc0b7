// The legend, which is the filter: a box a kind with its mark and how many there are; theme, region and year.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  S.Legend = class {
    #counts = new Map();
    #boxes = new Map();
    #selects;
    #lone;
    #loneBox;

    /** `change` is called with what the reader wishes otherwise: {off}, {theme}, {province}, {year} or {lone}. */
    constructor(list, selects, model, legend, theme, change) {
      this.#selects = selects;
      for (const look of legend) list.append(this.#kind(look, theme, change));
      this.#loneBox = S.el("input", { type: "checkbox", change: (event) => change({ lone: event.target.checked }) });
      this.#lone = S.el("li", { class: "sm-lone" }, S.el("label", {}, this.#loneBox, S.el("span", {}, "zonder verbanden"), S.el("output", {})));
      list.append(this.#lone);
      this.refill(model);
      selects.theme.addEventListener("change", () => change({ theme: selects.theme.value }));
      selects.province.addEventListener("change", () => change({ province: selects.province.value }));
      selects.year.addEventListener("change", () => change({ year: Number(selects.year.value) || null }));
    }

    #kind(look, theme, change) {
      const box = S.el("input", { type: "checkbox", checked: true, change: () => change({ off: this.#off() }) });
      const count = S.el("output", {});
      this.#boxes.set(look.kind, box);
      this.#counts.set(look.kind, count);
      return S.el("li", {}, S.el("label", {}, box, S.mark(look, theme), S.el("span", {}, look.many), count));
    }

    #off() {
      return new Set([...this.#boxes].filter(([, box]) => !box.checked).map(([kind]) => kind));
    }

    /** The choices that the things on the map give, anew. */
    refill(model) {
      this.#choices(this.#selects.theme, S.themesOf(model).map(({ id, name }) => [id, S.clip(name, 50)]).sort(byText));
      this.#choices(this.#selects.province, S.provincesOf(model).map((name) => [name, S.clip(name, 50)]));
      this.#choices(this.#selects.year, S.yearsOf(model).map((year) => [String(year), String(year)]));
    }

    /** The first choice of a select is that of everything; it stays. */
    #choices(select, choices) {
      const options = choices.map(([value, label]) => S.el("option", { value, dir: "auto" }, label));
      select.replaceChildren(select.options[0], ...options);
      select.closest("label").hidden = choices.length === 0;
    }

    /** Show what is wished, and how many of each kind fit it. */
    update(wish, { counts, lone }) {
      for (const [kind, box] of this.#boxes) {
        const count = counts.get(kind) ?? 0;
        box.checked = !wish.off.has(kind);
        box.closest("li").hidden = count === 0 && !wish.off.has(kind);
        this.#counts.get(kind).textContent = count.toLocaleString("nl-NL");
      }
      this.#lone.hidden = lone === 0;
      this.#lone.querySelector("output").textContent = lone.toLocaleString("nl-NL");
      this.#loneBox.checked = wish.lone;
      this.#selects.theme.value = wish.theme;
      this.#selects.province.value = wish.province;
      this.#selects.year.value = wish.year ?? "";
    }
  };

  const byText = ([, a], [, b]) => a.localeCompare(b, "nl");
})();
