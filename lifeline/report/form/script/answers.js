// Answers as the page holds them: what somebody typed, and what is wrong with it.
//
// An answer: {how, value, picked, maybe, low, high, reason, by, note, evidence, isLater, extra}.
// `how` is "" (nothing said), "one", "none" (none of several choices), "several" (narrowed),
// "unknown" or "absent" (does not apply). `picked` are ids of choices; `extra` is what the page does
// not understand, as [name, value], to be written back. `isOdd` where `score` would refuse what the
// file holds, and the page knows how to write it.

const RUNGS = ["says", "link", "measurement"];
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const GROUPED = /^\d{1,3}([,_'\u2019\u066c\u060c\uff0c]\d{3})+$/;
const PARTED = [
  /^([+-]?(?:\d{1,3}(?:[._'\u2019]\d{3})+|\d*))[,\u060c\uff0c](\d+)$/, // 12,5 and 1.234,5
  /^([+-]?\d{1,3}(?:[,_'\u2019\u066c\u060c\uff0c]\d{3})+)\.(\d+)$/, // 1,234.5
];
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

function newItem() {
  return { says: "", link: "", measurement: "", date: "", extra: [] };
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

// Gives a number as idea files hold it: digits of other scripts become those of ASCII, and 1e3 is
// written out.
function numberText(text) {
  const said = text
    .trim()
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 15)) // each row of ten begins at a multiple of 16
    .replace(/[\u066b\uff0e]/g, ".")
    .replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "$1");
  return /e/i.test(said) && NUMBER.test(said) ? writtenOut(said) : said;
}

// Gives a number without its e; with it where it is too large or too small for that.
function writtenOut(said) {
  const text = String(Number(said));
  return /e|y/.test(text) ? said : text;
}

// Gives what is meant by a number with a comma before its fraction, or with marks between thousands
// and a fraction; "" where it is something else.
function withPoint(text) {
  const [, whole, fraction] = PARTED.map((parted) => parted.exec(text)).find(Boolean) ?? [];
  return fraction ? `${whole.replace(/[^+\-\d]/g, "") || "0"}.${fraction}` : "";
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
  else if (!NUMBER.test(text) && withPoint(text)) say(part, "with-a-point", { meant: withPoint(text) });
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
