// Answers as the page holds them, and as an idea file holds them.
//
// An answer: {how, value, picked, maybe, low, high, reason, by, note, evidence, isLater, extra}.
// `how` is "" (nothing said), "one", "none" (none of several choices), "several" (narrowed),
// "unknown" or "absent" (does not apply). `picked` are ids of choices; `extra` is what the page does
// not understand, as [name, value], to be written back. `isOdd` where `score` would refuse what the
// file holds, and the page knows how to write it.

const FORMS = ["answer", "one-of", "between", "surely", "maybe", "not-applicable"];
const ABOUT = ["by", "evidence", "note"];
const RUNGS = ["says", "link", "measurement"];
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const GROUPED = /^\d{1,3}([,_'\u2019\u066c\u060c\uff0c]\d{3})+$/;
const YES_NO = { yes: "yes", true: "yes", no: "no", false: "no" };
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;
const LONGEST_LINE = 200;
const LONGEST_TEXT = 10000;

function newAnswer() {
  return {
    how: "", value: "", picked: [], maybe: [], low: "", high: "", reason: "",
    by: "", note: "", evidence: [], isLater: false, isOdd: false, extra: [],
  };
}

// ---- what somebody typed

// Takes out what no idea file can hold: control characters, and halves of signs.
function clean(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g, "")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .trim();
}

function cleanLine(text) {
  return clean(text).replace(/\s*\n\s*/g, " ");
}

// Gives a number as idea files hold it; digits of other scripts become those of ASCII.
function numberText(text) {
  return text
    .trim()
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 15)) // each row of ten begins at a multiple of 16
    .replace(/[\u066b\uff0e]/g, ".")
    .replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "$1");
}

function isDay(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= last;
}

function isLink(text) {
  return text.startsWith("https://") || text.startsWith("http://");
}

function length(text) {
  return [...text].length;
}

// ---- what is wrong with an answer: [part, sentence, values] of each fault

function faultsOf(question, answer) {
  const faults = [];
  const say = (part, word, values = {}) => faults.push([part, word, values]);
  if (answer.how === "one") {
    if (question.kind === "number") numberFault(question, answer.value, "value", say);
    if (question.kind === "choices" && !answer.picked.length) say("picked", "pick-one");
  } else if (answer.how === "several") severalFaults(question, answer, say);
  else if (answer.how === "absent" && !clean(answer.reason)) say("reason", "give-reason");
  for (const part of ["reason", "note", "by"]) {
    if (length(clean(answer[part])) > LONGEST_TEXT) say(part, "too-long", { most: LONGEST_TEXT });
  }
  answer.evidence.forEach((item, place) => itemFaults(item, `evidence-${place}`, say));
  return faults;
}

function severalFaults(question, answer, say) {
  if (question.kind === "number") {
    const before = [numberFault(question, answer.low, "low", say), numberFault(question, answer.high, "high", say)];
    if (before.every((isGood) => isGood) && Number(numberText(answer.low)) > Number(numberText(answer.high))) {
      say("low", "smaller-first");
    }
  } else if (question.kind === "choice" && answer.picked.length < 2) say("picked", "pick-two");
  else if (question.kind === "choices" && !answer.picked.length && !answer.maybe.length) say("levels", "pick-one");
}

function numberFault(question, typed, part, say) {
  const text = numberText(typed);
  const bounds = { least: question.least, most: question.most };
  if (!text) say(part, "give-number", bounds);
  else if (GROUPED.test(text)) say(part, "without-commas", { meant: text.replace(/\D/g, "") });
  else if (!NUMBER.test(text)) say(part, "no-number", bounds);
  else if (Number(text) < question.least || Number(text) > question.most) say(part, "out-of-bounds", bounds);
  else return true;
  return false;
}

function itemFaults(item, part, say) {
  if (isEmptyItem(item) && !item.isHalfDated) return;
  const link = clean(item.link);
  if (!RUNGS.some((rung) => clean(item[rung]))) say(part, "backs-nothing");
  if (link && !isLink(link)) say(`${part}-link`, "no-link");
  if (item.isHalfDated || (item.date && !isDay(item.date))) say(`${part}-date`, "no-day");
  for (const rung of RUNGS) {
    if (length(clean(item[rung])) > LONGEST_TEXT) say(`${part}-${rung}`, "too-long", { most: LONGEST_TEXT });
  }
}

function isEmptyItem(item) {
  return !RUNGS.some((rung) => clean(item[rung])) && !item.date && !item.extra?.length;
}

// Gives what of an answer can be saved: what is wrong with it is left out, as if it had not been said.
function finishedOf(question, answer) {
  const wrong = new Set(faultsOf(question, answer).map(([part]) => part));
  const found = { ...answer };
  const said = answer.how === "absent" ? ["reason"] : ["value", "low", "high", "picked", "levels"];
  if (said.some((part) => wrong.has(part))) found.how = "";
  for (const part of ["by", "note"]) if (wrong.has(part)) found[part] = "";
  found.evidence = answer.evidence
    .map((item, place) => withoutParts(item, [...RUNGS, "date"].filter((part) => wrong.has(`evidence-${place}-${part}`))))
    .filter((item) => RUNGS.some((rung) => clean(item[rung])));
  return found;
}

function withoutParts(item, parts) {
  return { ...item, ...Object.fromEntries(parts.map((part) => [part, ""])) };
}

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

function newItem() {
  return { says: "", link: "", measurement: "", date: "", extra: [] };
}

// Gives the values that an answer may still have, for conditions.
function valuesOf(question, answer) {
  const open = openValues(question);
  const ids = question.choices.map((choice) => choice.id);
  const bits = (picked) => picked.reduce((mask, id) => mask | (1 << ids.indexOf(id)), 0);
  const { how, picked } = answer;
  if (how === "absent") return [ABSENT];
  if (how === "none") return [0];
  if (!["one", "several"].includes(how) || faultsOf(question, { ...answer, evidence: [] }).length) return open;
  if (question.kind === "choices") return how === "one" ? [bits(picked)] : subsets(bits(picked), bits(answer.maybe));
  if (question.kind === "yes-no") return [answer.value === "yes" ? 1 : 0];
  if (question.kind === "choice") return (how === "one" ? [answer.value] : picked).map((id) => ids.indexOf(id));
  const [low, high] = how === "one" ? [answer.value, answer.value] : [answer.low, answer.high];
  return cells(Number(numberText(low)), Number(numberText(high)), question.cuts);
}
