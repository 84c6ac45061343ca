// The evidence beside an answer: any number of entries, each with what was said, a link, a
// measurement, and its day.

class Evidence {
  constructor(question) {
    this.question = question;
    this.items = make("div", {});
    const add = make("button", { type: "button", onclick: () => this.add() }, question.word("add-evidence"));
    this.element = make("div", {}, this.items, add);
    this.draw();
  }

  get list() {
    return this.question.answer.evidence;
  }

  draw() {
    this.items.replaceChildren(...this.list.map((item, place) => this.item(item, place)));
  }

  item(item, place) {
    const id = `${this.question.id}-evidence-${place}`;
    const fields = ["says", "link", "measurement", "date"].map((part) => this.field(item, part, `${id}-${part}`));
    const legend = make("legend", {}, this.question.word("evidence-n", { n: place + 1 }));
    const text = this.question.word("remove", { n: place + 1 });
    const remove = make("button", { type: "button", class: "quiet", onclick: () => this.remove(place) }, text);
    return make("fieldset", { class: "item", id, tabindex: "-1" }, legend, ...fields, remove);
  }

  field(item, part, id) {
    const change = (event) => {
      item[part] = event.target.value;
      if (part === "date") item.isHalfDated = event.target.validity.badInput; // a day without a year
      this.question.changed();
    };
    const isLong = part === "says" || part === "measurement";
    const type = part === "date" ? "date" : "text";
    const input = isLong ? make("textarea", { rows: "2", dir: "auto" }) : make("input", { type, autocomplete: "off" });
    input.id = id;
    input.setAttribute("aria-describedby", `${this.question.id}-fault`);
    input.value = item[part];
    input.addEventListener("input", change);
    return make("label", { class: "field" }, this.question.word(`evidence-${part}`), input);
  }

  add() {
    this.list.push(newItem());
    this.draw();
    this.items.lastChild.querySelector("textarea").focus();
  }

  remove(place) {
    this.list.splice(place, 1);
    this.draw();
    this.question.changed();
    this.element.querySelector(":scope > button").focus();
  }
}
