/** An import: one file read into the city. Its life cycle and limits. */
import type { Said } from '#platform/problem.ts';

export const FILE_LIMIT = 2 * 1024 ** 3;
/** Rows a transaction. */
export const CHUNK = 1_000;
export const PREVIEW_ROWS = 20;
/** Rows that a look reads to tell what problems a file has. */
export const LOOK_ROWS = 2_000;
/** A runner that has said nothing for so long is taken for dead. */
export const SILENCE_MS = 30_000;
export const BEAT_MS = 5_000;
/** A file that was taken up so often without a step forward ends the runner; it is given up. */
export const TAKES_MAX = 5;
/** Uploaded and rejects files are removed so many days after the import closed. */
export const KEEP_DAYS = 30;

export const importStates = {
  uploaded: { zh: '待确认', en: 'Uploaded', tone: 'wait' },
  running: { zh: '导入中', en: 'Running', tone: 'work' },
  finished: { zh: '已完成', en: 'Finished', tone: 'done' },
  stopped: { zh: '已停止', en: 'Stopped', tone: 'off' },
  failed: { zh: '未完成', en: 'Not finished', tone: 'check' },
} as const satisfies Record<string, Said & { tone: string }>;
export type ImportState = keyof typeof importStates;

export const importSteps = {
  run: { zh: '开始导入', en: 'Run', from: ['uploaded'], to: 'running' },
  stop: { zh: '停止', en: 'Stop', from: ['uploaded', 'running'], to: 'stopped' },
  resume: { zh: '继续', en: 'Resume', from: ['stopped', 'failed'], to: 'running' },
} as const satisfies Record<string, Said & { from: readonly ImportState[]; to: ImportState }>;
export type ImportStep = keyof typeof importSteps;

/** Why the step is closed in this state, or nothing. */
export function closedBecause(step: ImportStep, state: ImportState): Said | undefined {
  const { from, zh, en } = importSteps[step] as { from: readonly ImportState[] } & Said;
  if (from.includes(state)) return undefined;
  const now = importStates[state];
  return { zh: `目前是“${now.zh}”，不能${zh}`, en: `It is “${now.en}”; ${en.toLowerCase()} is not possible` };
}

/** The ledger's verbs on an import, in words. */
export const importVerbs = {
  'import.upload': { zh: '上传导入文件', en: 'Uploaded a file to import' },
  'import.run': { zh: '开始导入', en: 'Began an import' },
  'import.stop': { zh: '停止导入', en: 'Stopped an import' },
  'import.resume': { zh: '继续导入', en: 'Resumed an import' },
  'import.finish': { zh: '导入完成', en: 'Finished an import' },
  'import.fail': { zh: '导入中断', en: 'An import broke off' },
  'import.download': { zh: '下载退回行', en: 'Downloaded the rejected rows' },
} as const satisfies Record<string, Said>;
