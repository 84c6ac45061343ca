// Reads maps and lists in brackets.

class Brackets extends Texts {
  inBrackets(sign) {
    return sign === "[" || sign === "{";
  }

  flow() {
    return this.deeper(() => (this.sign() === "[" ? this.flowList() : this.flowMap()));
  }

  passInside() {
    this.pass();
    if (!this.sign() || this.isMark()) this.refuse("bracket");
  }

  flowNode() {
    const sign = this.sign();
    if (this.inBrackets(sign)) return this.flow();
    return sign === "'" || sign === '"' ? this.quoted() : this.plain(0, true);
  }

  flowList() {
    const from = this.at;
    const items = [];
    this.at += 1;
    for (;;) {
      this.passInside();
      if (this.sign() === "]") break;
      items.push(this.flowNode());
      this.passInside();
      if (this.sign() === ":") this.refuse("second");
      if (!this.comma("]")) break;
    }
    this.at += 1;
    return this.node("list", from, { items, flow: true });
  }

  comma(closing) {
    if (this.sign() === ",") {
      this.at += 1;
      return true;
    }
    if (this.sign() !== closing) this.refuse("bracket");
    return false;
  }

  flowMap() {
    const from = this.at;
    const entries = [];
    const names = new Set();
    this.at += 1;
    for (;;) {
      this.passInside();
      if (this.sign() === "}") break;
      entries.push(this.flowEntry(names));
      this.passInside();
      if (!this.comma("}")) break;
    }
    this.at += 1;
    return this.node("map", from, { entries, flow: true });
  }

  flowEntry(names) {
    const start = this.at;
    const lineStart = this.lineStart();
    const name = this.flowNode();
    if (name.kind !== "text" || !name.text) this.refuse("colon", start);
    if (names.has(name.text)) this.refuse("twice", start);
    names.add(name.text);
    this.passInside();
    if (this.sign() !== ":") return { name: name.text, from: start, value: this.empty(name.to) };
    if (this.lineStart() !== lineStart) this.refuse("colon");
    this.at += 1;
    this.passInside();
    const isEmpty = this.sign() === "," || this.sign() === "}";
    return { name: name.text, from: start, value: isEmpty ? this.empty(this.at) : this.flowNode() };
  }
}
