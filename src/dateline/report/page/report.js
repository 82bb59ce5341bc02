"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = (text) => fold(text).split("|");
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

  const rows = [...document.querySelectorAll("table.claims tr[data-kind]")].map((tr) => ({
    tr, data: tr.dataset, places: names(tr.dataset.place), sources: names(tr.dataset.source), text: null,
  }));
  const groups = [...document.querySelectorAll("details.group")].map((box) => ({
    box, rows: rows.filter((row) => box.contains(row.tr)), first: box.open,
    bodies: [...box.querySelectorAll("tbody")], section: box.closest("section.country"),
  }));
  const byId = new Map(rows.map((row) => [row.tr.id, row]));

  // A name from the list must be that name; anything else may be a part of one.
  const listed = (id) => new Set([...document.querySelectorAll(`#${id} option`)].map((one) => fold(one.value)));
  const known = { place: listed("places"), source: listed("sources") };
  const named = (list, asked, names) => known[list].has(asked) ? names.includes(asked) : names.some((name) => name.includes(asked));
  const words = (row) => row.text ??= fold(row.tr.textContent.replace(/\s+/g, " "));

  const asked = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const EXACT = ["term", "publisher", "modality", "measure", "status", "kind"];

  function fits(row, want) {
    const { data } = row;
    if (EXACT.some((name) => want[name] && data[name] !== want[name])) return false;
    if (want.place && !named("place", fold(want.place), row.places)) return false;
    if (want.source && !named("source", fold(want.source), row.sources)) return false;
    if (want.from || want.to) {
      if (!data.a && !data.z) return false;
      if (want.from && data.z && data.z < want.from) return false;
      if (want.to && data.a && data.a > want.to) return false;
    }
    return !want.text || fold(want.text).split(/\s+/).every((word) => words(row).includes(word));
  }

  function filter() {
    const want = asked();
    const active = Object.entries(want).some(([name, value]) => name !== "sort" && value);
    let shown = 0;
    for (const row of rows) shown += !(row.tr.hidden = !fits(row, want));
    for (const group of groups) {
      const left = group.rows.filter((row) => !row.tr.hidden).length;
      group.box.hidden = !left;
      if (active) group.box.open = true;
      for (const body of group.bodies) body.hidden = !body.querySelector("tr[data-kind]:not([hidden])");
    }
    for (const section of new Set(groups.map((group) => group.section)))
      section.hidden = groups.every((group) => group.section !== section || group.box.hidden);
    document.getElementById("none").hidden = shown > 0;
    const undated = want.from || want.to ? ". Claims without a date are left out" : "";
    document.getElementById("found").value =
      active ? `${shown.toLocaleString("en")} of ${count(rows.length, "claim")} shown${undated}` : count(rows.length, "claim");
  }

  const KEYS = {
    d: (data) => data.d || data.z || data.a || "9999",
    l: (data) => Number(data.l ?? data.h ?? -1),
    h: (data) => Number(data.h ?? data.l ?? -1),
    w: (data) => fold(data.place), s: (data) => fold(data.source), p: (data) => fold(data.publisher),
  };

  // Parts move with their whole, and nothing leaves the sense in which it is told.
  function sort() {
    const how = asked().sort || "d", sign = how[0] === "-" ? -1 : 1, key = KEYS[how.at(-1)];
    for (const body of groups.flatMap((group) => group.bodies)) {
      const trees = [];
      for (const tr of body.querySelectorAll("tr[data-kind]")) {
        if (tr.classList.contains("part")) trees.at(-1).push(tr);
        else trees.push([tr]);
      }
      const keyed = trees.map((tree) => [key(tree[0].dataset), tree]);
      keyed.sort(([a], [b]) => sign * (typeof a === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0));
      body.append(...keyed.flatMap(([, tree]) => tree));
    }
  }

  function visit(id) {
    const row = byId.get(id);
    if (row) {
      if (row.tr.hidden) clear();
      row.tr.closest("details.group").open = true;
      row.tr.querySelector("details").open = true;
    } else {
      const box = document.getElementById(id)?.closest("details");
      if (box?.hidden) clear();
      if (box) box.open = true;
    }
  }

  function go(id) {
    visit(id);
    if (location.hash === `#${id}`) document.getElementById(id).scrollIntoView();
    else location.hash = id;
  }

  function clear() {
    form.reset();
    for (const group of groups) group.box.open = group.first;
    filter();
    sort();
  }

  let waiting;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(event.target.name === "sort" ? sort : filter, event.target.type === "search" ? 150 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const id of ["clear", "again"]) document.getElementById(id).addEventListener("click", clear);
  addEventListener("hashchange", () => visit(location.hash.slice(1)));

  // A link to where the page already is opens nothing by itself.
  addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && location.hash.length > 1 && link.getAttribute("href") === location.hash) visit(location.hash.slice(1));
  });
  for (const mark of document.querySelectorAll("[data-c]")) mark.addEventListener("click", () => go(mark.dataset.c));
  for (const cell of document.querySelectorAll(".matrix a, .mapped a")) {
    cell.addEventListener("click", (event) => {
      event.preventDefault();
      form.reset();
      form.elements.place.value = cell.dataset.place;
      if (form.elements.term && cell.dataset.term) form.elements.term.value = cell.dataset.term;
      filter();
      document.getElementById("claims").scrollIntoView();
    });
  }

  const all = document.getElementById("sentences");
  all.addEventListener("click", () => {
    const open = all.getAttribute("aria-pressed") !== "true";
    all.setAttribute("aria-pressed", String(open));
    all.textContent = open ? "Close all sentences" : "Open all sentences";
    for (const row of rows) if (!row.tr.hidden) row.tr.querySelector("details").open = open;
  });

  // On paper nothing can be opened: print the sentences of what is shown.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("main details:not([open], .why)")].filter((box) => !box.closest("[hidden]"));
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => { for (const box of closed) box.open = false; });

  form.hidden = document.getElementById("bar").hidden = false;
  if (matchMedia("(max-width: 50rem)").matches) form.querySelector("details").open = false;
  filter();
  if (location.hash) visit(location.hash.slice(1));
})();
