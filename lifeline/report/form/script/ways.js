// The ways to answer a question: its own, that it is not known, and that it does not apply.

const WAYS = { choice: "choice", choices: "choices", number: "amount", "yes-no": "yesNo" };

class Ways {
  constructor(box) {
    this.box = box;
    this.screen = box.screen;
    this.question = box.question;
    this.inner = {};
    this.radios = {};
    this.elements = [...this[WAYS[this.question.kind]](), ...this.others()];
  }

  get answer() {
    return this.box.answer;
  }

  word(key, values) {
    return this.box.word(key, values);
  }

  // Makes one of the ways to answer: a radio button, and what unfolds below it.
  way(how, value, label, inner = null) {
    const isChosen = this.answer.how === how && (value === "" || this.answer.value === value);
    const choose = () => {
      this.choose(how);
      if (value) this.answer.value = value;
      this.box.changed();
    };
    const about = { type: "radio", name: this.box.id, value: `${how} ${value}`, checked: isChosen };
    const input = make("input", { ...about, onchange: choose });
    if (inner) {
      inner.classList.add("inner");
      this.inner[how] = inner;
    }
    this.radios[how] = input;
    return make("div", { class: "way" }, make("label", { class: "option" }, input, label), ...(inner ? [inner] : []));
  }

  // Takes a way to answer. What was marked or typed for another way is taken out where it stays in
  // sight: it would seem to count.
  choose(how) {
    const { answer } = this;
    if (how !== answer.how && how !== "one" && this.isOpen) {
      const isListed = this.question.kind === "choices";
      if (!isListed) this.inner.one.querySelector("input").value = answer.value = "";
      else if (how !== "several") Object.assign(answer, { picked: [], maybe: [] });
    }
    answer.how = how;
  }

  // Whether the fields of the plain answer can be seen before it is chosen.
  get isOpen() {
    return this.question.kind === "choices" || this.question.kind === "number";
  }

  // Takes the way to which a field belongs that somebody fills in.
  chooseBy(how) {
    if (this.answer.how === how || !this.radios[how]) return;
    this.radios[how].checked = true;
    this.answer.how = how;
  }

  choice() {
    const picks = this.question.choices.map((choice) => this.tick(choice));
    const narrowed = make("div", { role: "group", "aria-label": this.word("which-ones") }, ...picks);
    return [
      ...this.question.choices.map((choice) => this.way("one", choice.id, this.screen.said(choice.label))),
      this.way("several", "", this.word("one-of-several"), narrowed),
    ];
  }

  yesNo() {
    return ["yes", "no"].map((value) => this.way("one", value, this.word(value)));
  }

  choices() {
    const picks = this.question.choices.map((choice) => this.tick(choice));
    const sure = make("div", { role: "group", "aria-label": this.word("which-ones") }, ...picks);
    const levels = make("div", {}, ...this.question.choices.map((choice) => this.level(choice)));
    return [
      this.way("one", "", this.word("these"), sure),
      this.way("none", "", this.word("none-of-these")),
      this.way("several", "", this.word("some-not-sure"), levels),
    ];
  }

  tick(choice) {
    const change = (event) => {
      if (this.question.kind === "choices") this.chooseBy("one");
      const others = this.answer.picked.filter((id) => id !== choice.id);
      this.answer.picked = event.target.checked ? [...others, choice.id] : others;
      this.box.changed();
    };
    const about = { type: "checkbox", value: choice.id, checked: this.answer.picked.includes(choice.id) };
    const input = make("input", { ...about, onchange: change, "data-part": "picked" });
    return make("label", { class: "option" }, input, this.screen.said(choice.label));
  }

  level(choice) {
    const change = (event) => {
      const level = event.target.value;
      for (const part of ["picked", "maybe"]) {
        this.answer[part] = this.answer[part].filter((id) => id !== choice.id);
        if (level === part) this.answer[part].push(choice.id);
      }
      this.box.changed();
    };
    const options = [["no", "not"], ["maybe", "perhaps"], ["picked", "surely"]].map(([value, key]) =>
      make("option", { value }, this.word(key)),
    );
    const select = make("select", { onchange: change, "data-choice": choice.id, "data-part": "levels" }, ...options);
    return make("label", { class: "level" }, this.screen.said(choice.label), select);
  }

  amount() {
    const { question } = this;
    const [least, most] = [question.least, question.most].map((bound) => this.screen.number(bound));
    const hint = make("p", { class: "hint", id: `${this.box.id}-hint` }, this.word("bounds", { least, most }));
    const one = make("div", { class: "numbers" }, this.numberField("value", "number"), this.unit());
    const ends = [this.numberField("low", "from"), this.numberField("high", "to")];
    const two = make("div", { class: "numbers" }, ...ends, this.unit());
    return [
      hint,
      this.way("one", "", this.word("this-number"), one),
      this.way("several", "", this.word("between-two"), two),
    ];
  }

  unit() {
    const { unit } = this.question;
    const own = this.screen.form.words[`unit-${unit}`];
    if (unit === "1") return "";
    return own ? make("span", {}, own) : this.screen.said(unit);
  }

  numberField(part, label) {
    const type = (event) => {
      this.chooseBy(part === "value" ? "one" : "several");
      this.answer[part] = event.target.value;
      this.box.changed();
    };
    const input = make("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      size: "12",
      dir: "ltr",
      id: `${this.box.id}-${part}`,
      "aria-describedby": `${this.box.id}-hint ${this.box.id}-fault`,
      oninput: type,
    });
    input.value = this.answer[part];
    return make("label", {}, `${this.word(label)} `, input);
  }

  others() {
    const ways = [this.way("unknown", "", this.word("unknown"))];
    if (!this.question.absent) return ways;
    const reason = this.box.area("reason", "reason");
    return [...ways, this.way("absent", "", this.word("absent"), reason)];
  }

  // Shows what belongs to the chosen way.
  unfold() {
    for (const [how, element] of Object.entries(this.inner)) {
      element.hidden = how === "one" ? this.answer.how === "several" : this.answer.how !== how;
    }
    this.markListed();
  }

  // Shows the same in both lists of a question with several choices.
  markListed() {
    if (this.question.kind !== "choices") return;
    const { picked, maybe } = this.answer;
    for (const input of this.inner.one.querySelectorAll("input")) input.checked = picked.includes(input.value);
    for (const select of this.inner.several.querySelectorAll("select")) {
      const id = select.dataset.choice;
      select.value = picked.includes(id) ? "picked" : maybe.includes(id) ? "maybe" : "no";
    }
  }
}
