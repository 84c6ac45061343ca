// Walks through a text and knows where it stands: the ground on which YAML is read.
//
// The page reads the part of YAML that idea files are written in, with the place of everything. It
// follows libyaml, which `lifeline score` reads with: what it takes, it takes as the same text; what
// it is not sure of it refuses, with the number of the line. Nothing is resolved: 012, yes and
// 2026-11-22 stay text. Anchors, aliases, tags, '?' keys and several documents are refused there too.
//
// A node is {kind: "text" | "list" | "map", from, to, line} with `from` and `to` as places in the
// text, and with `text` and `style` ("", "'", '"', "|" or ">"), or `items`, or `entries` of
// {name, from, value}; lists and maps in brackets are `flow`.

const DEEPEST = 100;
const FILE_BYTES = 1000000;
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
class Unreadable extends Error {
  // Says on which line (from 1) reading stopped, and why: the key of a sentence of ours.
  constructor(line, why) {
    super(`line ${line}: ${why}`);
    this.line = line;
    this.why = why;
  }
}

class Places {
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.depth = 0;
    this.comments = [];
    this.starts = [0];
    for (const found of text.matchAll(/\r\n|\r|\n/g)) this.starts.push(found.index + found[0].length);
    const strange = UNPRINTABLE.exec(text.replace(/^\ufeff/, " "));
    if (strange) this.refuse("sign", strange.index);
    if (new TextEncoder().encode(text).length > FILE_BYTES) this.refuse("large", 0);
  }

  refuse(why, at = this.at) {
    throw new Unreadable(this.lineAt(at) + 1, why);
  }

  // ---- where one stands

  sign(ahead = 0) {
    return this.text[this.at + ahead] ?? "";
  }

  isBreak(ahead = 0) {
    const sign = this.sign(ahead);
    return sign === "\n" || sign === "\r";
  }

  isBlank(ahead = 0) {
    const sign = this.sign(ahead);
    return sign === " " || sign === "\t";
  }

  isGap(ahead = 0) {
    return this.sign(ahead) === "" || this.isBlank(ahead) || this.isBreak(ahead);
  }

  // The number of the line, from 0, in which a place lies.
  lineAt(place) {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= place) low = middle;
      else high = middle;
    }
    return low;
  }

  lineStart() {
    return this.starts[this.lineAt(this.at)];
  }

  column() {
    return this.at - this.lineStart();
  }

  isMark() {
    // Whether '---' or '...' stands alone here, at the beginning of a line.
    return this.column() === 0 && /^(---|\.\.\.)(?=[ \t\r\n]|$)/.test(this.text.substr(this.at, 4));
  }

  node(kind, from, more) {
    return { kind, from, to: this.at, line: this.lineAt(from) + 1, ...more };
  }

  empty(at) {
    return { ...this.node("text", at, { text: "", style: "" }), to: at };
  }

  deeper(read) {
    this.depth += 1;
    if (this.depth > DEEPEST) this.refuse("deep");
    const found = read();
    this.depth -= 1;
    return found;
  }

  // ---- between the values

  takeBreak() {
    this.at += this.sign() === "\r" && this.sign(1) === "\n" ? 2 : 1;
  }

  // Passes blanks, comments and ends of lines, up to the next sign that means something.
  pass() {
    for (;;) {
      while (this.sign() === " ") this.at += 1;
      if (this.sign() === "\t") this.refuse("tab");
      if (this.sign() === "#") {
        if (!/^\s?$/.test(this.text.slice(Math.max(0, this.at - 1), this.at))) this.refuse("after");
        this.comment();
      }
      if (!this.isBreak()) return;
      this.takeBreak();
    }
  }

  comment() {
    const from = this.at;
    while (this.sign() && !this.isBreak()) this.at += 1;
    this.comments.push({ from, to: this.at });
  }

  // Passes what stands between a value and the end of its line, where tabs do no harm.
  passRest() {
    while (this.isBlank()) this.at += 1;
  }

  passSpaces() {
    while (this.sign() === " ") this.at += 1;
    if (this.sign() === "\t") this.refuse("tab");
  }
}
