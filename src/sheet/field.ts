/** The fields a table is imported into, as data: what their columns are called and what the cells look like. */

export type Look = 'date' | 'phone' | 'number' | 'longText' | 'person';

/** `names`: what the column goes by, the usual name first. */
export type Field = { field: string; names: readonly string[]; looks?: Look };

/** Names written in one line: 姓名、名字、name. */
export const listed = (names: string): readonly string[] => names.split('、');
