/** The moves of a task as sentences. */
import type { Sentences } from '#web/thing/history.tsx';

export const taskSentences: Sentences = {
  'task.give': { zh: '代表{unit}派任务', en: 'gave the task for {unit}' },
  'task.accept': { zh: '接收', en: 'accepted it' },
  'task.submit': (move) =>
    Array.isArray(move.data.files) && move.data.files.length > 0
      ? { zh: `交佐证，${move.data.files.length} 个文件`, en: `handed in, with ${move.data.files.length} files` }
      : { zh: '交佐证', en: 'handed in' },
  'task.confirm': { zh: '确认完成', en: 'confirmed it' },
  'task.return': { zh: '退回重做', en: 'returned it' },
  'task.handOver': { zh: '改派他人', en: 'gave it to another' },
  'task.withdraw': { zh: '撤回任务', en: 'withdrew it' },
};
