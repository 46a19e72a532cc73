// Opens the list behind a number that was chosen and closes the others. All text is in the page.
(() => {
  "use strict";
  // A link of a drawing has no `hash`.
  const address = (from) => decodeURIComponent(from.getAttribute("href").slice(1));
  const link = (from) => document.getElementById(address(from));

  function close(list) {
    for (const each of list.querySelectorAll("details[open]")) each.open = false;
  }

  // Shows one list: of a theme and a period, or, for a theme, those of all its periods closed.
  function place(picker, target, focus) {
    const cell = target.closest("details.cell");
    const theme = target.closest("details.theme");
    close(picker.lists);
    theme.open = true;
    if (cell) cell.open = true;
    for (const each of picker.lists.children) each.hidden = each !== theme;
    picker.all.hidden = false;
    picker.theme.value = theme.dataset.theme;
    fill(picker, theme, cell ? cell.dataset.period : "");
    if (focus) {
      const summary = (cell || theme).querySelector("summary");
      summary.focus({ preventScroll: true });
      const text = target.tagName === "ARTICLE" ? target : summary;
      text.scrollIntoView({ block: "start" });
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
      const from = event.target.closest("a[href^='#behind-']");
      const target = from && link(from);
      if (!target || !lists.contains(target)) return;
      event.preventDefault();
      opener = from;
      place(picker, target, true);
    });
    lists.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && opener) {
        const back = opener.closest("svg") ? picker.theme : opener;
        back.focus();
      }
    });
    const named = location.hash && document.getElementById(decodeURIComponent(location.hash).slice(1));
    if (named && lists.contains(named)) place(picker, named, true);
  }

  // What is hidden from a reading aloud must not be given the focus by a click.
  for (const drawing of document.querySelectorAll(".pointed > svg")) {
    drawing.addEventListener("mousedown", (event) => event.preventDefault());
  }

  document.querySelectorAll(".script-picker").forEach(start);
})();
