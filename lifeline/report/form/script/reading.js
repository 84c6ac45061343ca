// Reads whole files: maps and lists in rows, and in them what stands on one line or in brackets.

const MOST_VALUES = 50000; // keys, values, lists and maps

class Reader extends Brackets {
  // ---- a file

  document() {
    if (this.sign() === "\ufeff") this.at += 1;
    this.pass();
    if (this.isMark()) {
      if (this.sign() !== "-") this.refuse("documents");
      this.at += 3;
      this.passRest();
      if (this.sign() && !this.isBreak() && this.sign() !== "#") this.refuse("documents");
      this.pass();
    }
    if (!this.sign() || this.isMark()) this.refuse("keys");
    if (this.sign() === "%") this.refuse("start");
    const root = this.block(-1);
    if (root.kind !== "map") this.refuse("keys", root.from);
    this.pass();
    if (this.isMark() && this.sign() === ".") {
      this.at += 3;
      this.pass();
    }
    if (this.sign()) this.refuse(this.isMark() ? "documents" : "indent");
    return root;
  }

  // ---- in rows

  isDash() {
    return this.sign() === "-" && this.isGap(1);
  }

  // Reads what begins here, further in than the rows of what holds it.
  block(outer) {
    return this.deeper(() => {
      if (this.isDash()) return this.list(this.column());
      if (this.sign() === "?" && this.isGap(1)) this.refuse("start");
      if (this.isKey()) return this.map(this.column());
      return this.single(outer);
    });
  }

  // Whether a key and its ':' begin here; it stands on one line.
  isKey() {
    const back = [this.at, this.comments.length];
    try {
      return this.key() !== null;
    } catch (error) {
      if (error instanceof Unreadable) return false; // it is told when the value is read
      throw error;
    } finally {
      this.at = back[0];
      this.comments.length = back[1];
    }
  }

  key() {
    const from = this.at;
    const line = /[^\r\n]*/y;
    line.lastIndex = from;
    const end = from + line.exec(this.text)[0].length;
    const sign = this.sign();
    if ("|>[{#".includes(sign) && sign) return null;
    const node = "'\"".includes(sign) && sign ? this.quoted() : this.plain(Infinity, false);
    while (this.isBlank()) this.at += 1;
    if (this.at > end || this.sign() !== ":" || !this.isGap(1) || node.to === from) return null;
    this.at += 1;
    return { name: node.text, from };
  }

  map(column) {
    const from = this.at;
    const entries = [];
    const names = new Set();
    for (;;) {
      const start = this.at;
      if (this.isDash() || !this.isKey()) this.refuse(this.sign() === "?" ? "start" : "colon");
      const { name } = this.key();
      if (names.has(name)) this.refuse("twice", start);
      names.add(name);
      const value = this.value(column);
      entries.push({ name, from: start, value });
      if (!this.goesOn(column)) break;
    }
    const to = entries.at(-1).value.to;
    return { ...this.node("map", from, { entries, flow: false }), to };
  }

  // Whether another row of the same column follows.
  goesOn(column) {
    this.pass();
    if (!this.sign() || this.isMark() || this.column() < column) return false;
    if (this.column() > column) this.refuse("indent");
    return true;
  }

  // Reads what stands behind a ':', on its line or below.
  value(column) {
    const here = this.at;
    this.passSpaces();
    if (this.sign() && !this.isBreak() && this.sign() !== "#") {
      if (this.isDash()) this.refuse("dash");
      return this.deeper(() => this.single(column));
    }
    this.pass();
    const next = this.column();
    const isList = next === column && this.isDash();
    if (!this.sign() || this.isMark() || (next <= column && !isList)) return this.empty(here);
    return isList ? this.deeper(() => this.list(next, true)) : this.block(column);
  }

  list(column, isBesideKeys = false) {
    const from = this.at;
    const items = [];
    for (;;) {
      const here = (this.at += 1);
      this.passSpaces();
      const isHere = this.sign() && !this.isBreak() && this.sign() !== "#";
      if (!isHere) this.pass();
      const isInside = this.sign() && !this.isMark() && this.column() > column;
      items.push(isInside ? this.block(column) : this.empty(here));
      if (!this.goesOn(column)) break;
      if (!this.isDash()) {
        if (isBesideKeys) break;
        this.refuse("dash");
      }
    }
    return { ...this.node("list", from, { items, flow: false }), to: items.at(-1).to };
  }

  // Reads a text, or what stands in brackets; nothing but a comment may follow on the line.
  single(outer) {
    const sign = this.sign();
    if (sign === "|" || sign === ">") return this.long(outer);
    const node = this.inBrackets(sign)
      ? this.flow()
      : sign === "'" || sign === '"'
        ? this.quoted()
        : this.plain(outer, false);
    const end = this.at;
    this.passRest();
    const rest = this.sign();
    if (rest === ":") this.refuse("second");
    if (rest && !this.isBreak() && (rest !== "#" || this.at === end)) this.refuse("after");
    return node;
  }

  // ---- how much it is

  // Refuses a file with more keys and values than `score` takes.
  limit(root) {
    let left = MOST_VALUES;
    const count = (from) => {
      if (!left) this.refuse("many", from);
      left -= 1;
    };
    const pass = (node) => {
      count(node.from);
      for (const entry of node.entries ?? []) {
        count(entry.from);
        pass(entry.value);
      }
      (node.items ?? []).forEach(pass);
    };
    pass(root);
  }
}

// Reads a whole file: {root, comments, text}. Throws Unreadable.
function readYaml(text) {
  const reader = new Reader(text);
  const root = reader.document();
  reader.limit(root);
  return { root, comments: reader.comments, text };
}
