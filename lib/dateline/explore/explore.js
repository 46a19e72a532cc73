// The front end of explore.ipynb. It shows what the kernel says and asks for what a person wants;
// it counts nothing. Texts of articles are only ever set as text: there is no innerHTML here.
// Drawing is in drawing.js, which stands before it.

const WAIT = 400; // milliseconds after the last key before edited terms are counted

function render({ model, el }) {
  const ask = (message) => { root.dataset.busy = "yes"; model.send(message); };
  const part = (name) => model.get(name) ?? {};
  const id = `dl${Math.random().toString(36).slice(2)}`;
  let focus = { theme: "", start: "" }; // the point that the tab key reaches
  let open = null; // the point whose sentences are shown
  let timer = 0;
  let takeTerms = true; // whether the next terms of the kernel go into the text areas

  const controls = make("form", { class: "dl-controls", onsubmit: (event) => event.preventDefault() });
  const axis = make("p", { class: "dl-axis" });
  const chartHost = make("div", { class: "dl-chart" });
  const note = make("p", { class: "dl-note" });
  const passages = make("section", { class: "dl-passages", "aria-label": "Sentences" });
  const editor = make("details", { class: "dl-box dl-editor" });
  const saver = make("details", { class: "dl-box dl-saver" });
  const notice = make("div", { class: "dl-notice", role: "status", "aria-live": "polite" });
  const main = make("div", { class: "dl-main" }, axis, chartHost, note, passages, editor, saver);
  // JupyterLab would take keys for its own shortcuts without this attribute.
  const root = make("div", { class: "dl-explore", "data-lm-suppress-shortcuts": "true" },
    make("div", { class: "dl-columns" }, controls, main), notice);
  // ... and the notebook around it would take Enter out of a text area.
  root.addEventListener("keydown", (event) => event.stopPropagation());
  el.append(root);

  // ------------------------------------------------------------------ choices

  function ticked(group) {
    return [...controls.querySelectorAll(`input[data-group=${group}]:checked`)].map((box) => box.value);
  }

  function select() {
    const fields = new FormData(controls);
    const choices = { themes: ticked("themes"), sources: ticked("sources") };
    for (const name of ["period", "unit", "since", "until", "date_classes"]) choices[name] = fields.get(name);
    open = null;
    ask({ do: "select", choices });
  }

  function boxes(group, items, text) {
    return items.map((item) => make("label", { class: "dl-tick", style: `--depth:${item.depth ?? 0}` },
      make("input", { type: "checkbox", value: item.name, checked: item.chosen, "data-group": group, onchange: select }),
      make("span", { class: "dl-name", dir: "auto" }, text(item)),
      make("span", { class: "dl-number", title: "articles of the study" }, String(item.articles))));
  }

  function menu(name, label, options, chosen) {
    return make("label", { class: "dl-field" }, make("span", {}, label),
      make("select", { name, onchange: select }, ...options.map(([key, text]) =>
        make("option", { value: key, selected: key === chosen }, text))));
  }

  function day(name, label, chosen) {
    return make("label", { class: "dl-field" }, make("span", {}, label),
      make("input", { type: "text", name, value: chosen, placeholder: "YYYY-MM-DD", inputmode: "numeric", onchange: select }));
  }

  function drawControls() {
    const choices = part("choices");
    const keep = document.activeElement && controls.contains(document.activeElement)
      ? [document.activeElement.name, document.activeElement.value, document.activeElement.dataset.group] : null;
    const rolls = [...controls.querySelectorAll(".dl-roll")].map((roll) => roll.scrollTop);
    const kinds = [["theme", "Themes"], ["actor", "Actors"]].filter(([kind]) => choices.themes.some((t) => t.kind === kind));
    controls.replaceChildren(
      ...kinds.map(([kind, title]) => make("fieldset", {}, make("legend", {}, title),
        make("div", { class: "dl-roll" }, ...boxes("themes", choices.themes.filter((t) => t.kind === kind), (t) => t.label)))),
      make("fieldset", {}, make("legend", {}, "What and when"),
        menu("unit", "Count", choices.units.map(([unit]) => [unit, unit]), choices.view.unit),
        make("p", { class: "dl-hint" }, choices.units.find(([unit]) => unit === choices.view.unit)[1]),
        menu("period", "By", choices.periods, choices.view.period),
        day("since", "From", choices.view.since), day("until", "To", choices.view.until),
        menu("date_classes", "Dates", choices.classes, choices.view.date_classes)),
      make("fieldset", {}, make("legend", {}, "Sources"),
        make("p", { class: "dl-hint" }, "None ticked means all."),
        make("div", { class: "dl-roll" }, ...boxes("sources", choices.sources, (s) => s.name))));
    [...controls.querySelectorAll(".dl-roll")].forEach((roll, at) => { roll.scrollTop = rolls[at] ?? 0; });
    if (keep) {
      const same = (field) => field.name === keep[0] && field.dataset.group === keep[2] && (!keep[2] || field.value === keep[1]);
      [...controls.elements].find(same)?.focus();
    }
  }

  // -------------------------------------------------------------------- chart

  function drawChart() {
    const chart = part("chart");
    const hadFocus = chartHost.contains(document.activeElement);
    axis.textContent = chart.axis;
    note.textContent = chart.note;
    if (!chart.curves.length || !chart.columns.length) {
      chartHost.replaceChildren(make("p", { class: "dl-empty" }, chart.curves.length
        ? "No article has a date in this range." : "Tick a theme to see its course."));
      return;
    }
    const width = Math.max(360, chartHost.clientWidth || 720);
    const slot = (width - PANEL.left - PANEL.right) / chart.columns.length;
    const { top, ticks } = scale(chart);
    const each = PANEL.title + PANEL.plot + PANEL.gap;
    const foot = FOOT.labels + FOOT.title + FOOT.numbers + FOOT.bars;
    const height = each * chart.curves.length + foot + 6;
    const x = (at) => PANEL.left + slot * at;
    const svg = draw("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `${chart.axis}. Arrow keys move between points, Enter shows the sentences.` },
      draw("defs", {}, draw("pattern", { id: `${id}-gap`, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        draw("rect", { class: "dl-hatch", width: 1, height: 6 }))));
    chart.curves.forEach((curve, row) => svg.append(panel(chart, curve, { y: each * row, x, slot, top, ticks, width, gap: `${id}-gap`, point: (...place) => point(chart, ...place) })));
    svg.append(footer(chart, { y: each * chart.curves.length - PANEL.gap + 4, x, slot, width }));
    chartHost.replaceChildren(svg);
    const points = [...svg.querySelectorAll(".dl-point")];
    const kept = points.find((p) => p.dataset.theme === focus.theme && p.dataset.start === focus.start) ?? points[0];
    if (kept) {
      kept.setAttribute("tabindex", "0");
      if (hadFocus) kept.focus();
    }
    markOpen();
  }

  // The whole column of a period answers to the mouse: a dot alone is a small target.
  function point(chart, curve, at, { x, y, slot, cx, cy }) {
    const column = chart.columns[at];
    const title = draw("title");
    title.textContent = inWords(chart, curve, at);
    const dot = draw("g", {
      class: "dl-point", role: "button", tabindex: "-1", "aria-label": inWords(chart, curve, at),
      "data-theme": curve.theme, "data-start": column.start,
    }, title, draw("rect", { class: "dl-target", x, y, width: slot, height: PANEL.plot + 6 }),
      draw("circle", { class: column.thin ? "dl-dot dl-thin" : "dl-dot", cx, cy, r: slot < 12 ? 3 : 4.5 }));
    dot.addEventListener("click", () => { remember(dot); read(curve.theme, column.start); });
    dot.addEventListener("focus", () => remember(dot));
    dot.addEventListener("keydown", (event) => moveOrRead(event, dot));
    return dot;
  }

  function remember(dot) {
    chartHost.querySelectorAll('.dl-point[tabindex="0"]').forEach((other) => other.setAttribute("tabindex", "-1"));
    dot.setAttribute("tabindex", "0");
    focus = { theme: dot.dataset.theme, start: dot.dataset.start };
  }

  function moveOrRead(event, dot) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      read(dot.dataset.theme, dot.dataset.start);
      return;
    }
    const row = [...chartHost.querySelectorAll(".dl-point")].filter((p) => p.dataset.theme === dot.dataset.theme);
    const column = [...chartHost.querySelectorAll(".dl-point")].filter((p) => p.dataset.start === dot.dataset.start);
    const to = {
      ArrowRight: row[row.indexOf(dot) + 1], ArrowLeft: row[row.indexOf(dot) - 1], Home: row[0],
      End: row[row.length - 1], ArrowDown: column[column.indexOf(dot) + 1], ArrowUp: column[column.indexOf(dot) - 1],
    }[event.key];
    if (to) {
      event.preventDefault();
      to.focus();
    }
  }

  function read(theme, period) {
    open = { theme, period };
    markOpen();
    ask({ do: "passages", theme, period });
  }

  function markOpen() {
    chartHost.querySelectorAll(".dl-point").forEach((dot) => {
      const isOpen = open && dot.dataset.theme === open.theme && dot.dataset.start === open.period;
      dot.classList.toggle("dl-open", Boolean(isOpen));
      dot.setAttribute("aria-pressed", String(Boolean(isOpen)));
    });
  }

  // ----------------------------------------------------------------- passages

  function drawPassages() {
    const found = part("passages");
    if (!found.theme) {
      open = null;
      markOpen();
      passages.replaceChildren(make("p", { class: "dl-hint" }, "Click a point, or press Enter on it, to read the sentences behind it."));
      return;
    }
    const many = `${plural(found.found, "passage", "passages")} in ${plural(found.articles.length, "article", "articles")}`;
    const cut = found.shown < found.found + found.gone ? `; ${found.shown} are shown, the first of each article before its others` : "";
    const lost = found.gone ? `, and ${found.gone} that the edited terms lost` : "";
    passages.replaceChildren(
      make("h3", { dir: "auto" }, `${found.label}, ${found.when}`),
      make("p", { class: "dl-hint" }, found.found || found.gone ? `${many}${lost}${cut}.` : "No passage: nothing here mentions the theme."),
      ...found.articles.map(article));
  }

  function article(one) {
    const when = one.date ? `${one.date} (date ${one.known})` : `Date ${one.known}`;
    const origin = make("p", { class: "dl-from" }, make("span", {}, when), make("span", { dir: "auto" }, one.source),
      make("cite", { dir: "auto", title: one.path }, one.title),
      one.weight < 1 ? make("span", {}, `counts as ${tidy(one.weight)} here`) : null);
    const form = decision(one);
    const button = make("button", { type: "button", class: "dl-link", "aria-expanded": "false", onclick: () => {
      form.hidden = !form.hidden;
      button.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) form.querySelector("input").focus();
    } }, "Wrong date?");
    origin.append(button);
    return make("article", {}, origin, form, make("ul", {}, ...one.passages.map(passage)));
  }

  function passage(one) {
    const tag = one.change ? make("span", { class: `dl-tag dl-${one.change}` }, one.change) : null;
    return make("li", { dir: "auto", class: one.change === "gone" ? "dl-lost" : "" }, tag, one.pre,
      make("mark", { title: `term: ${one.term}` }, one.keyword), one.post, " ",
      make("small", { class: "dl-id" }, one.id));
  }

  function decision(one) {
    const field = (name, label, more = {}) => make("label", { class: "dl-field" }, make("span", {}, label), make("input", { name, ...more }));
    const form = make("form", { class: "dl-decide", hidden: true, onsubmit: (event) => {
      event.preventDefault();
      const fields = new FormData(form);
      ask({ do: "decide", doc_id: one.doc_id, earliest: fields.get("earliest"), latest: fields.get("latest"), note: fields.get("note") });
    } },
      make("p", { class: "dl-hint" }, `A line for ${one.path} is added to dates.csv, and outranks all other evidence.`),
      field("earliest", "Day, or first possible day", { type: "text", placeholder: "YYYY-MM-DD", required: true }),
      field("latest", "Last possible day, if another", { type: "text", placeholder: "YYYY-MM-DD" }),
      field("note", "Who decides this, and from what", { type: "text", required: true }),
      make("button", { type: "submit" }, "Write to dates.csv"));
    return form;
  }

  // ------------------------------------------------------------------- editor

  const theme = make("select", { onchange: () => { takeTerms = true; ask({ do: "terms", theme: theme.value }); } });
  const terms = make("textarea", { rows: 10, spellcheck: "false", oninput: later });
  const unless = make("textarea", { rows: 3, spellcheck: "false", oninput: later });
  const problem = make("p", { class: "dl-problem", role: "alert" });
  const moved = make("div", { class: "dl-moved", "aria-live": "polite" });
  const nested = make("p", { class: "dl-hint" });
  const toml = make("pre", {});
  const lines = make("details", {}, make("summary", {}, "Lines for the codebook’s file"), toml);
  const back = make("button", { type: "button", onclick: () => {
    takeTerms = true;
    problem.textContent = "";
    ask({ do: "reset", theme: theme.value, open });
  } }, "Back to the file’s terms");
  editor.append(make("summary", {}, "Change the terms of a theme"),
    make("div", { class: "dl-edit" },
      make("div", {}, make("label", { class: "dl-field" }, make("span", {}, "Theme or actor"), theme), nested,
        make("label", { class: "dl-field dl-tall" }, make("span", {}, "Is found by (a term or a rule on each line)"), terms),
        make("label", { class: "dl-field dl-tall" }, make("span", {}, "But not in"), unless), problem, back),
      make("div", {}, moved, lines)));

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => ask({ do: "edit", theme: theme.value, terms: terms.value, unless: unless.value, open }), WAIT);
  }

  function drawTerms() {
    const found = part("terms");
    const names = part("choices").themes;
    if (theme.options.length !== names.length) theme.replaceChildren(...names.map((t) => make("option", { value: t.name }, t.label)));
    theme.value = found.theme;
    problem.textContent = "";
    if (takeTerms) {
      terms.value = found.terms;
      unless.value = found.unless;
      terms.rows = Math.min(16, Math.max(5, found.terms.split("\n").length + 1));
      takeTerms = false;
    }
    nested.textContent = found.nested.length ? `The terms of ${found.nested.join(", ")} count here too.` : "";
    back.disabled = !found.edited;
    lines.hidden = !found.edited;
    toml.textContent = found.toml;
  }

  function drawMoves() {
    const { rows, noun } = part("moves");
    const heading = make("h4", {}, rows.length ? "Counts that move" : "No count moves");
    if (!rows.length) {
      moved.replaceChildren(heading, make("p", { class: "dl-hint" }, "Change a line: the chart follows, with the file’s curve dashed."));
      return;
    }
    const themes = [...new Set(rows.map((row) => row.label))];
    const lines = (label) => rows.filter((row) => row.label === label).map((row) => make("tr", {}, make("td", {}, row.when),
      make("td", {}, `${tidy(row.before)} → ${tidy(row.after)} ${noun}`),
      make("td", {}, `${row.change > 0 ? "+" : "−"}${tidy(Math.abs(row.change))}`)));
    moved.replaceChildren(heading, make("div", { class: "dl-roll" }, ...themes.map((label) => make("table", {},
      make("caption", { dir: "auto" }, label), make("tbody", {}, ...lines(label))))));
  }

  // --------------------------------------------------------- saving, notices

  const name = make("input", { type: "text", value: "view.toml", spellcheck: "false" });
  saver.append(make("summary", {}, "Save this view for a report"),
    make("form", { class: "dl-save", onsubmit: (event) => { event.preventDefault(); ask({ do: "save", name: name.value }); } },
      make("label", { class: "dl-field" }, make("span", {}, "File"), name), make("button", { type: "submit" }, "Save")));

  function drawNotice() {
    const { kind, about, text, command } = part("notice");
    notice.dataset.kind = kind ?? "";
    if (kind === "mistake" && (about === "edit" || about === "reset")) {
      problem.textContent = text;
      notice.replaceChildren();
      return;
    }
    const again = kind === "decided" ? make("button", { type: "button", onclick: () => { open = null; ask({ do: "reload" }); } }, "Read again") : null;
    notice.replaceChildren(...(text ? [make("span", {}, text), command ? make("code", {}, command) : null, again,
      make("button", { type: "button", class: "dl-link", onclick: () => notice.replaceChildren() }, "Close")].filter(Boolean) : []));
    if (kind === "decided") passages.querySelectorAll(".dl-decide:not([hidden])").forEach((form) => { form.hidden = true; });
  }

  // ------------------------------------------------------------------- wiring

  const drawings = { choices: drawControls, chart: drawChart, passages: drawPassages, terms: drawTerms, moves: drawMoves, notice: drawNotice };
  const stops = Object.entries(drawings).map(([part, drawing]) => {
    model.on(`change:${part}`, drawing);
    return () => model.off(`change:${part}`, drawing);
  });
  const rest = () => { delete root.dataset.busy; };
  model.on("change:answered", rest);
  Object.values(drawings).forEach((drawing) => drawing());
  let drawnWidth = 0;
  const watch = new ResizeObserver(() => {
    if (chartHost.clientWidth && chartHost.clientWidth !== drawnWidth) {
      drawnWidth = chartHost.clientWidth;
      drawChart();
    }
  });
  watch.observe(chartHost);
  return () => {
    watch.disconnect();
    clearTimeout(timer);
    stops.forEach((stop) => stop());
    model.off("change:answered", rest);
  };
}

export default { render };
