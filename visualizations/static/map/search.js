// The search box: a combobox by the book (ARIA 1.2), over the names on the map and, where there is a server, beyond.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const MOST = 12;

  /** The things whose names hold all words, those that begin with them first, then those with most links. */
  S.find = (model, words, most = MOST) => {
    const wanted = S.fold(words).split(" ").filter(Boolean);
    if (wanted.length === 0) return [];
    const whole = wanted.join(" ");
    const found = [];
    for (const thing of model.things.values()) {
      if (!wanted.every((word) => thing.names.some((name) => name.includes(word)))) continue;
      const rank = thing.names.some((name) => name.startsWith(whole)) ? 0
        : thing.names.some((name) => name.includes(` ${whole}`)) ? 1 : 2;
      found.push({ thing, rank });
    }
    found.sort((a, b) => a.rank - b.rank || b.thing.degree - a.thing.degree || (a.thing.name < b.thing.name ? -1 : 1));
    return found.slice(0, most).map(({ thing }) => thing);
  };

  S.Search = class {
    #input;
    #list;
    #model;
    #mark;
    #choices = [];
    #active = -1;
    #on;

    /** `on` holds what to call: choose(thing), beyond(words) or null, hidden(thing). */
    constructor(input, list, model, mark, on) {
      [this.#input, this.#list, this.#model, this.#mark, this.#on] = [input, list, model, mark, on];
      input.addEventListener("input", () => this.#show());
      input.addEventListener("keydown", (event) => this.#key(event));
      input.addEventListener("blur", () => setTimeout(() => this.#close(), 150));
      input.addEventListener("focus", () => input.value && this.#show());
    }

    #show() {
      const words = this.#input.value;
      const found = S.find(this.#model, words);
      this.#choices = found.map((thing) => ({ take: () => this.#on.choose(thing), content: this.#thing(thing) }));
      if (this.#on.beyond && S.clean(words).length > 1 && this.#model.total > this.#model.things.size)
        this.#choices.push({ take: () => this.#on.beyond(words), content: [`Zoek “${S.clip(words, 40)}” buiten de kaart`] });
      this.#active = -1;
      this.#list.replaceChildren(...this.#choices.map((choice, i) => this.#option(choice, i)));
      const nothing = S.clean(words) !== "" && this.#choices.length === 0;
      if (nothing) this.#list.append(S.el("li", { role: "option", "aria-disabled": "true" }, "Niets gevonden op deze kaart."));
      this.#open(this.#choices.length > 0 || nothing);
    }

    #thing(thing) {
      const more = this.#on.hidden(thing) ? `${this.#mark.word(thing)}, nu verborgen` : this.#mark.word(thing);
      return [this.#mark.of(thing), S.named(thing.name, 80), S.el("small", {}, more)];
    }

    #option(choice, i) {
      const take = (event) => {
        event.preventDefault();
        this.#take(i);
      };
      return S.el("li", { role: "option", id: `sm-hit-${i}`, "aria-selected": "false", pointerdown: take }, ...choice.content);
    }

    #key(event) {
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps && this.#choices.length > 0) {
        const count = this.#choices.length;
        this.#activate((this.#active + steps[event.key] + count + (this.#active < 0 && steps[event.key] < 0)) % count);
      } else if (event.key === "Enter" && this.#choices.length > 0) this.#take(Math.max(this.#active, 0));
      else if (event.key === "Escape" && !this.#list.hidden) this.#close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    #activate(active) {
      this.#active = active;
      [...this.#list.children].forEach((option, i) => {
        option.setAttribute("aria-selected", String(i === active));
        if (i === active) option.scrollIntoView({ block: "nearest" });
      });
      this.#input.setAttribute("aria-activedescendant", `sm-hit-${active}`);
    }

    #take(i) {
      this.#close();
      this.#choices[i].take();
    }

    #open(open) {
      this.#list.hidden = !open;
      this.#input.setAttribute("aria-expanded", String(open));
      this.#input.removeAttribute("aria-activedescendant");
    }

    #close() {
      this.#open(false);
    }
  };
})();
