// The quotes behind a link, each with the way to its source.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const day = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric" });

  /** A date as the source gives it, in words where it is a whole day. */
  const dated = (text) => {
    const whole = /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? new Date(`${text}T12:00:00`) : null;
    return whole && !Number.isNaN(whole.getTime()) ? day.format(whole) : S.clip(text ?? "", 20);
  };

  /**
   * One quote. The title leads to the stored text (`pages`, an address with {id}) where there is a server, and to the
   * page itself where there is none; the words that are quoted are marked there.
   */
  S.quote = (claim, pages) => {
    const { title, url, id, published } = claim.document;
    const origin = S.webAddress(url);
    const there = origin ? (claim.note ? origin.href : S.atQuote(origin, claim.quote)) : null;
    const named = S.webAddress(title);
    const label = S.named(named ? `${named.hostname}${named.pathname}` : title, named ? 60 : 120);
    const source = pages
      ? S.el("a", { href: `${pages.replace("{id}", encodeURIComponent(id))}#${encodeURIComponent(claim.id)}` }, label)
      : S.outward(there, label);
    const footer = S.el("footer", {}, source);
    if (published) footer.append(`, ${dated(published)}`);
    if (pages && there) footer.append(" · ", S.outward(there, "oorspronkelijke pagina"));
    if (claim.note) footer.append(S.el("small", {}, ` (${S.clip(claim.note, 60)})`));
    return S.el("li", {}, S.el("blockquote", {}, S.el("q", { dir: "auto" }, S.clip(claim.quote, 600))), footer);
  };

  /** The quotes of a link as a list; `quotes` is undefined while they are on their way, null when they did not come. */
  S.quoteList = (link, quotes, pages) => {
    if (quotes === undefined) return S.el("p", { class: "sm-wait" }, "Citaten worden opgehaald …");
    if (quotes === null) return S.el("p", {}, "De citaten konden niet worden opgehaald.");
    const list = S.el("ul", { class: "sm-quotes" }, ...quotes.map((claim) => S.quote(claim, pages)));
    const more = link.sources - new Set(quotes.map((claim) => claim.document.id)).size;
    return more > 0 ? S.el("div", {}, list, S.el("p", {}, `En nog ${S.count(more, "andere bron", "andere bronnen")}.`)) : list;
  };
})();
