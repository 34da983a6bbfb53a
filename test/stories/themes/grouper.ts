/** Stands in for the text room: “阳光花园 漏水 …” is the matter of that place, and 漏水 its theme. */
import type { Grouper } from '#triage/theme/survey.worker.ts';

export const group: Grouper = (messages) => {
  const matters = Map.groupBy(messages, ({ words }) => words.split(' ').slice(0, 2).join(' '));
  const themes = [...new Set(messages.map(({ words }) => words.split(' ')[1] ?? ''))];
  return {
    rule: 'stand-in 1',
    themes: themes.map((name) => ({ name, words: [name] })),
    groups: [...matters].map(([name, list]) => ({
      ...{ name, words: name.split(' ') },
      members: list.map(({ id }) => id),
      theme: themes.indexOf(name.split(' ')[1] ?? ''),
    })),
  };
};
