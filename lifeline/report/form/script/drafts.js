// A draft in the browser's own storage: only where somebody asks for it, and gone when they say so.
// A browser may refuse to store anything; the page works without.

class Drafts {
  constructor(form, storage) {
    this.key = `lifeline form ${form.set}`;
    this.questions = form.questions;
    this.storage = storage;
  }

  isPossible() {
    return this.storage !== null;
  }

  isKept() {
    return this.read() !== null;
  }

  read() {
    try {
      const found = JSON.parse(this.storage.getItem(this.key));
      return found && typeof found === "object" && typeof found.text === "string" ? found : null;
    } catch {
      return null;
    }
  }

  choose(isWanted, sheet) {
    try {
      if (isWanted) this.put(sheet);
      else this.storage.removeItem(this.key);
    } catch {
      // what cannot be stored is still on the page
    }
  }

  keep(sheet) {
    if (this.isKept()) this.choose(true, sheet);
  }

  put(sheet) {
    const answers = Object.fromEntries(this.questions.map((question, number) => [question.id, sheet.answers[number]]));
    const { title, summary, assessed, source } = sheet;
    this.storage.setItem(this.key, JSON.stringify({ text: source.text, title, summary, assessed, answers }));
  }

  // Puts a draft into a sheet that has taken its file; what has the wrong shape is passed over.
  fill(sheet, draft) {
    for (const part of ["title", "summary", "assessed"]) sheet[part] = String(draft[part] ?? "");
    this.questions.forEach((question, number) => {
      const kept = draft.answers?.[question.id];
      if (!kept || typeof kept !== "object") return;
      const { extra, isOdd, evidence } = sheet.answers[number];
      const found = { ...likeAnswer(kept, question), extra, isOdd };
      found.evidence.forEach((item, place) => {
        item.extra = evidence[place]?.extra ?? [];
      });
      sheet.answers[number] = found;
    });
  }
}

function likeAnswer(kept, question) {
  const ids = question.choices.map((choice) => choice.id);
  const found = newAnswer();
  for (const part of ["how", "value", "low", "high", "reason", "by", "note"]) found[part] = String(kept[part] ?? "");
  const isOther = question.kind !== "number" && found.value && ![...ids, "yes", "no"].includes(found.value);
  if (isOther || !["one", "none", "several", "unknown", "absent"].includes(found.how)) found.how = "";
  for (const part of ["picked", "maybe"]) found[part] = ids.filter((id) => kept[part]?.includes?.(id));
  found.isLater = kept.isLater === true;
  for (const item of Array.isArray(kept.evidence) ? kept.evidence : []) {
    const own = newItem();
    for (const part of [...RUNGS, "date"]) own[part] = String(item?.[part] ?? "");
    found.evidence.push(own);
  }
  return found;
}

// Gives the browser's storage, or null where it refuses.
function storageOf() {
  try {
    const storage = window.localStorage;
    storage.getItem("");
    return storage;
  } catch {
    return null;
  }
}
