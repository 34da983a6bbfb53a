/** The whole line in one sentence: what a clerk has understood in five seconds. Pure. */
import { fill } from '#platform/fill.ts';
import type { Language } from '#platform/problem.ts';
import type { SourceLine } from '#views/source-line.api.ts';
import { sentenceOf } from '#web/indicators/figures.ts';

const parts = {
  signals: { zh: '{n} 条线索', en: '{n} {n|signal|signals}' },
  causes: { zh: '{n} 个原因（党建 {m}）', en: '{n} {n|cause|causes} ({m} organisational)' },
  measures: { zh: '{n} 项措施', en: '{n} {n|measure|measures}' },
  projects: { zh: '{n} 个项目', en: '{n} {n|project|projects}' },
  tasks: { zh: '{n} 项任务已完成 {m} 项', en: '{m} of {n} {n|task|tasks} done' },
  passed: { zh: '验收通过', en: 'accepted' },
  failed: { zh: '验收未通过', en: 'acceptance refused' },
} as const;

/** What has come of it, step by step; the outcome is a sentence of its own. `whole` writes a number. */
export function summaryOf(line: SourceLine, language: Language, whole: (value: number) => string): string[] {
  const say = (key: keyof typeof parts, n: number, m = 0) =>
    fill(parts[key][language], (name) => (name === 'm' ? whole(m) : whole(n)));
  const { causes, measures, projects } = line;
  const last = line.acceptances[line.acceptances.length - 1];
  const tasks = line.tasks.filter(({ state }) => state !== 'withdrawn');
  const organisational = causes.filter(({ layer }) => layer === 'organisational').length;
  const done = tasks.filter(({ state }) => state === 'done').length;
  return [
    say(
      'signals',
      line.signals.reduce((sum, { count }) => sum + count, 0),
    ),
    causes.length > 0 && say('causes', causes.length, organisational),
    measures.length > 0 && say('measures', measures.length),
    projects.length > 0 && say('projects', projects.length),
    tasks.length > 0 && say('tasks', tasks.length, done),
    last && say(last.result, 1),
  ].filter((one) => typeof one === 'string');
}

/** What the readings of the goals say; nothing before the first reading. */
export function outcomeOf(goal: SourceLine['goals'][number], language: Language): string | null {
  if (goal.readings.length === 0) return null;
  return sentenceOf(goal.readings, goal.indicator, goal, language);
}
