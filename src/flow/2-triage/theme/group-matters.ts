/** How a survey groups: the text room finds what is the same matter, and matters about the same become themes. */
import { cutKnownWords } from '#text/same/2-terms.ts';
import { namesOf } from '#text/same/3-names.ts';
import { group as groupMatters } from '#text/same/group.ts';
import { type Matter, subjectsOf } from '#triage/theme/subjects.ts';
import type { Grouper } from '#triage/theme/survey.worker.ts';

const MEMBERS = 12;
const UNITS = 200;
const isWord = (word: string) => word.length > 1 && /^\p{Script=Han}+$/u.test(word);

export const group: Grouper = (messages, previous) => {
  const words = new Map(messages.map((one) => [one.id, one.words]));
  const { groups, named } = groupMatters(messages, { together: previous.map(({ members }) => members) });
  const matters = groups.map(({ members }): Matter => {
    const step = Math.max(1, Math.floor(members.length / MEMBERS));
    const some = members
      .filter((_, at) => at % step === 0)
      .slice(0, MEMBERS)
      .map((id) => words.get(id)!.slice(0, UNITS));
    return {
      size: members.length,
      names: some.flatMap((text) => namesOf(text)),
      texts: some.map((text) => cutKnownWords(text).filter(isWord)),
    };
  });
  const { of, subjects } = subjectsOf(matters);
  return {
    rule: 'same 1',
    groups: groups.map((one, at) => {
      const { name, words: telling } = named(one);
      return { members: one.members, name: name || '未命名', words: telling, theme: of[at]! };
    }),
    themes: subjects,
  };
};
