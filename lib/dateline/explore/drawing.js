// What explore.js draws with: elements, numbers in words, and the parts of its chart that answer to
// nothing. It stands before explore.js in one module, so neither imports the other.

const SVG = "http://www.w3.org/2000/svg";
const PANEL = { left: 46, right: 14, title: 24, plot: 92, gap: 16 };
const FOOT = { labels: 22, title: 22, bars: 34, numbers: 16 };

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child != null));
  return element;
}

const tidy = (number) => number < 100 ? String(Math.round(number * 100) / 100) : Math.round(number).toLocaleString("en");
const plural = (number, one, many) => `${tidy(number)} ${number === 1 ? one : many}`;
const percent = (share) => `${Math.round(share * 100)} %`;
const value = (chart, share) => (chart.percent ? percent(share) : tidy(share));

function inWords(chart, curve, at) {
  const [count, share, low, high] = curve.points[at];
  const column = chart.columns[at];
  if (share === null) return `${curve.label}, ${column.label}: no ${chart.noun}`;
  const known = low === null ? "" : `, interval ${value(chart, low)} to ${value(chart, high)}`;
  const whole = plural(column.total, chart.one, chart.noun);
  const number = chart.percent
    ? `${tidy(count)} of ${whole}, ${percent(share)}`
    : `${plural(count, "mention", "mentions")} in ${whole}`;
  return `${curve.label}, ${column.label}: ${number}${known}`;
}

// A round upper end, and its ticks.
function scale(chart) {
  const highest = Math.max(0, ...chart.curves.flatMap((c) => [
    ...c.points.map((p) => p[3] ?? p[1] ?? 0), ...(c.before ?? []).map((share) => share ?? 0),
  ]));
  if (!highest) return { top: 1, ticks: [0, 1] };
  const size = 10 ** Math.floor(Math.log10(highest));
  const step = [0.1, 0.2, 0.5, 1, 2, 5].map((n) => n * size).find((n) => highest <= 4 * n + 1e-9);
  const top = chart.percent ? Math.min(1, Math.ceil(highest / step - 1e-9) * step) : Math.ceil(highest / step - 1e-9) * step;
  const ticks = [];
  for (let tick = 0; tick <= top + 1e-9; tick += step) ticks.push(tick);
  return { top, ticks };
}

// The course of one theme; `point` makes the mark of a period, `gap` is the name of the hatching.
function panel(chart, curve, { y, x, slot, top, ticks, width, gap, point }) {
  const base = y + PANEL.title + PANEL.plot;
  const height = (share) => base - (share / top) * PANEL.plot;
  const middle = (at) => x(at) + slot / 2;
  const group = draw("g", { role: "group", "aria-label": curve.label });
  const title = draw("text", { class: "dl-title", x: 0, y: y + 14 });
  title.textContent = curve.label;
  group.append(title);
  ticks.forEach((tick, at) => {
    group.append(draw("line", { class: at ? "dl-rule" : "dl-base", x1: PANEL.left, x2: width - PANEL.right, y1: height(tick), y2: height(tick) }));
    const label = draw("text", { class: "dl-tick-label", x: PANEL.left - 8, y: height(tick) + 4, "text-anchor": "end" });
    label.textContent = value(chart, tick);
    group.append(label);
  });
  curve.points.forEach(([, share, low, high], at) => {
    if (share === null) group.append(draw("rect", { x: x(at), y: y + PANEL.title, width: slot, height: PANEL.plot, fill: `url(#${gap})` }));
    else if (low !== null) group.append(draw("rect", { class: "dl-band", x: x(at) + 0.5, width: Math.max(1, slot - 1), y: height(high), height: Math.max(0, height(low) - height(high)) }));
  });
  if (curve.before) group.append(line("dl-before", curve.before, middle, height));
  group.append(line("dl-line", curve.points.map((p) => p[1]), middle, height));
  curve.points.forEach(([, share], at) => {
    if (share !== null) group.append(point(curve, at, { x: x(at), y: y + PANEL.title - 6, slot, cx: middle(at), cy: height(share) }));
  });
  return group;
}

// A line that breaks where nothing is known.
function line(name, shares, middle, height) {
  let path = "";
  shares.forEach((share, at) => {
    if (share !== null) path += `${at && shares[at - 1] !== null ? "L" : "M"}${middle(at).toFixed(1)} ${height(share).toFixed(1)}`;
  });
  return draw("path", { class: name, d: path });
}

// How many there are in each period, under all panels.
function footer(chart, { y, x, slot, width }) {
  const group = draw("g", { "aria-hidden": "true" });
  const say = (text, attributes) => {
    const element = draw("text", { class: "dl-tick-label", ...attributes });
    element.textContent = text;
    group.append(element);
  };
  const room = chart.columns.reduce((most, column) => Math.max(most, column.label.length), 0) * 6.6 + 8;
  const every = Math.max(1, Math.ceil(room / slot));
  chart.columns.forEach((column, at) => {
    if (at % every === 0) say(column.label, { x: x(at) + slot / 2, y: y + 12, "text-anchor": "middle" });
  });
  const head = y + FOOT.labels + FOOT.title;
  say(`Out of: ${chart.noun} in each ${chart.period}`, { x: 0, y: head - 8 });
  const most = Math.max(1, ...chart.columns.map((column) => column.total));
  const base = head + FOOT.numbers + FOOT.bars;
  group.append(draw("line", { class: "dl-base", x1: PANEL.left, x2: width - PANEL.right, y1: base, y2: base }));
  const few = chart.columns.every((column) => tidy(column.total).length * 6.6 + 2 < slot);
  chart.columns.forEach((column, at) => {
    const tall = (column.total / most) * FOOT.bars;
    group.append(draw("rect", { class: "dl-total", x: x(at) + slot * 0.12, width: slot * 0.76, y: base - tall, height: tall }));
    if (few || (at % every === 0 && slot * every > 40)) say(tidy(column.total), { x: x(at) + slot / 2, y: base - tall - 4, "text-anchor": "middle" });
  });
  return group;
}
