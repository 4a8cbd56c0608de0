// The search: reads the files of search/ as it needs them, by script elements, which works from a file too.
"use strict";
(() => {
  const NAMES = 20;
  const QUOTATIONS = 40;
  const LOOKED_AT = 200; // quotations in which the words may stand side by side
  const WORD_FILES = 8; // of words that begin alike
  const LONGEST_WORD = 24;
  const box = document.querySelector(".search input");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  const files = new Map();
  const given = new Map();
  let index;
  let asked = 0;

  function load(name) {
    if (!files.has(name)) {
      files.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = "search/" + name + ".js";
        script.onload = () => done(given.get(name));
        script.onerror = () => failed(new Error(name));
        document.head.append(script);
      }));
    }
    return files.get(name);
  }

  window.hearsayIndex = content => given.set("index", content);
  window.hearsayWords = (number, content) => given.set("words-" + number, content);
  window.hearsayDocs = (number, content) => given.set("docs-" + number, content);

  function words(text) {
    return text.toLowerCase().normalize("NFKD").replace(/\p{M}+/gu, "").split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 1).map(word => word.slice(0, LONGEST_WORD));
  }

  // Place of the last that is not larger, in a sorted list.
  function place(list, value) {
    let low = -1;
    let high = list.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (list[middle] <= value) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  function numbers(differences) {
    let at = 0;
    return differences.split(" ").map(text => at += parseInt(text, 36));
  }

  // Numbers of what has the word, or with begins a word that begins so.
  async function having(word, begins) {
    const first = Math.max(0, place(index.words, word));
    const last = begins ? Math.min(place(index.words, word + "\uffff"), first + WORD_FILES - 1) : first;
    const all = new Set();
    for (let file = first; file <= last; file++) {
      for (const [text, differences] of await load("words-" + file)) {
        if (text === word || begins && text.startsWith(word)) {
          numbers(differences).forEach(number => all.add(number));
        }
      }
    }
    return all;
  }

  async function matching(query) {
    const typed = words(query).filter(word => !index.common.includes(word));
    let common = null;
    for (let i = 0; i < typed.length; i++) {
      let those = await having(typed[i], i === typed.length - 1 && !/\s$/.test(query));
      those = those.size === 0 ? await having(typed[i], true) : those;
      common = common === null ? those : new Set([...common].filter(number => those.has(number)));
    }
    return common === null ? [] : [...common].sort((a, b) => a - b);
  }

  async function documents(wanted) {
    const all = [];
    for (const number of wanted) {
      const file = place(index.docs, number);
      all.push((await load("docs-" + file))[number - index.docs[file]]);
    }
    return all;
  }

  function line(parent, name, text, className) {
    const element = parent.appendChild(document.createElement(name));
    element.textContent = text;
    if (className) {
      element.className = className;
    }
    return element;
  }

  function list(title, rows, fill) {
    if (rows.length > 0) {
      line(results, "h2", title);
      const items = results.appendChild(document.createElement("ul"));
      items.className = "quotes";
      rows.forEach(row => fill(items.appendChild(document.createElement("li")), row));
    }
  }

  async function search(query) {
    const mine = ++asked;
    const begun = performance.now();
    index = index || await load("index");
    const numbersFound = words(query).length === 0 ? [] : await matching(query);
    let rows = await documents(numbersFound.slice(0, NAMES + LOOKED_AT));
    if (mine !== asked) {
      return; // another letter was typed meanwhile
    }
    const side = " " + words(query).join(" ");
    const beside = row => (" " + words(row[1] + " " + row[2]).join(" ")).includes(side) ? 0 : 1;
    const names = rows.filter(row => row[0] === 0).slice(0, NAMES);
    rows = rows.filter(row => row[0] !== 0).map(row => [beside(row), row]).sort((a, b) => a[0] - b[0] || a[1][0] - b[1][0])
      .map(pair => pair[1]).slice(0, QUOTATIONS);
    results.replaceChildren();
    list("Names", names, (item, row) => {
      line(item, "a", row[1], "who").href = row[3];
      line(item, "p", row[2] + " · " + row[4], "source");
    });
    list("Quotations", rows, (item, row) => {
      line(item, "p", row[2] || "without a speaker", "who");
      line(item.appendChild(document.createElement("p")), "a", row[1]).href = row[3];
      line(item, "p", row[4] + (row[0] === 2 ? " · cannot be printed like that" : ""), "source");
    });
    const more = numbersFound.length - names.length - rows.length;
    found.textContent = words(query).length === 0 ? "" : numbersFound.length === 0 ? "Nothing was found."
      : `${numbersFound.length} found` + (more > 0 ? `; shown are the first ${names.length + rows.length}. More words find fewer.` : ".");
    document.body.dataset.searched = query;
    document.body.dataset.milliseconds = Math.round(performance.now() - begun);
  }

  function start() {
    search(box.value).catch(() => {
      found.textContent = "A file of the search is missing beside this page.";
    });
  }

  box.value = new URLSearchParams(location.search).get("q") || "";
  box.addEventListener("input", start);
  document.querySelector(".search").addEventListener("submit", event => {
    event.preventDefault();
    start();
  });
  box.focus();
  start();
})();
