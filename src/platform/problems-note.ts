/** The catalogue's part about leaders' notes. */
import type { Entry } from '#platform/problems.ts';

export const noteProblems = {
  note_about_unknown: [
    422,
    '没有这个编号的问题、项目或线索，或您无权查看',
    'No problem, project or signal of this number, or it is not yours to see',
  ],
  note_unit_closed: [422, '这个单位已撤销，请选现在的单位', 'This unit is closed; choose one of today'],
  note_day_ahead: [422, '批示日期不能在今天以后', 'A note cannot be written after today'],
} as const satisfies Record<string, Entry>;
