// What a map that is served fetches later: what is around a thing, and the quotes behind its links.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const MOST_LINKS = 1000;

  const asked = async (address) => {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      return { ok: answer.ok, body: await answer.json() };
    } catch {
      return { ok: false, body: {} };
    }
  };

  /** What a problem is called, with the names that were meant perhaps. */
  const problemOf = ({ detail, candidates = [] }) => {
    const names = candidates.slice(0, 5).map(({ name }) => S.clip(name, 60));
    const text = S.clip(detail ?? "Ophalen lukte niet; probeer het zo weer.", 300);
    return names.length ? `${text} Bijvoorbeeld: ${names.join(", ")}.` : text;
  };

  S.Source = class {
    #model;
    #addresses;
    #coming = new Map();

    constructor(addresses) {
      this.#addresses = addresses;
    }

    /** The quotes go to this model. */
    serve(model) {
      this.#model = model;
    }

    whole() {
      return asked(this.#addresses.data);
    }

    async around(words, steps) {
      const address = new URL(this.#addresses.data, location.href);
      address.searchParams.set("thing", words);
      address.searchParams.set("steps", steps);
      const { ok, body } = await asked(address.href);
      return ok ? { data: body } : { problem: problemOf(body) };
    }

    /** The quotes behind the links of a thing; where they don't come, null stands for them. */
    quotes(thing) {
      if (!this.#coming.has(thing.id)) this.#coming.set(thing.id, this.#quotes(thing));
      return this.#coming.get(thing.id);
    }

    async #quotes(thing) {
      const address = `${this.#addresses.links.replace("{id}", encodeURIComponent(thing.id))}?limit=${MOST_LINKS}`;
      const { ok, body } = await asked(address);
      for (const link of ok ? body.links : []) this.#model.quotes.set(link.id, link.claims);
      for (const { id } of thing.links) if (!this.#model.quotes.has(id)) this.#model.quotes.set(id, null);
      if (!ok) this.#coming.delete(thing.id);
    }
  };
})();
