// One question on the page: the ways to answer it, what backs an answer, and what is wrong with it.

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
    this.clearing = make("button", { type: "button", class: "quiet", onclick: () => this.clear() }, this.word("clear"));
    this.ways = new Ways(this);
    this.body.replaceChildren(...this.ways.elements, this.besides(), this.clearing);
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
    this.ways.unfold();
    const count = answer.evidence.filter((item) => !isEmptyItem(item)).length;
    this.summary.textContent = count ? this.word("besides-n", { n: count }) : this.word("besides");
    this.clearing.hidden = !answer.how && !count && !answer.note && !answer.by;
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
