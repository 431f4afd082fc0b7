// What is shown: the kinds of the legend, a theme, a region, a year, and whether things without links are.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const ABOUT = "HAS_THEME";
  const SUBJECTS = new Set(["HAS_THEME", "HAS_KEYWORD"]);

  /** A wish without any filter. */
  S.noWish = () => ({ off: new Set(), theme: "", province: "", year: null, lone: false });

  const holdsIn = (link, year) =>
    year === null || ((link.since === null || link.since <= year) && (link.until === null || year <= link.until));

  const aboutTheme = (model, theme) => {
    const middle = model.things.get(theme);
    return middle ? new Set([middle, ...model.neighbours(middle, (link) => link.kind === ABOUT)]) : new Set();
  };

  /** What lies in a region, and what is linked with that and lies nowhere itself: people, series. */
  const inProvince = (model, province) => {
    const found = new Set([...model.things.values()].filter((thing) => thing.provinces.includes(province)));
    for (const thing of [...found])
      for (const other of model.neighbours(thing, (link) => !SUBJECTS.has(link.kind)))
        if (other.provinces.length === 0 && other.kind !== "Place") found.add(other);
    return found;
  };

  /**
   * The things and links that a wish leaves, and how many of each kind there would be with that kind switched on.
   * A thing that has lost all its links to the filter goes too; one that never had any goes by `lone`.
   */
  S.shown = (model, wish) => {
    let fitting = [...model.things.values()];
    if (wish.theme) fitting = [...aboutTheme(model, wish.theme)];
    if (wish.province) {
      const there = inProvince(model, wish.province);
      fitting = fitting.filter((thing) => there.has(thing));
    }
    if (wish.year !== null)
      fitting = fitting.filter((thing) => thing.years.length === 0 || thing.years.includes(wish.year));
    const counts = new Map();
    let lone = 0;
    for (const thing of fitting) {
      counts.set(thing.kind, (counts.get(thing.kind) ?? 0) + 1);
      if (thing.links.length === 0) lone += 1;
    }
    const here = new Set(fitting.filter((thing) => !wish.off.has(thing.kind)));
    const links = [...model.links.values()].filter(
      (link) => holdsIn(link, wish.year) && here.has(model.things.get(link.from)) && here.has(model.things.get(link.to)),
    );
    const linked = new Set();
    for (const link of links) linked.add(model.things.get(link.from)).add(model.things.get(link.to));
    const things = [...here].filter((thing) => linked.has(thing) || (wish.lone && thing.links.length === 0));
    return { things: new Set(things), links, counts, lone };
  };

  /** A wish that also shows this thing: whatever hides it is let go. */
  S.wishShowing = (model, wish, thing) => {
    const fits = (one) => S.shown(model, one).things.has(thing);
    const eased = { ...wish, off: new Set(wish.off), lone: wish.lone || thing.links.length === 0 };
    eased.off.delete(thing.kind);
    for (const step of [{}, { year: null }, { province: "" }, { theme: "" }, { off: new Set() }]) {
      Object.assign(eased, step);
      if (fits(eased)) return eased;
    }
    return { ...eased, lone: true };
  };

  S.themesOf = (model) =>
    [...model.things.values()].filter((thing) => thing.kind === "Theme" && thing.links.some((l) => l.kind === ABOUT));

  S.provincesOf = (model) =>
    [...new Set([...model.things.values()].flatMap((thing) => thing.provinces))].sort((a, b) => a.localeCompare(b, "nl"));

  S.yearsOf = (model) => {
    const years = new Set([...model.things.values()].flatMap((thing) => thing.years));
    for (const link of model.links.values()) {
      if (link.since !== null) years.add(link.since);
      if (link.until !== null) years.add(link.until);
    }
    return [...years].sort((a, b) => b - a);
  };
})();
