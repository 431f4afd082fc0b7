// Begins: the data from the page or from the server, the first picture at once, the rest in the next frame.
"use strict";
(() => {
  const S = (globalThis.Samenspel ??= {});

  const json = (id) => JSON.parse(document.getElementById(id).textContent);

  const buttons = (app) => {
    const press = (name, act) => app.part(name).addEventListener("click", act);
    const acts = app.acts();
    S.listen(app.part("canvas"), acts);
    press("nearer", () => acts.zoom(1.4));
    press("farther", () => acts.zoom(1 / 1.4));
    press("whole", acts.whole);
    press("as-table", () => app.showTable(!app.table));
    press("png", () => S.savePng(app.part("canvas"), app.painter.paper));
    press("svg", () => S.saveSvg(app.model, app.shown, app.looks, app.painter.paper));
    press("share", async () =>
      app.tell((await S.copy(app.link ?? location.href)) ? "De link is gekopieerd." : "Kopieer de link uit de adresbalk."));
  };

  const redress = (app) => {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => app.redress());
    new MutationObserver(() => app.redress()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  };

  const begin = (root, config, data, source) => {
    const app = new S.App(root, config, data, source);
    if (source) source.serve(app.model);
    else app.model.readLater(() => json("sm-quotes"));
    const found = app.open(location.hash);
    root.dataset.state = "drawn";
    requestAnimationFrame(() => setTimeout(() => {
      app.furnish(found);
      buttons(app);
      redress(app);
      root.dataset.state = "ready";
    }));
    S.app = app;
  };

  const start = async () => {
    const root = document.getElementById("netwerkkaart");
    if (matchMedia("(max-width: 46rem)").matches) root.querySelector(".sm-legend").open = false;
    const config = json("sm-config");
    if (!config.addresses.data) return begin(root, config, json("sm-data"), null);
    const source = new S.Source(config.addresses);
    const { ok, body } = await source.whole();
    if (ok) return begin(root, config, body, source);
    root.dataset.state = "failed";
    root.querySelector('[data-part="shown"]').textContent = "De kaart kon niet worden opgehaald; herlaad de pagina.";
    return null;
  };

  start();
})();
