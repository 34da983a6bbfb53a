/** Meetings of a project as rows. */
import type { Tx } from '#platform/db.ts';

type Meeting = {
  id: string;
  projectId: string;
  heldAt: string;
  place: string;
  topic: string;
  minutes: string;
  present: string[];
  by: string;
};

export async function insertMeeting(tx: Tx, row: Meeting): Promise<void> {
  const { id, projectId: project_id, heldAt: held_at, place, topic, minutes, by: by_person } = row;
  await tx
    .insertInto('meeting')
    .values({ id, project_id, held_at, place, topic, minutes, by_person, at: tx.now })
    .execute();
  const present = [...new Set(row.present)];
  if (present.length > 0)
    await tx
      .insertInto('meeting_present')
      .values(present.map((person_id) => ({ meeting_id: id, person_id })))
      .execute();
}
