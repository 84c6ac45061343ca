// One question on the page: its answers, how sure they are, and what backs them.

class Question {
  constructor(screen, number) {
    this.screen = screen;
    this.number = number;
    this.id = `q${number}`;
    this.question = screen.form.questions[number];
    this.faultText = make("p", { class: "fault", id: `${this.id}-fault` });
    this.body = make("div", {});
    const legend = make("legend", {}, screen.said(this.question.ask));
    const about = { class: "question", id: this.id, tabindex: "-1", "aria-describedby": `${this.id}-fault` };
    const onfocusout = (event) => this.left(event);
    this.element = make("fieldset", { ...about, onfocusout }, legend, this.why(), this.body, this.faultText);
    this.draw();
  }

  get answer() {
    return this.screen.sheet.answers[this.number];
  }

  word(key, values) {
    return this.screen.word(key, values);
  }

  draw() {
    const ways = { choice: "choice", choices: "choices", number: "amount", "yes-no": "yesNo" };
    this.inner = {};
    this.radios = {};
    this.clearing = make("button", { type: "button", class: "quiet", onclick: () => this.clear() }, this.word("clear"));
    const own = this[ways[this.question.kind]]();
    this.body.replaceChildren(...own, ...this.others(), this.besides(), this.clearing);
    this.unfold();
  }

  // Goes to what is missing in an answer that is begun, otherwise to the answer.
  focus() {
    const [fault] = this.answer.how ? this.showFaults() : [];
    if (fault) this.screen.touched.add(this.number);
    const own = this.element.querySelector("input:checked") ?? this.element.querySelector("input");
    (fault ? $(fault.id) : own).focus();
    this.element.scrollIntoView({ block: "nearest" });
  }

  why() {
    const { question } = this;
    const parts = [this.screen.said(question.why, "p")];
    if (question.whom) parts.push(make("p", {}, `${this.word("ask-whom")} `, this.screen.said(question.whom)));
    if (question.evidence) parts.push(make("p", {}, this.word(`backed-${question.evidence}`)));
    const days = question.evidence ? "at-most-old" : "look-again";
    if (question.fresh) parts.push(make("p", {}, this.word(days, { days: question.fresh })));
    return make("details", { class: "why" }, make("summary", {}, this.word("why")), ...parts);
  }

  // ---- what can be answered

  // Makes one of the ways to answer: a radio button, and what unfolds below it.
  way(how, value, label, inner = null) {
    const isChosen = this.answer.how === how && (value === "" || this.answer.value === value);
    const choose = () => {
      this.choose(how);
      if (value) this.answer.value = value;
      this.changed();
    };
    const about = { type: "radio", name: this.id, value: `${how} ${value}`, checked: isChosen };
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
      this.changed();
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
      this.changed();
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
    const hint = make("p", { class: "hint", id: `${this.id}-hint` }, this.word("bounds", { least, most }));
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
      this.changed();
    };
    const input = make("input", {
      type: "text",
      inputmode: "decimal",
      autocomplete: "off",
      size: "12",
      dir: "ltr",
      id: `${this.id}-${part}`,
      "aria-describedby": `${this.id}-hint ${this.id}-fault`,
      oninput: type,
    });
    input.value = this.answer[part];
    return make("label", {}, `${this.word(label)} `, input);
  }

  others() {
    const ways = [this.way("unknown", "", this.word("unknown"))];
    if (!this.question.absent) return ways;
    const reason = this.area("reason", "reason");
    return [...ways, this.way("absent", "", this.word("absent"), reason)];
  }

  // ---- what backs it

  besides() {
    this.summary = make("summary", {});
    const evidence = new Evidence(this);
    const texts = [this.text("by", "by"), this.area("note", "note")];
    return make("details", { class: "besides" }, this.summary, evidence.element, ...texts);
  }

  text(part, label) {
    return this.field(part, label, make("input", { type: "text", autocomplete: "off" }));
  }

  area(part, label) {
    return this.field(part, label, make("textarea", { rows: "2" }));
  }

  field(part, label, input) {
    input.id = `${this.id}-${part}`;
    input.dir = "auto";
    input.setAttribute("aria-describedby", `${this.id}-fault`);
    input.value = this.answer[part];
    input.addEventListener("input", () => {
      this.answer[part] = input.value;
      this.changed();
    });
    return make("label", { class: "field" }, this.word(label), input);
  }

  // ---- what changes

  changed() {
    this.unfold();
    if (this.screen.touched.has(this.number)) this.showFaults();
    this.screen.changed();
  }

  // Shows what belongs to the chosen way, and what there is to say besides.
  unfold() {
    const { answer } = this;
    for (const [how, element] of Object.entries(this.inner)) {
      element.hidden = how === "one" ? answer.how === "several" : answer.how !== how;
    }
    this.markListed();
    const count = answer.evidence.filter((item) => !isEmptyItem(item)).length;
    this.summary.textContent = count ? this.word("besides-n", { n: count }) : this.word("besides");
    this.clearing.hidden = !answer.how && !count && !answer.note && !answer.by;
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

  clear() {
    this.screen.sheet.answers[this.number] = { ...newAnswer(), extra: this.answer.extra };
    this.draw();
    this.changed();
    this.focus();
  }

  // One has gone on: what is missing here may be told now.
  left(event) {
    if (this.element.contains(event.relatedTarget)) return;
    this.screen.touched.add(this.number);
    this.screen.atRest(() => {
      const faults = this.showFaults();
      if (faults.length) this.screen.tell(faults.map((fault) => fault.text).join(" "));
    });
  }

  // Shows the faults of the answer; gives each as {id, text}, with the id of where to mend it.
  showFaults() {
    const faults = faultsOf(this.question, this.answer).map(([part, key, values]) => {
      const shown = { ...values };
      for (const name of ["least", "most"]) if (name in shown) shown[name] = this.screen.number(shown[name]);
      return { part, text: this.word(key, shown) };
    });
    for (const field of this.element.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    this.faultText.textContent = faults.map((fault) => fault.text).join(" ");
    return faults.map(({ part, text }) => {
      const field = $(`${this.id}-${part}`) ?? this.element.querySelector(`.inner:not([hidden]) [data-part="${part}"]`);
      if (field && field.tagName !== "FIELDSET") field.setAttribute("aria-invalid", "true");
      if (field && !field.id) field.id = `${this.id}-${part}`;
      field?.closest("details")?.setAttribute("open", "");
      return { id: field ? field.id : this.id, text };
    });
  }
}
