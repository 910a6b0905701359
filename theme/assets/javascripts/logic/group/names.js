// The names of the two counters, as their team knows them. Whoever makes a round is held to names that everybody reads
// alike: nothing hidden, letters of one script, and no two that look the same. A round that exists is read as it is.

/** What is there and cannot be seen: fillers, joiners, empty signs, and what has no meaning. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
/** A picture may say that it is one. */
const PICTURED = /(\p{Extended_Pictographic})[\ufe0e\ufe0f]/gu;
const LETTER = /\p{L}/u;
/** Letters of another script, and Latin ones in a form of their own, such as those of full width. */
const OTHER = /(?!\p{Script=Latin})\p{L}|[\u1d00-\u1dbf\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a]/u;
/** Marks of another script, and so many of them that they cover what stands around. */
const MARKED = /(?!\p{Script=Inherited})\p{M}|\p{M}{3}/u;
/** Signs that look like a letter, once marks and capitals are gone. */
const ALIKE = new Map([
  ...["0o", "1l", "|l", "!l", "il", "ıl", "5s", "$s", "@a", "ɑa", "ɡg", "øo", "łl", "đd", "ħh", "ŧt"].map((pair) => [...pair]),
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
]);

/** @typedef {"hidden" | "no-letters" | "other-letters"} Odd */

/** Gives what is odd about a name, if anything is. @type {(name: string) => Odd | ""} */
export function oddIn(name) {
  const text = name.normalize("NFC").replace(PICTURED, "$1");
  if (HIDDEN.test(text)) return "hidden";
  if (!LETTER.test(text)) return "no-letters";
  return OTHER.test(text) || MARKED.test(text) ? "other-letters" : "";
}

/** Says whether two names look the same to whoever reads them in passing. @type {(one: string, other: string) => boolean} */
export function looksLike(one, other) {
  return lookOf(one) === lookOf(other);
}

/** Gives a name as it looks from afar. @param {string} name */
function lookOf(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const signs = [...plain].map((sign) => ALIKE.get(sign) ?? sign).filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  const look = signs.join("").replaceAll("rn", "m").replaceAll("vv", "w");
  return look || plain.replace(/\s/g, "");
}
