// Saving: what is wrong is listed, with links; what is right goes to the browser as a download.

const MOST_SHOWN = 60; // signs of a question in the list of what is wrong

class Saving {
  constructor(screen) {
    this.screen = screen;
  }

  start() {
    $("save").addEventListener("click", () => this.save());
    $("to-save").addEventListener("click", () => this.save());
    $("copy").addEventListener("click", () => this.copy());
    const { drafts } = this.screen;
    $("draft").checked = drafts.isKept();
    $("draft").disabled = !drafts.isPossible();
    $("draft-denied").hidden = drafts.isPossible();
    $("draft").addEventListener("change", () => drafts.choose($("draft").checked, this.screen.sheet));
  }

  save() {
    const faults = this.screen.headFaults(["title", "summary", "assessed"]);
    const links = faults.map(([part, key, values]) => this.faultLink(part, this.screen.word(key, values)));
    this.screen.boxes.forEach((box, number) => {
      if (box.element.hidden) return;
      this.screen.touched.add(number);
      const faults = box.showFaults();
      if (faults.length) links.push(this.faultLink(faults[0].id, faults[0].text, box.question.ask));
    });
    $("faults").hidden = !links.length;
    $("fault-list").replaceChildren(...links);
    $("result").hidden = links.length > 0;
    if (links.length) $("faults").focus();
    else this.write();
  }

  faultLink(id, text, ask = "") {
    const go = (event) => {
      event.preventDefault();
      $(id).focus();
    };
    const link = make("a", { href: `#${id}`, onclick: go }, text);
    return make("li", {}, ...(ask ? [this.screen.said(shortened(ask)), " "] : []), link);
  }

  write() {
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
    $("result").hidden = false;
    $("result").focus();
    this.screen.isChanged = false;
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

function shortened(text) {
  const signs = [...text];
  return signs.length > MOST_SHOWN ? `${signs.slice(0, MOST_SHOWN).join("").trim()}…` : text;
}
