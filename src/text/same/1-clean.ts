/** Step 1: the form in which two messages are compared: half width, lower case, without greeting, links and personal data. */
import { maskWords } from '#text/mask.ts';
import { COMPARED } from '#text/same/same.ts';

export type Clean = { title: string; body: string };

const link = /(?:https?:\/\/|www\.)[\w./?=&%#:+-]+/g;
const greeting = /尊敬的[^，。:,！!\n]{0,12}[:，,。！!]|[您你]好[！!，,。:]?/g;
/** Codes that a publisher or an office puts for areas (A市, K3县): they tell little, and the same of most messages. */
const codedArea = /(?<![a-z])[a-z]\d{0,2}[市区县]/g;
const longestTitle = 60;

/** Applied to its own result it changes nothing that is compared. Linear in `COMPARED`. */
export function clean(words: string): Clean {
  const cut = words.length > COMPARED ? words.slice(0, COMPARED) : words;
  const folded = maskWords(cut.toWellFormed().normalize('NFKC').trim())
    .toLowerCase()
    .replace(link, ' ')
    .replace(greeting, ' ')
    .replace(codedArea, ' ');
  const end = folded.indexOf('\n');
  return end > 0 && end <= longestTitle
    ? { title: folded.slice(0, end), body: folded.slice(end + 1) }
    : { title: '', body: folded };
}
