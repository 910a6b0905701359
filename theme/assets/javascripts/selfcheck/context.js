// The questions about somebody's work, after the competences. Every one may stay open.

/** @typedef {import("../logic/rounds.js").Said} Said */

export class Context {
  /**
   * @param {HTMLElement} element
   * @param {import("../logic/rounds.js").Rounds} rounds
   * @param {() => void} changed
   */
  constructor(element, rounds, changed) {
    this.rounds = rounds;
    this.questions = /** @type {HTMLElement[]} */ ([...element.querySelectorAll("[data-question]")]);
    for (const question of this.questions) {
      question.addEventListener("input", () => {
        this.rounds.setContext(String(question.dataset.question), saidIn(question));
        changed();
      });
    }
  }

  /** Chooses a term where a vocabulary is asked for and nothing was chosen. @type {(vocabulary: string, id: string) => void} */
  prefer(vocabulary, id) {
    const question = this.questions.find(({ dataset }) => dataset.vocabulary === vocabulary);
    const name = String(question?.dataset.question);
    if (question && id && !Object.hasOwn(this.rounds.latest?.context ?? {}, name)) this.rounds.setContext(name, [id]);
  }

  /** @param {import("../logic/rounds.js").Round | null} round */
  draw(round) {
    for (const question of this.questions) {
      const said = round?.context[String(question.dataset.question)] ?? null;
      const ids = Array.isArray(said) ? said : [typeof said === "string" ? said : ""];
      for (const field of question.querySelectorAll("input")) field.checked = said !== null && ids.includes(field.value);
      const note = question.querySelector("textarea");
      const text = said !== null && typeof said === "object" && "text" in said ? said.text : "";
      if (note && note.value !== text) note.value = text;
    }
  }
}

/** Gives what is said in the fields of a question; `null` for nothing. @type {(question: HTMLElement) => Said | null} */
function saidIn(question) {
  const note = question.querySelector("textarea");
  if (note) return note.value ? { text: note.value } : null;
  const fields = [...question.querySelectorAll("input")];
  const ids = fields.filter(({ checked, value }) => checked && value).map(({ value }) => value);
  if (!ids.length) return null;
  return fields[0].type === "checkbox" ? ids : ids[0];
}
