// Text from the graph is a stranger's: it goes into the page as text only, through the functions here.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  // Control characters, and marks that turn the direction of what follows them.
  const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+/g;

  /** Text on one line, without control characters and direction marks. */
  S.clean = (text) => String(text ?? "").replace(UNSEEN, " ").replace(/\s+/g, " ").trim();

  /** Text of at most so many characters (an emoji is one), with an ellipsis where something is missing. */
  S.clip = (text, most) => {
    const letters = [...S.clean(text.length > most * 4 ? text.slice(0, most * 4) : text)];
    return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : letters.join("");
  };

  /** Text to compare by: no capitals, no accents, one kind of apostrophe. */
  S.fold = (text) =>
    S.clean(text).normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[’‘`´]/g, "'");

  /** The address when it is a web page, else null: no other scheme ever becomes a link. */
  S.webAddress = (address) => {
    try {
      const url = new URL(String(address ?? ""));
      return url.protocol === "https:" || url.protocol === "http:" ? url : null;
    } catch {
      return null;
    }
  };

  /** The address of a page with the words of a quote marked in it, as far as the browser knows how. */
  S.atQuote = (url, quote) => {
    const words = S.clean(quote).split(" ").filter(Boolean);
    const encoded = (part) => encodeURIComponent(part.join(" ")).replace(/-/g, "%2D");
    const fragment = words.length > 12 ? `${encoded(words.slice(0, 5))},${encoded(words.slice(-5))}` : encoded(words);
    const copy = new URL(url);
    copy.hash = "";
    return fragment ? `${copy.href}#:~:text=${fragment}` : copy.href;
  };

  /** A new element: attributes as given, functions as listeners, children as nodes or as text. */
  S.el = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** A name in the page: isolated, so that its direction does not turn what stands beside it. */
  S.named = (name, most = 200) => S.el("bdi", {}, S.clip(name, most) || "(zonder naam)");

  /** A link that leads out of the map; a plain text where the address is no web page. */
  S.outward = (address, label) =>
    address === null
      ? S.el("span", {}, label)
      : S.el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label);

  S.count = (number, one, many) => `${number.toLocaleString("nl-NL")} ${number === 1 ? one : many}`;
})();
