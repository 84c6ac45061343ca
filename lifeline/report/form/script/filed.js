// Answers as an idea file holds them: how they are written to it, and read from it.

const FORMS = ["answer", "one-of", "between", "surely", "maybe", "not-applicable"];
const ABOUT = ["by", "evidence", "note"];
const YES_NO = { yes: "yes", true: "yes", no: "no", false: "no" };

// ---- to a file

// Gives an answer as an idea file holds it; undefined where there is nothing to say.
function answerTree(question, answer) {
  const about = aboutTree(answer);
  let said = saidTree(question, answer);
  if (said === undefined) {
    if (!about.size && !answer.isLater) return undefined;
    said = new Map([["answer", new Word("later")]]);
  }
  const isShort = said.size === 1 && said.has("answer") && !about.size;
  return isShort ? said.get("answer") : new Map([...said, ...about]);
}

function saidTree(question, answer) {
  const words = (ids) =>
    question.choices.filter((choice) => ids.includes(choice.id)).map((choice) => new Word(choice.id));
  const { how, picked, maybe } = answer;
  if (how === "unknown") return new Map([["answer", new Word("unknown")]]);
  if (how === "absent") return new Map([["not-applicable", clean(answer.reason)]]);
  if (how === "none") return new Map([["answer", []]]);
  if (how === "several") {
    if (question.kind === "choice") return new Map([["one-of", words(picked)]]);
    if (question.kind === "choices") return new Map([["surely", words(picked)], ["maybe", words(maybe)]]);
    return new Map([["between", [answer.low, answer.high].map((end) => new Word(numberText(end)))]]);
  }
  if (how !== "one") return undefined;
  if (question.kind === "choices") return new Map([["answer", words(picked)]]);
  return new Map([["answer", new Word(question.kind === "number" ? numberText(answer.value) : answer.value)]]);
}

function aboutTree(answer) {
  const found = new Map();
  if (clean(answer.by)) found.set("by", clean(answer.by));
  const items = answer.evidence.filter((item) => !isEmptyItem(item)).map(itemTree);
  if (items.length) found.set("evidence", items);
  if (clean(answer.note)) found.set("note", clean(answer.note));
  answer.extra.forEach(([name, value]) => found.set(name, value));
  return found;
}

function itemTree(item) {
  const found = new Map();
  for (const rung of RUNGS) if (clean(item[rung])) found.set(rung, clean(item[rung]));
  if (item.date) found.set("date", new Word(item.date));
  (item.extra ?? []).forEach(([name, value]) => found.set(name, value));
  return found;
}

// ---- from a file

// Reads an answer. What cannot be shown is told by `tell(line, sentence, values)`, and asked again.
function readAnswer(question, node, tell) {
  const answer = newAnswer();
  if (node.kind !== "map") {
    readSaid(question, answer, "answer", node, tell);
    return answer;
  }
  const forms = [];
  for (const { name, value } of node.entries) {
    if (name === "evidence") answer.evidence = readEvidence(answer, value, tell);
    else if (ABOUT.includes(name) && value.kind === "text") {
      answer[name] = value.text.trim();
      answer.isOdd ||= !answer[name];
    } else if (FORMS.includes(name)) forms.push([name, value]);
    else {
      answer.extra.push([name, treeOf(value)]);
      tell(value.line, "kept-key", { key: name });
    }
  }
  const names = forms.map(([name]) => name).sort().join(" ");
  if (forms.length === 1 || names === "maybe surely") {
    forms.forEach(([name, value]) => readSaid(question, answer, name, value, tell));
    const isNone = question.kind === "choices" && !answer.picked.length && !answer.maybe.length;
    if (answer.how === "several" && isNone) answer.how = "none"; // surely none, and none perhaps
  } else tell(node.line, "asked-again", { said: names });
  return answer;
}

function readSaid(question, answer, form, node, tell) {
  const again = () => {
    answer.how = "";
    tell(node.line, "asked-again", { said: node.kind === "text" ? node.text : "" });
  };
  const { kind } = question;
  const text = node.kind === "text" ? node.text : null;
  const ids = question.choices.map((choice) => choice.id);
  const listed = node.kind === "list" ? node.items.map((item) => (item.kind === "text" ? item.text : null)) : null;
  const isListed = listed && listed.every((id) => ids.includes(id)) && new Set(listed).size === listed.length;
  if (form === "answer" && text === "unknown") answer.how = "unknown";
  else if (form === "answer" && text === "later") answer.isLater = true;
  else if (form === "not-applicable" && question.absent && text?.trim()) {
    answer.how = "absent";
    answer.reason = text.trim();
  } else if (form === "answer" && kind === "number" && text !== null) {
    answer.how = "one";
    answer.value = text;
  } else if (form === "between" && kind === "number" && listed?.length === 2 && !listed.includes(null)) {
    answer.how = "several";
    [answer.low, answer.high] = listed;
  } else if (form === "answer" && kind === "yes-no" && text !== null && Object.hasOwn(YES_NO, text.toLowerCase())) {
    answer.how = "one";
    answer.value = YES_NO[text.toLowerCase()];
  } else if (form === "answer" && kind === "choice" && ids.includes(text)) {
    answer.how = "one";
    answer.value = text;
  } else if (form === "one-of" && kind === "choice" && isListed) {
    answer.how = "several";
    answer.picked = listed;
  } else if (form === "answer" && kind === "choices" && isListed) {
    answer.how = listed.length ? "one" : "none";
    answer.picked = listed;
  } else if ((form === "surely" || form === "maybe") && kind === "choices" && isListed) {
    const other = form === "surely" ? answer.maybe : answer.picked;
    if (listed.some((id) => other.includes(id))) again();
    else {
      answer.how = "several";
      answer[form === "surely" ? "picked" : "maybe"] = listed;
    }
  } else again();
}

function readEvidence(answer, node, tell) {
  if (node.kind === "text" && !node.text.trim()) return [];
  answer.isOdd ||= node.kind !== "list";
  const items = node.kind === "list" ? node.items : [node];
  return items.map((item) => {
    const found = newItem();
    const entries = item.kind === "map" ? item.entries : [{ name: "says", value: item }];
    answer.isOdd ||= item.kind !== "map" || entries.some(({ value }) => value.kind === "text" && !value.text.trim());
    answer.isOdd ||= !entries.some(({ name }) => RUNGS.includes(name));
    for (const { name, value } of entries) {
      if ([...RUNGS, "date"].includes(name) && value.kind === "text") found[name] = value.text.trim();
      else {
        found.extra.push([name, treeOf(value)]);
        tell(value.line, "kept-key", { key: name });
      }
    }
    return found;
  });
}
