/** A title for a problem, proposed from a signal: its own, else its place and the first clause of its words. */

export type Titled = { title: string | null; words: string; place: string | null };

const LONGEST = 40;

/** The first clause, without what callers begin with. */
function firstClause(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  const bare = plain.replace(
    /^(?:您好|你好|尊敬的[^，,：:。]{0,12}|市民|来电人|诉求人|反映|来电|投诉|求助|咨询|举报|建议|称|[，,：:！!。\s])+/,
    '',
  );
  const [clause = ''] = (bare || plain).split(/[。！？!?；;\n]/);
  return clause.trim();
}

export function titleFrom(signal: Titled | undefined): string {
  if (!signal) return '';
  const { title, words, place } = signal;
  if (title?.trim()) return title.trim().slice(0, 200);
  const clause = firstClause(words);
  const said = place && !clause.includes(place) ? `${place} ${clause}` : clause;
  return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
}
