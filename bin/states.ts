/** Writes docs/states.md out of the life-cycle tables of the code, as a table and a diagram each. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lifeCycle as cause } from '#cause/cause.ts';
import { lifeCycle as measure } from '#cause/measure.ts';
import { lifeCycle as credit } from '#credit/credit.ts';
import { lifeCycle as extract } from '#extract/extract.ts';
import { lifeCycle as indicator } from '#indicator/indicator.ts';
import { lifeCycle as knowledge } from '#knowledge/knowledge.ts';
import { lifeCycle as note } from '#note/note.ts';
import type { Said } from '#platform/problem.ts';
import { versionCycle as procedure, runCycle as run } from '#procedure/procedure.ts';
import { lifeCycle as project } from '#project/project.ts';
import type { StateWords, Step } from '#rules/steps.ts';
import { lifeCycle as time } from '#rules/time/time-request.ts';
import { lifeCycle as signal } from '#signal/signal.ts';
import { letterCycle as letter, talkCycle as talk } from '#supervision/letter.ts';
import { lifeCycle as task } from '#task/task.ts';
import { lifeCycle as callback } from '#triage/callback/callback.ts';
import { lifeCycle as category } from '#triage/category/category.ts';
import { lifeCycle as model } from '#triage/category/model.ts';
import { lifeCycle as deferral } from '#triage/deferral/deferral.ts';
import { lifeCycle as duty } from '#triage/duty/duty.ts';
import { lifeCycle as monthly } from '#triage/monthly/monthly.ts';
import { lifeCycle as problem } from '#triage/problem.ts';
import { lifeCycle as exclusion } from '#triage/rate/exclusion.ts';
import { lifeCycle as theme } from '#triage/theme/theme.ts';
import { lifeCycle as warning } from '#triage/warning/warning.ts';

type Cycle = {
  steps: Record<string, Step<string, string>>;
  states: Record<string, StateWords>;
  roles: Record<string, Said>;
};

function section(title: Said, { steps, states, roles }: Cycle): string {
  const word = (state: string) => `${states[state]!.zh} (${state})`;
  const rows = Object.entries(steps).map(([name, step]) => {
    const cells = [
      `${step.zh} \`${name}\``,
      step.from.map(word).join('、'),
      step.to ? word(step.to) : '—',
      roles[step.by]!.zh,
      (step.starts ?? []).join('、') || '—',
      (step.stops ?? []).join('、') || '—',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const arrows = Object.entries(steps).flatMap(([name, step]) =>
    step.to ? step.from.map((from) => `  ${from} --> ${step.to}: ${steps[name]!.zh}`) : [],
  );
  return [
    `## ${title.zh} ${title.en}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(states).map(([state, words]) => `  ${state}: ${words.zh}`),
    ...arrows,
    '```',
    '',
    '| 步骤 step | 从 from | 到 to | 由 by | 起 starts | 止 stops |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

export function statesPage(): string {
  return [
    '# 状态与步骤 States and steps',
    '',
    'Generated from the code by `npm run generate`; do not edit. *Handled* (单位已办), *verified* (已核查), *closed* (已结案) and *confirmed by the reporter* (诉求人确认, a call-back that says solved) are four different things.',
    '',
    section({ zh: '线索', en: 'Signal' }, signal),
    section({ zh: '问题', en: 'Problem' }, problem),
    section({ zh: '回访', en: 'Call-back by lot' }, callback),
    section({ zh: '挂账', en: 'Deferral' }, deferral),
    section({ zh: '剔除', en: 'Exclusion' }, exclusion),
    section({ zh: '职责清单', en: 'Duty list' }, duty),
    section({ zh: '主题', en: 'Theme' }, theme),
    section({ zh: '原因', en: 'Cause' }, cause),
    section({ zh: '措施', en: 'Measure' }, measure),
    section({ zh: '项目', en: 'Project' }, project),
    section({ zh: '任务', en: 'Task' }, task),
    section({ zh: '延期、挂起申请', en: 'Request for time' }, time),
    section({ zh: '流程版本', en: 'Version of a procedure' }, procedure),
    section({ zh: '流程办理', en: 'Run of a procedure' }, run),
    section({ zh: '督办单', en: 'Supervision letter' }, letter),
    section({ zh: '约谈', en: 'Formal talk' }, talk),
    section({ zh: '信用等级', en: 'Credit level of an organisation' }, credit),
    section({ zh: '分类', en: 'Category' }, category),
    section({ zh: '预警', en: 'Early warning' }, warning),
    section({ zh: '每月一题', en: 'Monthly theme' }, monthly),
    section({ zh: '知识', en: 'Entry of knowledge' }, knowledge),
    section({ zh: '领导批示', en: "Leader's note" }, note),
    section({ zh: '建议模型', en: 'Model that proposes' }, model),
    section({ zh: '指标', en: 'Indicator' }, indicator),
    section({ zh: '含个人信息的导出', en: 'Extract' }, extract),
  ].join('\n');
}

if (import.meta.main) await writeFile(path.resolve(import.meta.dirname, '../docs/states.md'), statesPage());
