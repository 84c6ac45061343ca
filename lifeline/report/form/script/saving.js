// Saving: what is not finished is listed, with links; what is goes to the browser as a download, also
// without the rest where somebody wants that.

const MOST_SHOWN = 60; // signs of a question in the list of what is wrong

class Saving {
  constructor(screen) {
    this.screen = screen;
  }

  start() {
    $("save").addEventListener("click", () => this.save());
    $("to-save").addEventListener("click", () => this.save());
    $("save-without").addEventListener("click", () => this.write(this.listed().questions));
    $("copy").addEventListener("click", () => this.copy());
    const { drafts } = this.screen;
    $("draft").checked = drafts.isKept();
    $("draft").disabled = !drafts.isPossible();
    $("draft-denied").hidden = drafts.isPossible();
    $("draft").addEventListener("change", () => drafts.choose($("draft").checked, this.screen.sheet));
  }

  save() {
    const { head, questions } = this.listed();
    $("result").hidden = true;
    if (head + questions) $("faults").focus();
    else this.write(0);
  }

  // Lists what is not finished, of the head and of the questions; gives how many of each. A file needs
  // its head; it can be saved without answers.
  listed() {
    const faults = this.screen.headFaults(["title", "summary", "assessed"]);
    const head = faults.map(([part, key, values]) => this.faultLink(part, this.screen.word(key, values)));
    const links = [];
    this.screen.boxes.forEach((box, number) => {
      if (box.element.hidden) return;
      this.screen.touched.add(number);
      const [fault] = box.showFaults();
      if (fault) links.push(this.faultLink(fault.id, fault.text, box.question.ask));
    });
    $("faults").hidden = !head.length && !links.length;
    $("fault-list").replaceChildren(...head, ...links);
    $("without").hidden = head.length > 0;
    $("save-without").textContent =
      links.length === 1 ? this.screen.word("without-1") : this.screen.word("without", { n: links.length });
    return { head: head.length, questions: links.length };
  }

  // Keeps the list true while somebody mends what stands there.
  changed() {
    if (!$("faults").hidden) this.screen.atRest(() => this.listed());
  }

  faultLink(id, text, ask = "") {
    const go = (event) => {
      event.preventDefault();
      $(id).focus();
    };
    const link = make("a", { href: `#${id}`, onclick: go }, text);
    return make("li", {}, ...(ask ? [this.screen.said(shortened(ask)), " "] : []), link);
  }

  // Writes the file. `leftOut`: how many questions have something that it does not hold.
  write(leftOut) {
    const text = this.screen.sheet.file();
    const name = this.screen.sheet.fileName();
    const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    const link = make("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    $("text").value = text;
    $("saved").textContent = this.screen.word("saved", { name });
    $("left-out").textContent = this.screen.word("left-out", { n: leftOut });
    $("left-out").hidden = !leftOut;
    $("faults").hidden = true;
    $("result").hidden = false;
    $("result").focus();
    this.screen.isChanged = leftOut > 0;
  }

  async copy() {
    $("text").select();
    try {
      await navigator.clipboard.writeText($("text").value);
      this.screen.tell(this.screen.word("copied"));
    } catch {
      this.screen.tell(this.screen.word("selected")); // the browser refuses; the text is marked, to be copied by hand
    }
  }
}

// Cuts a long text between two words; where none ends in good time, as in a long link, inside of one.
function shortened(text) {
  const signs = [...text];
  if (signs.length <= MOST_SHOWN) return text;
  const room = signs.slice(0, MOST_SHOWN).join("").length;
  const gap = signs.slice(0, MOST_SHOWN + 1).join("").search(/\s\S*$/);
  const end = [gap, wordStart(text, room)].find((place) => place > room / 2) ?? room;
  return `${text.slice(0, end).replace(/[\s,;:\uff0c\u3001\u060c]+$/u, "")}…`;
}

// Where the word begins to which a place belongs, in languages that write no spaces too.
function wordStart(text, place) {
  if (!Intl.Segmenter) return -1; // older browsers
  return new Intl.Segmenter("en", { granularity: "word" }).segment(text).containing(place).index;
}
