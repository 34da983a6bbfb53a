/** Fills sentences. English counts one thing otherwise than many: `{count} {count|signal|signals}` says “1 signal”, “2 signals”. */
const rules = new Intl.PluralRules('en');

/** @param count as a number, or as it is written: `1`, `1 000+` */
export function plural(count: unknown, one: string, many: string): string {
  const value = Number(String(count).replace(/[\s,]/g, '').replace(/\+$/, '.5'));
  return rules.select(value) === 'one' ? one : many;
}

/** `{name}`, or `{name|one|many}`; a placeholder that nothing fills stays as it is, so that it is seen. */
export function fill(sentence: string, find: (name: string) => unknown): string {
  return sentence.replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (all, name: string, one?: string, many?: string) => {
    const value = find(name);
    if (value === undefined || value === null) return all;
    return one === undefined || many === undefined ? String(value) : plural(value, one, many);
  });
}
