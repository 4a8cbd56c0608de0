// Filters over the quotations of a page. Without scripts the page shows them all.
"use strict";
document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
(() => {
  const lists = [...document.querySelectorAll("ul.quotes")].filter(list => list.querySelector("li[data-kind]"));
  const rows = lists.flatMap(list => [...list.querySelectorAll(":scope > li[data-kind]")]);
  if (rows.length < 4) {
    return;
  }
  const wanted = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
  const bar = document.createElement("div");
  bar.className = "filters";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Which quotations are shown");
  const fields = [];
  const choices = [
    ["kind", "Kind", values("kind")],
    ["act", "Act", values("act")],
    ["month", "Month", values("month").reverse()],
    ["outlet", "Outlet", values("outlet")],
    ["confidence", "Confidence", ["0.95", "0.90", "0.80", "0.50"].filter(least => least !== undefined && splits(least))],
  ];

  function values(name) {
    return [...new Set(rows.map(row => row.dataset[name]).filter(value => value))].sort();
  }

  function splits(least) {
    const above = rows.filter(row => Number(row.dataset.confidence) >= Number(least)).length;
    return above > 0 && above < rows.length;
  }

  function fits(row, field) {
    const asked = field.select.value;
    return asked === "" || (field.name === "confidence" ? Number(row.dataset.confidence) >= Number(asked)
      : row.dataset[field.name] === asked);
  }

  for (const [name, title, words] of choices) {
    if (words.length > (name === "confidence" ? 0 : 1)) {
      const label = bar.appendChild(document.createElement("label"));
      label.append(title);
      const select = label.appendChild(document.createElement("select"));
      select.name = name;
      select.append(new Option("all", ""));
      words.forEach(word => select.append(new Option(name === "confidence" ? word + " or more" : word, word)));
      select.value = words.includes(wanted.get(name)) ? wanted.get(name) : "";
      select.addEventListener("change", show);
      fields.push({name, select});
    }
  }
  if (fields.length === 0) {
    return;
  }
  const count = bar.appendChild(document.createElement("output"));
  const first = lists[0].closest("section") || lists[0].closest("details") || lists[0];
  first.before(bar);

  function show() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fields.every(field => fits(row, field));
      shown += row.hidden ? 0 : 1;
    }
    const asked = fields.filter(field => field.select.value !== "");
    document.querySelectorAll("details.others").forEach(details => {
      const left = details.querySelectorAll("li[data-kind]:not([hidden])").length;
      details.hidden = left === 0;
      details.open = asked.length > 0 && left > 0 ? true : details.open;
    });
    count.textContent = asked.length === 0 ? `${rows.length} quotations` : `${shown} of ${rows.length} quotations`;
    const hash = new URLSearchParams(asked.map(field => [field.name, field.select.value])).toString();
    document.querySelectorAll("nav.pages a").forEach(link => {
      link.hash = hash === "" ? "" : "?" + hash;
    });
  }

  show();
})();
