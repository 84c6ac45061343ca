// The sheet: everything that the page says about one idea, from a file or to be put into one.

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NEW_FILE = "lifeline: 1\n";
const HEAD = ["lifeline", "idea", "id", "summary", "assessed", "set", "capabilities", "answers", "waivers"];

class Sheet {
  // A sheet of a form: its questions, rubrics and the names of its set.
  constructor(form, today) {
    this.form = form;
    this.take(readYaml(NEW_FILE));
    this.assessed = today;
  }

  // Takes what a file says. What cannot be shown is in `told`: [line, sentence, values] each.
  take(source) {
    const entries = new Map(source.root.entries.map((entry) => [entry.name, entry.value]));
    const text = (name) => (entries.get(name)?.kind === "text" ? entries.get(name).text.trim() : "");
    const answers = entries.get("answers");
    const isEmpty = !answers || (answers.kind === "text" && !answers.text);
    if (!isEmpty && answers.kind !== "map") throw new Unreadable(answers.line, "answers");
    const format = entries.get("lifeline");
    if (format && text("lifeline") !== "1") throw new Unreadable(format.line, "format");
    this.source = source;
    this.told = [];
    this.title = text("idea");
    this.id = text("id");
    this.summary = text("summary");
    this.assessed = text("assessed");
    for (const [name, value] of entries) {
      if (!HEAD.includes(name)) this.told.push([value.line, "kept-key", { key: name }]);
    }
    const given = new Map((isEmpty ? [] : answers.entries).map((entry) => [entry.name, entry]));
    this.answers = this.form.questions.map((question) => this.read(question, given.get(question.id)));
    this.was = this.answers.map((answer, number) => (answer.isOdd ? null : this.keyAt(number)));
    const known = new Set(this.form.questions.map((question) => question.id));
    for (const [id, entry] of given) {
      if (!known.has(id)) this.told.push([entry.value.line, "kept-key", { key: id }]);
    }
    if (this.id && !SLUG.test(this.id)) this.told.push([entries.get("id").line, "kept-key", { key: this.id }]);
    this.told.sort((a, b) => a[0] - b[0]);
    const begun = this.form.questions.filter((question) => given.has(question.id));
    const wanted = this.form.rubrics.filter((rubric) => rubric.wanted);
    this.rubrics = new Set([...wanted.map((rubric) => rubric.id), ...begun.map((question) => question.rubric)]);
  }

  read(question, entry) {
    if (!entry) return newAnswer();
    let isDoubtful = false;
    const answer = readAnswer(question, entry.value, (line, sentence, values) => {
      this.told.push([line, sentence, { ...values, question: question.id }]);
      isDoubtful ||= sentence === "asked-again";
    });
    answer.isOdd ||= isDoubtful;
    return answer;
  }

  keyAt(number) {
    return keyOf(answerTree(this.form.questions[number], this.answers[number]));
  }

  // Says of every question whether it is asked.
  asked() {
    const raw = this.form.questions.map((question, number) =>
      this.rubrics.has(question.rubric) ? valuesOf(question, this.answers[number]) : [HIDDEN],
    );
    return askedOf(this.form, raw);
  }

  faults() {
    const found = [];
    const title = cleanLine(this.title);
    if (!title) found.push(["title", "give-title", {}]);
    if (length(title) > LONGEST_LINE) found.push(["title", "too-long", { most: LONGEST_LINE }]);
    if (length(clean(this.summary)) > LONGEST_TEXT) found.push(["summary", "too-long", { most: LONGEST_TEXT }]);
    if (!isDay(this.assessed)) found.push(["assessed", "no-day", {}]);
    return found;
  }

  // Gives the file. What did not change stands there as it was, comments too; what is not finished is
  // left out.
  file() {
    return changedFile(this.source, this.head(), this.wantedAnswers());
  }

  head() {
    const said = new Map(this.source.root.entries.map((entry) => [entry.name, treeOf(entry.value)]));
    const kept = (name, now, text, write = (value) => value) => {
      const before = said.get(name);
      const isSame = before !== undefined && isText(before) && now === (before.text ?? before).trim();
      if (!text) return undefined;
      return isSame ? before : write(text);
    };
    const title = cleanLine(this.title);
    return new Map([
      ["lifeline", said.get("lifeline") ?? new Word("1")],
      ["idea", kept("idea", this.title.includes("\n") ? title : this.title, title)],
      ["id", this.id ? said.get("id") : undefined],
      ["summary", kept("summary", this.summary, clean(this.summary))],
      ["assessed", kept("assessed", this.assessed, this.assessed, (day) => new Word(day))],
      ["set", this.versions(said.get("set"))],
    ]);
  }

  versions(said) {
    if (said instanceof Map && said.has(this.form.set)) return said;
    return new Map([...(said instanceof Map ? said : []), [this.form.set, new Word(this.form.version)]]);
  }

  // An answer that could not be read and is not given anew is taken out; it was told on opening.
  wantedAnswers() {
    const { questions } = this.form;
    const before = new Map();
    const node = this.source.root.entries.find((entry) => entry.name === "answers")?.value;
    for (const entry of node?.entries ?? []) before.set(entry.name, treeOf(entry.value));
    const found = new Map();
    const asked = this.asked();
    questions.forEach((question, number) => {
      const isSame = this.was[number] !== null && this.keyAt(number) === this.was[number];
      const isOld = isSame && !(asked[number] && this.isUnfinished(number));
      found.set(question.id, isOld ? before.get(question.id) : this.treeAt(number, before.has(question.id)));
    });
    this.beginRubrics(found, asked);
    return found;
  }

  isUnfinished(number) {
    return faultsOf(this.form.questions[number], this.answers[number]).length > 0;
  }

  // Gives the answer as the file is to hold it. An unfinished one that has a line there is put off: the
  // line stays, with its comments, and says nothing that nobody said.
  treeAt(number, hasLine) {
    const question = this.form.questions[number];
    const answer = this.answers[number];
    const finished = finishedOf(question, answer);
    finished.isLater ||= hasLine && finished.how !== answer.how;
    return answerTree(question, finished);
  }

  // An optional rubric is judged once something of it stands in the file.
  beginRubrics(found, asked) {
    for (const rubric of this.form.rubrics) {
      const numbers = rubric.questions.filter((number) => asked[number]);
      const ids = rubric.questions.map((number) => this.form.questions[number].id);
      if (!rubric.optional || !rubric.wanted || !numbers.length) continue;
      if (ids.every((id) => found.get(id) === undefined)) {
        found.set(this.form.questions[numbers[0]].id, new Word("later"));
      }
    }
  }

  // Gives the name of the file: the idea's id, or its name in words that any system can store.
  fileName() {
    const words = this.id || cleanLine(this.title).toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu)?.join("-") || "idea";
    const stem = [...words].slice(0, 60).join("").replace(/[^\p{L}\p{N}\p{M}-]/gu, "-").replace(/^-+|-+$/g, "");
    const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
    return `${stem && !isReserved ? stem : "idea"}.yaml`;
  }
}
