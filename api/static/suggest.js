// Names while somebody types, in a list below the field (an ARIA combobox). Without this every form works as well.
"use strict";

const PAUSE = 120; // milliseconds without a new letter before the names are asked for
const FEWEST = 2; // letters

for (const field of document.querySelectorAll("input[data-suggest]")) new Suggestions(field);

function Suggestions(field) {
  const list = document.createElement("ul");
  list.id = `${field.id}-names`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggest);
  field.after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  close();

  let waiting = 0;
  let asking = new AbortController();

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const chosen = list.hidden ? null : list.querySelector("[aria-selected=true]");
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "ArrowDown" && !list.hidden) choose(chosen?.nextElementSibling ?? list.firstElementChild);
    else if (event.key === "ArrowUp" && !list.hidden) choose(chosen?.previousElementSibling ?? list.lastElementChild);
    else if (event.key === "Enter" && chosen) take(chosen);
    else return;
    event.preventDefault();
  });

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const typed = field.value.trim();
    if (typed.length < FEWEST) return close();
    try {
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).items);
    } catch {
      close(); // a newer question, or no server: the form still works
    }
  }

  function show(things) {
    list.replaceChildren(...things.map(option));
    list.style.left = `${field.offsetLeft}px`;
    list.style.top = `${field.offsetTop + field.offsetHeight}px`;
    list.style.width = `${field.offsetWidth}px`;
    const isNamed = things[0]?.name === field.value.trim(); // nothing is left to suggest, and what lies below is wanted
    list.hidden = !things.length || isNamed || document.activeElement !== field;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.removeAttribute("aria-activedescendant");
  }

  function option(thing, number) {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.dataset.thing = thing.id;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const name = document.createElement("bdi");
    name.textContent = thing.name;
    const kind = document.createElement("span");
    kind.className = "soft";
    kind.lang = "nl";
    kind.textContent = thing.kind_words;
    item.append(name, " ", kind);
    // Before the field loses the focus, which would take the list away from under the pointer.
    item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(item); });
    return item;
  }

  function choose(item) {
    for (const one of list.children) one.setAttribute("aria-selected", String(one === item));
    field.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  function take(item) {
    if (field.type === "search") location.assign(`/ding/${encodeURIComponent(item.dataset.thing)}`);
    else field.value = item.querySelector("bdi").textContent;
    close();
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}
