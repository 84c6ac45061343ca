// The page itself: draws the sheet, takes what is typed, says what is wrong. Texts of the set and of
// files come in as text only; nothing here makes elements out of them.

const $ = (id) => document.getElementById(id);

// Makes an element: `on…` are listeners, other names attributes; false leaves one out.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

class Screen {
  constructor(form, storage) {
    this.form = form;
    this.drafts = new Drafts(form, storage);
    this.sheet = new Sheet(form, today());
    this.touched = new Set();
    this.isChanged = false;
    this.isPressing = false;
    this.waiting = [];
  }

  // Does something once no button of a mouse is down: what moves on the page between its going down
  // and up takes a click away from what it was meant for.
  atRest(act) {
    if (this.isPressing) this.waiting.push(act);
    else act();
  }

  watchPressing() {
    const release = () =>
      setTimeout(() => {
        this.isPressing = false;
        this.waiting.splice(0).forEach((act) => act());
      });
    addEventListener("pointerdown", () => (this.isPressing = true), true);
    addEventListener("pointerup", release, true);
    addEventListener("pointercancel", release, true);
  }

  // Gives a sentence of ours with values in its places.
  word(key, values = {}) {
    return this.form.words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  // Gives a text of the set, in its own language and direction.
  said(text, tag = "span") {
    return make(tag, { lang: this.form.language, dir: "auto" }, text);
  }

  number(value) {
    return new Intl.NumberFormat("en", { maximumFractionDigits: 12 }).format(value).replaceAll(",", "\u202f");
  }

  // Says something to those who do not see the page.
  tell(text) {
    $("status").textContent = text;
  }

  start() {
    this.watchPressing();
    this.drawHead();
    new Opening(this).start();
    this.saving = new Saving(this);
    this.saving.start();
    const draft = this.drafts.read();
    if (draft && this.takeDraft(draft)) this.notice(this.word("draft-back"), []);
    this.draw();
    addEventListener("beforeunload", (event) => {
      if (this.isChanged && !this.drafts.isKept()) event.preventDefault();
    });
    addEventListener("beforeprint", () => this.openAll(true));
    addEventListener("afterprint", () => this.openAll(false));
  }

  takeDraft(draft) {
    try {
      this.sheet.take(readYaml(draft.text));
      this.drafts.fill(this.sheet, draft);
    } catch {
      this.sheet = new Sheet(this.form, today()); // somebody changed it: it is no draft of ours
      return false;
    }
    this.isChanged = true;
    return true;
  }

  // Shows on paper what is folded away on the screen.
  openAll(isPrinting) {
    for (const details of document.querySelectorAll("details")) {
      if (isPrinting) {
        details.dataset.wasOpen = details.open ? "yes" : "";
        details.open = true;
      } else details.open = details.dataset.wasOpen === "yes";
    }
  }

  // ---- the whole

  draw() {
    for (const part of ["title", "summary", "assessed"]) $(part).value = this.sheet[part];
    this.touched.clear();
    this.here = -1; // the question at which one was last
    this.boxes = [];
    const sections = this.form.rubrics.map((rubric, place) => this.section(rubric, place));
    $("questions").replaceChildren(...sections);
    $("contents").replaceChildren(...this.form.rubrics.map((rubric, place) => this.contentsLine(rubric, place)));
    $("result").hidden = $("faults").hidden = true;
    this.refresh();
  }

  section(rubric, place) {
    const heading = make("h2", { id: `rubric-${place}`, tabindex: "-1" }, this.said(rubric.title));
    const about = this.said(rubric.about, "p");
    const boxes = rubric.questions.map((number) => this.box(number));
    return make("section", { "aria-labelledby": `rubric-${place}`, id: `section-${place}` }, heading, about, ...boxes);
  }

  contentsLine(rubric, place) {
    const link = make("a", { href: `#rubric-${place}` }, this.said(rubric.title));
    return make("li", { id: `line-${place}` }, link, " ", make("span", { class: "count", id: `count-${place}` }));
  }

  box(number) {
    const box = new Question(this, number);
    this.boxes[number] = box;
    return box.element;
  }

  // Shows what is asked as things stand, and how far one has come.
  refresh() {
    const asked = this.sheet.asked();
    const before = this.boxes.filter((box) => !box.element.hidden).length;
    this.boxes.forEach((box, number) => {
      box.element.hidden = !asked[number];
    });
    this.form.rubrics.forEach((rubric, place) => {
      const numbers = rubric.questions.filter((number) => asked[number]);
      const done = numbers.filter((number) => this.stateOf(number) !== "left").length;
      $(`section-${place}`).hidden = $(`line-${place}`).hidden = !numbers.length;
      $(`count-${place}`).textContent = this.word("part-done", { done, all: numbers.length });
    });
    const numbers = this.boxes.map((_, number) => number).filter((number) => asked[number]);
    this.left = numbers.filter((number) => this.stateOf(number) === "left");
    const unknown = numbers.filter((number) => this.stateOf(number) === "unknown").length;
    const done = numbers.length - this.left.length - unknown;
    $("progress").textContent = this.word("progress", { done, unknown, left: this.left.length });
    $("meter").max = Math.max(numbers.length, 1);
    $("meter").value = numbers.length - this.left.length;
    $("next").hidden = !this.left.length;
    return numbers.length - before;
  }

  stateOf(number) {
    const { how } = this.sheet.answers[number];
    if (how === "" || this.sheet.isUnfinished(number)) return "left";
    return how === "unknown" ? "unknown" : "done";
  }

  // Takes note of a change; what it shows or hides elsewhere is said.
  changed() {
    this.isChanged = true;
    $("result").hidden = true;
    const more = this.refresh();
    if (more > 0) this.tell(this.word("more-asked", { n: more }));
    if (more < 0) this.tell(this.word("fewer-asked", { n: -more }));
    this.saving.changed();
    this.drafts.keep(this.sheet);
  }

  next() {
    const number = this.left.find((each) => each > this.here) ?? this.left[0];
    if (number !== undefined) this.boxes[number].focus();
  }

  // ---- what the file is called and about

  drawHead() {
    for (const part of ["title", "summary", "assessed"]) {
      $(part).addEventListener("input", () => {
        this.sheet[part] = $(part).value;
        this.changed();
      });
      $(part).addEventListener("change", () => this.atRest(() => this.headFaults([part])));
    }
    $("next").addEventListener("click", () => this.next());
    $("questions").addEventListener("focusin", (event) => {
      const element = event.target.closest(".question");
      this.here = this.boxes.findIndex((box) => box.element === element);
    });
  }

  // Shows the faults of some parts of the head; gives all faults of these.
  headFaults(parts) {
    const faults = this.sheet.faults().filter(([part]) => parts.includes(part));
    for (const part of parts) {
      const texts = faults.filter((fault) => fault[0] === part).map(([, key, values]) => this.word(key, values));
      $(`${part}-fault`).textContent = texts.join(" ");
      if (texts.length) $(part).setAttribute("aria-invalid", "true");
      else $(part).removeAttribute("aria-invalid");
    }
    return faults;
  }

  notice(head, lines) {
    const list = lines.map((line) => make("li", { dir: "auto" }, line));
    $("notice").replaceChildren(make("p", { dir: "auto" }, head), ...(list.length ? [make("ul", {}, ...list)] : []));
    $("notice").hidden = false;
    $("notice").focus();
  }
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
