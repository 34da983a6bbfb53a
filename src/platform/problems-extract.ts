/** The catalogue's part about lists with personal data that are taken out. */
import type { Entry } from '#platform/problems.ts';

export const extractProblems = {
  extract_empty: [422, '按这些条件没有线索，没有可导出的', 'No signal fits: there is nothing to take out'],
  extract_over: [
    410,
    '下载期限已过，或其中有内容已依法删除，文件已销毁；仍需要请重新申请',
    'Its time is over, or something in it was erased: the file is destroyed; ask again if it is still needed',
  ],
} as const satisfies Record<string, Entry>;
