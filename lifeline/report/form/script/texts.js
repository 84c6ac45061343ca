// Reads texts: without quotes, in quotes of both kinds, and those that stand below '|' or '>'.

const ESCAPES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ",
  '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029",
};
const ESCAPED_DIGITS = { x: 2, u: 4, U: 8 };

class Texts extends Places {
  // Reads text without quotes, as far as its lines are further in than `outer`.
  plain(outer, isFlow) {
    const from = this.at;
    if (!this.canBegin(isFlow)) this.refuse("start");
    let text = "";
    let to = this.at;
    let gap = "";
    for (;;) {
      if (this.sign() === "#" || this.isMark()) break;
      const begin = this.at;
      while (this.sign() && !this.isGap()) {
        if (this.sign() === ":" && this.isGap(1)) break;
        if (isFlow && this.sign() === ":" && ",?[]{}".includes(this.sign(1))) this.refuse("second");
        if (isFlow && ",[]{}".includes(this.sign())) break;
        this.at += 1;
      }
      if (begin === this.at) break;
      text += gap + this.text.slice(begin, this.at);
      to = this.at;
      const next = this.gap();
      if (next === null || (!isFlow && next.isBroken && this.column() <= outer)) break;
      gap = next.text;
    }
    this.at = to;
    return this.node("text", from, { text, style: "" });
  }

  // Whether text without quotes can begin here.
  canBegin(isFlow) {
    const first = this.sign();
    if (first === "" || ",[]{}#&*!|>'\"%@`".includes(first)) return false;
    if (isFlow && "?:".includes(first)) return false;
    return !"?:-".includes(first) || !(this.isGap(1) || (isFlow && ",[]{}".includes(this.sign(1))));
  }

  // Passes what stands between two words; gives it as it counts, or null where there is nothing.
  gap() {
    const begin = this.at;
    let breaks = 0;
    for (;;) {
      if (this.isBreak()) {
        breaks += 1;
        this.takeBreak();
      } else if (this.isBlank()) {
        if (breaks && this.sign() === "\t") this.refuse("tab");
        this.at += 1;
      } else break;
    }
    if (begin === this.at) return null;
    if (!breaks) return { text: this.text.slice(begin, this.at), isBroken: false };
    return { text: breaks === 1 ? " " : "\n".repeat(breaks - 1), isBroken: true };
  }

  quoted() {
    const from = this.at;
    const style = this.sign();
    let text = "";
    this.at += 1;
    for (;;) {
      if (!this.sign() || this.isMark()) this.refuse("quote", from);
      if (this.sign() === style) {
        if (style === '"' || this.sign(1) !== "'") break;
        text += "'";
        this.at += 2;
      } else if (style === '"' && this.sign() === "\\") {
        text += this.escape();
      } else if (this.isGap()) {
        const next = this.gapInQuotes();
        text += next;
      } else {
        text += this.sign();
        this.at += 1;
      }
    }
    this.at += 1;
    return this.node("text", from, { text, style });
  }

  gapInQuotes() {
    const begin = this.at;
    let breaks = 0;
    while (this.isBlank() || this.isBreak()) {
      if (this.isBreak()) {
        breaks += 1;
        this.takeBreak();
        if (this.isMark()) this.refuse("quote");
      } else this.at += 1;
    }
    if (!breaks) return this.text.slice(begin, this.at);
    return breaks === 1 ? " " : "\n".repeat(breaks - 1);
  }

  escape() {
    const sign = this.sign(1);
    if (sign === "\n" || sign === "\r") {
      // a line that is joined to the next; blank lines between them count
      this.at += 1;
      this.takeBreak();
      let breaks = 0;
      while (this.isBlank() || this.isBreak()) {
        if (this.isBreak()) {
          breaks += 1;
          this.takeBreak();
        } else this.at += 1;
        if (this.isMark()) this.refuse("quote");
      }
      return "\n".repeat(breaks);
    }
    const digits = ESCAPED_DIGITS[sign];
    if (!digits) {
      if (!Object.hasOwn(ESCAPES, sign)) this.refuse("escape");
      this.at += 2;
      return ESCAPES[sign];
    }
    const code = this.text.substr(this.at + 2, digits);
    const number = parseInt(code, 16);
    const isCode = new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(code);
    if (!isCode || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff)) this.refuse("escape");
    this.at += 2 + digits;
    return String.fromCodePoint(number);
  }

  // Reads a text below '|' or '>', as libyaml does.
  long(outer) {
    const from = this.at;
    const { style, keep, step } = this.longHead();
    let to = this.at;
    if (this.sign()) this.takeBreak();
    let text = "";
    let lineBreak = "";
    let wasIndented = false;
    let [breaks, column] = this.emptyLines(step ? Math.max(outer, 0) + step : 0, outer);
    while (this.sign() && this.column() === column) {
      const isIndented = this.isBlank();
      const isFolded = style === ">" && lineBreak && !wasIndented && !isIndented;
      text += isFolded ? (breaks ? "" : " ") : lineBreak;
      text += "\n".repeat(breaks) + this.restOfLine();
      wasIndented = isIndented;
      to = this.at;
      lineBreak = this.sign() ? "\n" : "";
      if (lineBreak) this.takeBreak();
      [breaks] = this.emptyLines(column, outer);
    }
    if (keep !== "-") text += lineBreak;
    if (keep === "+" && breaks) {
      text += "\n".repeat(breaks);
      to = this.lastBreakBefore();
    }
    this.at = to;
    return this.node("text", from, { text, style });
  }

  // Reads what stands behind '|' or '>': whether line ends at the end are kept, and a column.
  longHead() {
    const head = /([|>])(?:([-+])([1-9])?|([1-9])([-+])?)?(?=[ \t\r\n]|$)/y;
    head.lastIndex = this.at;
    const found = head.exec(this.text);
    if (!found) this.refuse("bar");
    const end = (this.at += found[0].length);
    this.passRest();
    if (this.sign() === "#" && this.at > end) this.comment();
    if (this.sign() && !this.isBreak()) this.refuse("bar");
    return { style: found[1], keep: found[2] ?? found[5] ?? "", step: Number(found[3] ?? found[4] ?? 0) };
  }

  restOfLine() {
    const begin = this.at;
    while (this.sign() && !this.isBreak()) this.at += 1;
    return this.text.slice(begin, this.at);
  }

  // Where the last line that has ended before this one has its end.
  lastBreakBefore() {
    const start = this.lineStart();
    if (start === 0) return 0;
    return this.text.slice(start - 2, start) === "\r\n" ? start - 2 : start - 1;
  }

  // Passes empty lines; gives how many, and the column in which the text's lines begin.
  emptyLines(column, outer) {
    let breaks = 0;
    let widest = 0;
    for (;;) {
      while ((!column || this.column() < column) && this.sign() === " ") this.at += 1;
      widest = Math.max(widest, this.column());
      if ((!column || this.column() < column) && this.sign() === "\t") this.refuse("tab");
      if (!this.isBreak()) break;
      this.takeBreak();
      breaks += 1;
    }
    return [breaks, column || Math.max(widest, outer + 1, 1)];
  }
}
