/** Words prepared for answers (答复模板): of one channel or of all; written by whoever looks after the knowledge base. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import type { Template } from '#signal/channel.api.ts';
import { channelNow } from '#signal/channel.store.ts';

/** Those in use: of the channel and of all, or every one. */
export async function listTemplates(tx: Tx, channelId?: string): Promise<Template[]> {
  const rows = await tx
    .selectFrom('answer_template')
    .innerJoin('person', 'person.id', 'changed_by')
    .select(['answer_template.id', 'channel_id', 'answer_template.name', 'words', 'person.name as by', 'changed_at'])
    .where('closed_at', 'is', null)
    .$if(channelId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('channel_id', 'is', null), eb('channel_id', '=', channelId!)])),
    )
    .orderBy('channel_id', (order) => order.asc().nullsLast())
    .orderBy('answer_template.name')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, channelId: row.channel_id, name: row.name, words: row.words },
    ...{ changedBy: row.by, changedAt: row.changed_at.toISOString() },
  }));
}

type Write = { id: string; channelId: string | null; name: string; words: string };

/** Made, or written anew: answers given keep the words they were given in. @throws not_found */
export async function writeTemplate(tx: Tx, actor: Actor, templateId: string, input: Write): Promise<Template> {
  const by = signing(actor, 'knowledge.write');
  const { channelId: channel_id, name, words } = input;
  if (channel_id) await channelNow(tx, channel_id);
  if (await once(tx, by, input.id, 'template.write', { templateId, ...input })) {
    const said = { channel_id, name, words, changed_by: personOf(actor), changed_at: tx.now };
    const { closed_at } = await tx
      .insertInto('answer_template')
      .values({ id: templateId, ...said })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
      .returning('closed_at')
      .executeTakeFirstOrThrow();
    if (closed_at) throw problem('not_found');
    const data = { channel: channel_id, length: words.length };
    await record(tx, by, {
      verb: 'template.write',
      kind: 'answer_template',
      thing: templateId,
      data,
      request: input.id,
    });
  }
  return templateNow(tx, templateId);
}

/** Offered no more. @throws not_found */
export async function closeTemplate(tx: Tx, actor: Actor, templateId: string, id: string): Promise<Template> {
  const by = signing(actor, 'knowledge.write');
  const before = await templateNow(tx, templateId);
  if (await once(tx, by, id, 'template.close', { templateId })) {
    await tx.updateTable('answer_template').set({ closed_at: tx.now }).where('id', '=', templateId).execute();
    await record(tx, by, { verb: 'template.close', kind: 'answer_template', thing: templateId, request: id });
  }
  return before;
}

async function templateNow(tx: Tx, id: string): Promise<Template> {
  const one = (await listTemplates(tx)).find((template) => template.id === id);
  if (!one) throw problem('not_found');
  return one;
}
