// Writes values as YAML, and changes a file that was loaded only where an answer changed: everything
// else, comments and what this page does not know among it, stays as it is.
//
// A value is a text, a Word (stands without quotes), an array, or a Map.

const WIDTH = 100;

class Word {
  // A choice, number or date: it stands as it is.
  constructor(text) {
    this.text = text;
  }
}

// Whether some reader of YAML would take a text without quotes for something else.
const TYPED = new RegExp(
  [
    "^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\\.(?:inf|nan))$",
    "^[-+]?(?:0x[0-9a-f_]+|0b[01_]+|0o[0-7]+|\\.?[0-9][0-9_.:]*(?:e[-+]?[0-9]+)?)$",
    "^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt\\s])",
  ].join("|"),
  "i",
);
const NOT_PLAIN = /^[\s,[\]{}#&*!|>'"%@`?:-]|:(?:\s|$)|\s#|[\t\n\r]|\s$/;
const NOT_IN_BRACKETS = /[:?,[\]{}]/;

function scalar(value, isFlow = false) {
  if (value instanceof Word) return value.text;
  const needsQuotes = [NOT_PLAIN, UNPRINTABLE, TYPED].some((signs) => signs.test(value));
  return !value || needsQuotes || (isFlow && NOT_IN_BRACKETS.test(value)) ? quotedText(value) : value;
}

function quotedText(text) {
  const rest = new RegExp(UNPRINTABLE.source, "gu");
  return JSON.stringify(text).replace(rest, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function flowText(value) {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (!(value instanceof Map)) return scalar(value, true);
  return `{${[...value].map(([name, inner]) => `${scalar(name, true)}: ${flowText(inner)}`).join(", ")}}`;
}

function isText(value) {
  return typeof value === "string" || value instanceof Word;
}

// Whether a value is easy to read on one line.
function isSimple(value, isItem) {
  if (Array.isArray(value)) return value.every(isText);
  const isFlat = (inner) => isText(inner) || (Array.isArray(inner) && inner.every(isText));
  return (isItem || value.size === 1) && [...value.values()].every(isFlat);
}

// Gives what stands behind a key or a dash, and the rows below it, which begin at a column.
function laidOut(value, column, taken, isItem = false) {
  if (isText(value)) return textRows(value, column);
  const line = flowText(value);
  const isEmpty = Array.isArray(value) ? !value.length : !value.size;
  if (isEmpty || (taken + line.length <= WIDTH && isSimple(value, isItem))) return [line, []];
  if (Array.isArray(value)) return ["", value.flatMap((item) => itemRows(item, column))];
  return ["", [...value].flatMap(([name, inner]) => entryRows(name, inner, column))];
}

function textRows(value, column) {
  const isLong = typeof value === "string" && value.includes("\n") && value === value.trim();
  if (!isLong || UNPRINTABLE.test(value) || value.includes("\r")) return [scalar(value), []];
  return ["|-", value.split("\n").map((line) => (line ? " ".repeat(column) + line : ""))];
}

function entryRows(name, value, column) {
  const start = `${" ".repeat(column)}${scalar(name)}:`;
  const [head, rows] = laidOut(value, column + 2, start.length + 1);
  return [head ? `${start} ${head}` : start, ...rows];
}

function itemRows(value, column) {
  const start = `${" ".repeat(column)}- `;
  const [head, rows] = laidOut(value, column + 2, start.length, true);
  if (head) return [start + head, ...rows];
  return [start + rows[0].trimStart(), ...rows.slice(1)];
}

// Gives what was read as a value to be written again.
function treeOf(node) {
  if (node.kind === "list") return node.items.map(treeOf);
  if (node.kind === "map") return new Map(node.entries.map((entry) => [entry.name, treeOf(entry.value)]));
  return node.style === "" && /^[\w.+-]+$/.test(node.text) ? new Word(node.text) : node.text;
}

// Gives a text that is the same for values that say the same.
function keyOf(value) {
  if (value === undefined) return "";
  return JSON.stringify(value, (_, inner) => {
    if (inner instanceof Word) return inner.text;
    return inner instanceof Map ? { map: [...inner] } : inner;
  });
}

// ---- changing a file

class Edits {
  constructor(source) {
    this.text = source.text;
    this.comments = source.comments;
    this.eol = /\r\n|\r|\n/.exec(this.text)?.[0] ?? "\n";
    this.found = [];
    this.moved = new Set();
  }

  lineStart(place) {
    return Math.max(this.text.lastIndexOf("\n", place - 1), this.text.lastIndexOf("\r", place - 1)) + 1;
  }

  lineEnd(place) {
    const found = /[\r\n]|$/g;
    found.lastIndex = place;
    return found.exec(this.text).index;
  }

  // Comments inside an entry, and the one behind it on its last line: they are put above it.
  lifted(entry, end) {
    return this.comments
      .filter((comment) => comment.from >= entry.from && comment.from < end)
      .map((comment) => this.text.slice(comment.from, comment.to));
  }

  // Moves the comment that comes next to a column, where it stands deeper: a text of several lines above
  // it would take it for one more line.
  moveNext(place, column) {
    const next = this.comments.find((comment) => comment.from >= place);
    const start = next && this.lineStart(next.from);
    if (!next || this.moved.has(start) || next.from - start <= column || /\S/.test(this.text.slice(place, next.from))) return;
    this.moved.add(start);
    this.add(start, next.from, " ".repeat(column));
  }

  // Puts rows below the line on which a place lies.
  insert(place, rows) {
    const at = this.lineEnd(place);
    this.add(at, at, rows.map((row) => this.eol + row).join(""));
    if (rows.length > 1) this.moveNext(at, rows[0].search(/\S/));
  }

  replace(entry, name, value) {
    const start = this.lineStart(entry.from);
    const column = entry.from - start;
    const rows = entryRows(name, value, column);
    const end = rows.length > 1 ? this.lineEnd(entry.value.to) : entry.value.to;
    const above = this.lifted(entry, end).map((comment) => " ".repeat(column) + comment);
    this.add(start, end, [...above, ...rows].join(this.eol));
    if (rows.length > 1) this.moveNext(end, column);
  }

  remove(entry) {
    const start = this.lineStart(entry.from);
    const end = this.lineEnd(entry.value.to);
    const rows = this.lifted(entry, end).map((comment) => " ".repeat(entry.from - start) + comment);
    if (!rows.length) this.moveNext(end, entry.from - start);
    if (rows.length) this.add(start, end, rows.join(this.eol));
    else if (start) this.add(start - (this.text[start - 2] === "\r" && this.text[start - 1] === "\n" ? 2 : 1), end, "");
    else this.add(0, end + (this.text.startsWith("\r\n", end) ? 2 : 1), "");
  }

  add(from, to, text) {
    this.found.push({ from, to, text });
  }

  result() {
    let text = "";
    let at = 0;
    const inOrder = this.found.map((edit, place) => ({ ...edit, place }));
    inOrder.sort((a, b) => a.from - b.from || a.to - b.to || a.place - b.place);
    for (const edit of inOrder) {
      text += this.text.slice(at, edit.from) + edit.text;
      at = Math.max(at, edit.to);
    }
    return text + this.text.slice(at);
  }
}

// Puts entries into a map in rows. `wanted` is a Map of names, in order, to values; undefined takes an
// entry out. Each new one stands behind the nearest before it that is there.
function mend(edits, entries, wanted, column) {
  const there = new Map(entries.map((entry) => [entry.name, entry]));
  let before = null;
  const news = [];
  for (const [name, value] of wanted) {
    const entry = there.get(name);
    if (!entry && value !== undefined) news.push([before ?? entries.at(-1), entryRows(name, value, column)]);
    if (!entry) continue;
    if (value === undefined) edits.remove(entry);
    else {
      if (keyOf(value) !== keyOf(treeOf(entry.value))) edits.replace(entry, name, value);
      before = entry;
    }
  }
  news.forEach(([entry, rows]) => edits.insert(entry.value.to, rows));
}

// Gives a file with its head and answers as they are wanted.
//   source: what readYaml gave; head, answers: Maps of names to values, see mend.
function changedFile(source, head, answers) {
  const { root } = source;
  const old = root.entries.find((entry) => entry.name === "answers")?.value;
  const isKept = isSaid(answers, old?.entries ?? []);
  if (isKept && isSaid(head, root.entries)) return source.text;
  if (root.flow || (old?.flow && !isKept)) return changedFile(readYaml(inRows(source)), head, answers);
  const edits = new Edits(source);
  mend(edits, root.entries, head, 0);
  if (isKept) return edits.result();
  if (old?.entries) {
    const first = old.entries[0];
    mend(edits, old.entries, answers, first.from - edits.lineStart(first.from));
  } else {
    const rows = [...answers].flatMap(([name, value]) => (value === undefined ? [] : entryRows(name, value, 2)));
    if (old) edits.insert(old.to, rows);
    else edits.insert(root.to, ["answers:", ...rows]);
  }
  return edits.result();
}

// Whether entries say all that is wanted already.
function isSaid(wanted, entries) {
  const said = new Map(entries.map((entry) => [entry.name, keyOf(treeOf(entry.value))]));
  return [...wanted].every(([name, value]) => keyOf(value) === (said.get(name) ?? ""));
}

// Writes a file in brackets anew, in rows, so that rows of it can be changed; comments go to the top.
function inRows(source) {
  const { root, text, comments } = source;
  const edits = new Edits(source);
  if (root.flow) {
    const told = comments.map((comment) => text.slice(comment.from, comment.to));
    const rows = [...treeOf(root)].flatMap(([name, value]) => rowsWithin(name, value));
    return [...told, ...rows, ""].join(edits.eol);
  }
  const entry = root.entries.find((each) => each.name === "answers");
  const end = edits.lineEnd(entry.value.to);
  const rows = rowsWithin("answers", treeOf(entry.value));
  edits.add(entry.from, end, [...edits.lifted(entry, end), ...rows].join(edits.eol));
  edits.moveNext(end, 0);
  return edits.result();
}

function rowsWithin(name, value) {
  if (name !== "answers") return entryRows(name, value, 0);
  if (!(value instanceof Map) || !value.size) return ["answers:"];
  return ["answers:", ...[...value].flatMap(([inner, each]) => entryRows(inner, each, 2))];
}
