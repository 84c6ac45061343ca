// Which questions are asked, as things stand: the same reckoning as `lifeline walk`.
//
// An answer is the list of values that it may still have: the number of a choice (no is 0, yes
// is 1), the bits of several choices, a span [low, high] of numbers, or ABSENT or HIDDEN. Conditions
// come as data: ["in", question, bits] and the like, joined by "all", "any" and "not". A question is
// asked where its condition is true for some of these values: what may be asked is shown.

const TRUE = 1;
const FALSE = 2;
const UNDEFINED = 4;
const ABSENT = -1; // does not apply
const HIDDEN = -2; // is not asked
const OPPOSITE = [0, 2, 1, 3, 4, 6, 5, 7];
const MOST_TRIED = 20000; // combinations of answers; beyond, a question that may be asked is asked

const TESTS = {
  in: (value, bits) => (bits >> value) & 1,
  includes: (value, bits) => bits & value,
  equals: (value, bits) => bits === value,
  "at-least": (value, least) => value[0] >= least,
};

// Gives all truths that a condition may have, as bits. Parts are taken as independent of each other:
// with several open answers it may name a truth too many, never one too few.
function judge(condition, possible) {
  const [operator, first, second] = condition;
  if (operator === "all") return allOf(first.map((part) => judge(part, possible)));
  if (operator === "any") return OPPOSITE[allOf(first.map((part) => OPPOSITE[judge(part, possible)]))];
  if (operator === "not") return OPPOSITE[judge(first, possible)];
  if (operator === "measures") return measured(interval(first, possible));
  let truths = 0;
  for (const value of possible[first]) {
    if (value === ABSENT || value === HIDDEN) truths |= UNDEFINED;
    else truths |= TESTS[operator](value, second) ? TRUE : FALSE;
  }
  return truths;
}

// Kleene's "and": false beats undefined beats true.
function allOf(parts) {
  let found = TRUE;
  let somewhere = 0;
  let canAvoidFalse = true;
  for (const part of parts) {
    somewhere |= part;
    found &= part;
    canAvoidFalse = canAvoidFalse && part !== FALSE;
  }
  return found | (somewhere & FALSE) | (canAvoidFalse ? somewhere & UNDEFINED : 0);
}

// ---- arithmetic over spans; null where nothing is defined

const EVERYTHING = { low: -Infinity, high: Infinity, mayLack: true };

const CORNERS = {
  product: (a, b) => a * b,
  ratio: (a, b) => a / b,
  sum: (a, b) => a + b,
  difference: (a, b) => a - b,
  least: Math.min,
  greatest: Math.max,
};

function interval(formula, possible) {
  const [operation, ...parts] = formula;
  if (operation === "number") return { low: parts[0], high: parts[0], mayLack: false };
  if (operation === "undefined") return null;
  if (operation === "question") return spanOf(possible[parts[0]]);
  if (!CORNERS[operation]) return EVERYTHING; // a figure of the market, which this page does not know
  return parts.map((part) => interval(part, possible)).reduce((a, b) => combined(operation, a, b));
}

function spanOf(values) {
  const spans = values.filter((value) => Array.isArray(value));
  if (!spans.length) return null;
  const low = Math.min(...spans.map((span) => span[0]));
  const high = Math.max(...spans.map((span) => span[1]));
  return { low, high, mayLack: spans.length < values.length };
}

function combined(operation, a, b) {
  if (!a || !b) return null;
  if (operation === "ratio" && b.low <= 0 && b.high >= 0) return b.low === b.high ? null : EVERYTHING;
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => CORNERS[operation](x, y)));
  const mayLack = a.mayLack || b.mayLack;
  if (!ends.every(Number.isFinite)) return { ...EVERYTHING, mayLack };
  return { low: Math.min(...ends), high: Math.max(...ends), mayLack };
}

function measured(found) {
  if (!found) return UNDEFINED;
  return (found.mayLack ? UNDEFINED : 0) | (found.high >= 0 ? TRUE : 0) | (found.low < 0 ? FALSE : 0);
}

// ---- values

// Gives every value that a question may have while nothing is known.
function openValues(question) {
  const absent = question.absent ? [ABSENT] : [];
  if (question.kind === "number") return [...cells(question.least, question.most, question.cuts), ...absent];
  if (question.kind === "choices") return [...subsets(0, (1 << question.choices.length) - 1), ...absent];
  const count = question.kind === "yes-no" ? 2 : question.choices.length;
  return [...Array(count).keys(), ...absent];
}

// Cuts a span where a condition tells its numbers apart; each part holds its lower end.
function cells(low, high, cuts) {
  if (low === high) return [[low, high]];
  const starts = [low, ...cuts.filter((cut) => low < cut && cut <= high)];
  return starts.map((start, place) => [start, starts[place + 1] ?? high]);
}

// Gives every choice of several that holds all of `surely` and any of `maybe`.
function subsets(surely, maybe) {
  let found = [surely];
  for (let bit = 1; bit <= maybe; bit <<= 1) {
    if (bit & maybe) found = [...found, ...found.map((mask) => mask | bit)];
  }
  return found;
}

// ---- what is asked

// Says of every question whether it is asked. `raw` holds the values of each answer, and [HIDDEN]
// for the questions of rubrics that are left out.
function askedOf(form, raw) {
  const possible = [...raw];
  for (const number of form.order) {
    const { when } = form.questions[number];
    if (!when || isHidden(possible[number])) continue;
    const truths = judge(when, possible);
    if (truths === TRUE) continue;
    if (truths & TRUE && canBeTrue(form, when, raw, possible)) possible[number] = [...possible[number], HIDDEN];
    else possible[number] = [HIDDEN];
  }
  return possible.map((values) => !isHidden(values));
}

function isHidden(values) {
  return values.length === 1 && values[0] === HIDDEN;
}

// Tries the answers on which a condition hangs, as one open answer may decide several of its parts.
function canBeTrue(form, when, raw, possible) {
  const needed = new Set();
  gather(form, when, needed);
  const numbers = form.order.filter((number) => needed.has(number));
  const tried = [...possible];
  let left = MOST_TRIED;
  const go = (place) => {
    if (place === numbers.length) {
      left -= 1;
      return left <= 0 || Boolean(judge(when, tried) & TRUE);
    }
    const number = numbers[place];
    const own = form.questions[number].when;
    if (isHidden(raw[number]) || (own && !(judge(own, tried) & TRUE))) {
      tried[number] = [HIDDEN];
      return go(place + 1);
    }
    return raw[number].some((value) => {
      tried[number] = [value];
      return go(place + 1);
    });
  };
  return go(0);
}

// Collects the questions that a condition reads, and those on which these hang.
function gather(form, part, found) {
  if (!Array.isArray(part)) return;
  const [operator, first] = part;
  const isNamed = operator in TESTS || operator === "question";
  if (!isNamed) {
    const parts = operator === "all" || operator === "any" ? first : part.slice(1);
    parts.forEach((inner) => gather(form, inner, found));
  } else if (!found.has(first)) {
    found.add(first);
    gather(form, form.questions[first].when, found);
  }
}
