/** Duty lists as a kind of import: rows go into the draft that is open. */
import { z } from 'zod';
import type { Intake } from '#intake/intake.ts';
import { listIntake } from '#intake/list-intakes.ts';
import { problem } from '#platform/problem.ts';
import type { DutyField } from '#sheet/duty-fields.ts';
import { writeDuties } from '#triage/duty/import-duty.actions.ts';
import { type DutyRow, dutyFields, readDuty, showDuty } from '#triage/duty/import-duty.ts';

/** Absent: the one draft there is. */
const options = z.object({ listId: z.uuid().optional() });
type Options = z.output<typeof options>;

const intake = listIntake<DutyRow, DutyField, Options>({
  kind: 'duty',
  name: { zh: '职责清单', en: 'Duty list' },
  permission: 'duty.manage',
  options,
  fields: dutyFields,
  required: ['lead'],
  read: (values, { options: { listId } }) => readDuty(values, listId!),
  write: writeDuties,
  show: showDuty,
});

export const dutyIntake = {
  ...intake,
  /** @throws duty_no_draft */
  async settle(tx, { listId }) {
    const draft = await tx
      .selectFrom('duty_list')
      .select('id')
      .where('state', '=', 'draft')
      .$if(listId !== undefined, (query) => query.where('id', '=', listId!))
      .executeTakeFirst();
    if (!draft) throw problem('duty_no_draft');
    return { listId: draft.id };
  },
} satisfies typeof intake as Intake<Parameters<(typeof intake)['show']>[0], Options>;
