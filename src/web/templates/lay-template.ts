/** What a prepared answer says of one signal: its placeholders filled; what is not known stays as it stands, to be seen. Pure. */
export type Known = Partial<Record<'编号' | '标题' | '日期' | '办理单位' | '办理结果', string | null | undefined>>;

export const layTemplate = (words: string, known: Known): string =>
  words.replaceAll(/\{(编号|标题|日期|办理单位|办理结果)\}/g, (all, name: keyof Known) => known[name] || all);

/** Whether the outcome of its problem must be read for it. */
export const asksOutcome = (words: string): boolean => /\{办理(?:单位|结果)\}/.test(words);
