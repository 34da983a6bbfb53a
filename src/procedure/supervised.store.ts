/** Steps of runs about organisations by which these were supervised: off-site or on the spot, as the step says. */
import { type RawBuilder, sql } from 'kysely';

/**
 * A relation: one row a step that is done, whatever the number of persons it was given to. `id` is that of its task,
 * `done_at` when it was done, `found` the run's number and the step's title, `by` who handed it in last.
 */
export const supervisedSteps = (): RawBuilder<unknown> => sql`(
  select t.id, n.about_id as organisation_id, t.supervision = 'off_site' as off_site, g.done_at,
         n.number || ' ' || t.title as found, coalesce(t.by, (select p.name from person p where p.id = n.responsible_id)) as by
    from procedure_run n join procedure_run_step g on g.run_id = n.id and g.done_at is not null
    join lateral (
      select t.id, t.title, s.supervision,
             (select p.name from assignment a join person p on p.id = a.to_person
               where a.task_id = t.id and a.role = 'lead' order by a.opened_at desc, a.id desc limit 1) as by
        from task t join procedure_step s on s.id = t.step_id and s.key = g.key
       where t.run_id = n.id and t.state = 'done' order by t.given_at desc, t.id desc limit 1) t on t.supervision is not null
   where n.about_kind = 'organisation')`;
