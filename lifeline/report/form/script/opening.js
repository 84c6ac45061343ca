// Opening a file, chosen or dropped: the page takes all of it, or says why not and stays as it was.

class Opening {
  constructor(screen) {
    this.screen = screen;
  }

  start() {
    $("file").addEventListener("change", async () => {
      await this.open($("file").files[0]);
      $("file").value = ""; // so that the same file can be opened again
    });
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) this.open(event.dataTransfer.files[0]);
    });
  }

  async open(file) {
    const { screen } = this;
    if (!file || (screen.isChanged && !confirm(screen.word("replace")))) return;
    try {
      if (file.size > FILE_BYTES) throw new Unreadable(1, "large");
      screen.sheet.take(readYaml(decoded(await file.arrayBuffer())));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const told = this.told(error.line, `cannot-${error.why}`);
      screen.notice(screen.word("not-opened", { name: shown(file.name) }), [told]);
      return;
    }
    screen.isChanged = false;
    screen.draw();
    screen.drafts.keep(screen.sheet);
    const told = screen.sheet.told.map(([line, key, values]) => this.told(line, key, values));
    screen.notice(screen.word("opened", { name: shown(file.name) }), [...told, ...this.otherVersion()]);
  }

  told(line, key, values = {}) {
    const parts = Object.entries(values).map(([name, value]) => [name, shown(value)]);
    return `${this.screen.word("line", { line })} ${this.screen.word(key, Object.fromEntries(parts))}`;
  }

  otherVersion() {
    const { form, sheet } = this.screen;
    const said = sheet.head().get("set").get(form.set);
    const version = said?.text ?? said;
    if (version === form.version) return [];
    return [this.screen.word("other-version", { said: shown(version), asked: form.version })];
  }
}

// Gives a text of a stranger's as it can stand in a sentence: short, and unable to turn it around.
function shown(text) {
  const inert = shortened(text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, " "));
  return /[\u0590-\u08ff\ufb1d-\ufefe]/.test(inert) ? `\u2068${inert}\u2069` : inert;
}

function decoded(buffer) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(buffer);
  } catch {
    throw new Unreadable(1, "utf-8");
  }
}
