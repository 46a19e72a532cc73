// Opens the list behind a number that was chosen and closes the others. All text is in the page.
(() => {
  "use strict";
  const link = (from) => document.getElementById(decodeURIComponent(from.hash).slice(1));

  function close(list) {
    for (const each of list.querySelectorAll("details[open]")) each.open = false;
  }

  function place(picker, cell, focus) {
    close(picker.lists);
    cell.parentElement.open = true;
    cell.open = true;
    for (const each of picker.lists.children) each.hidden = each !== cell.parentElement;
    picker.all.hidden = false;
    picker.theme.value = cell.parentElement.dataset.theme;
    fill(picker, cell.parentElement, cell.dataset.period);
    if (focus) {
      const summary = cell.querySelector("summary");
      summary.focus({ preventScroll: true });
      summary.scrollIntoView({ block: "start" });
    }
  }

  function option(text) {
    const made = document.createElement("option");
    made.textContent = text;
    made.value = text;
    return made;
  }

  function fill(picker, theme, chosen) {
    const cells = [...theme.querySelectorAll("details.cell")];
    picker.period.replaceChildren(...cells.map((cell) => option(cell.dataset.period)));
    picker.period.value = chosen;
  }

  function select(label, row) {
    const named = document.createElement("label");
    const made = document.createElement("select");
    named.append(label, " ", made);
    row.append(named);
    return made;
  }

  function themeOf(picker) {
    return [...picker.lists.children].find((each) => each.dataset.theme === picker.theme.value);
  }

  function cellOf(theme, period) {
    const cells = [...theme.querySelectorAll("details.cell")];
    return cells.find((cell) => cell.dataset.period === period) || cells[0];
  }

  function showAll(picker) {
    close(picker.lists);
    for (const each of picker.lists.children) each.hidden = false;
    picker.all.hidden = true;
    picker.theme.focus();
  }

  function start(root) {
    const lists = root.querySelector(".lists");
    if (!lists || !lists.children.length) return;
    const row = document.createElement("p");
    row.className = "choose";
    const picker = { lists, theme: select("Theme", row), period: select("Period", row) };
    picker.all = document.createElement("button");
    picker.all.type = "button";
    picker.all.textContent = "All lists";
    picker.all.hidden = true;
    row.append(picker.all);
    picker.theme.append(...[...lists.children].map((each) => option(each.dataset.theme)));
    fill(picker, lists.children[0], lists.children[0].querySelector("details.cell").dataset.period);
    lists.before(row);

    const chosen = () => place(picker, cellOf(themeOf(picker), picker.period.value), false);
    picker.theme.addEventListener("change", chosen);
    picker.period.addEventListener("change", chosen);
    picker.all.addEventListener("click", () => showAll(picker));
    let opener = null;
    document.addEventListener("click", (event) => {
      const from = event.target.closest("a[href^='#'], area[href^='#']");
      const target = from && link(from);
      const cell = target && lists.contains(target) && target.closest("details.cell");
      if (!cell) return;
      event.preventDefault();
      opener = from;
      place(picker, cell, true);
    });
    lists.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && opener) {
        const back = opener.tagName === "AREA" ? picker.theme : opener;
        back.focus();
      }
    });
    const named = location.hash && document.getElementById(location.hash.slice(1));
    const first = named && lists.contains(named) && named.closest("details.cell");
    if (first) place(picker, first, true);
  }

  // The areas of a picture are written for its natural size.
  function scale(image) {
    const map = document.querySelector(`map[name="${CSS.escape(image.useMap.slice(1))}"]`);
    if (!map || !image.width) return;
    const factor = image.width / Number(image.getAttribute("width"));
    for (const area of map.areas) {
      area.dataset.coords = area.dataset.coords || area.coords;
      const sides = area.dataset.coords.split(",");
      area.coords = sides.map((side) => Math.round(side * factor)).join(",");
    }
  }

  function scaleAll() {
    for (const image of document.querySelectorAll("img[usemap]")) scale(image);
  }

  document.querySelectorAll(".script-picker").forEach(start);
  scaleAll();
  addEventListener("load", scaleAll);
  addEventListener("resize", scaleAll);
})();
