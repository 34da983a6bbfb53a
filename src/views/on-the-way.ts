/** What the page of a problem shows of what offices do beside the main line: going back, the books, urging, countersigning. */
import { z } from 'zod';
import { due, id, instant, unit } from '#rules/shapes.ts';
import { countersigning } from '#triage/countersign/countersign.api.ts';
import { deferral } from '#triage/deferral/deferral.api.ts';
import { stageShown } from '#triage/stage/stage.ts';

/** 催办: how often whoever has it was urged, and the last time. */
export const urged = z.object({
  count: z.int(),
  last: z.object({ by: z.string(), at: instant, words: z.string() }).nullable(),
});

export const onTheWay = {
  /** The stops it went through, to which the viewer may return it. */
  nodes: z.array(
    z.object({
      node: z.enum(['open', 'given', 'working', 'handled']),
      assignment: id.nullable(),
      unit: unit.nullable(),
    }),
  ),
  /** The viewer's own step, which may still be taken back. */
  lastStep: z.string().nullable(),
  /** 挂账: every time it was asked for, the newest first. */
  deferrals: z.array(deferral),
  /** The latest day of review that may be chosen; null: it cannot be put there now. */
  latestReview: z.iso.date().nullable(),
  /** Stages inside the matter, in order; none where its rule has none. `whole`: the limit of handling beside them. */
  stages: z.array(stageShown),
  whole: due.nullable(),
  urged,
  /** 会签: who was asked, and what they said. */
  countersigning,
};
