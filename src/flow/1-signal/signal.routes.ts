/** Noun routes of signals: parse, call, show. */
import { record } from '#ledger/record.ts';
import { signing } from '#people/actor.ts';
import type { Serve } from '#people/serve.ts';
import { problem } from '#platform/problem.ts';
import { openStored } from '#platform/stored.ts';
import { askReporter, declineWish } from '#signal/ask.actions.ts';
import { earlierMatters, otherMatters } from '#signal/caller.store.ts';
import { addPhoto, enterSignal, pushSignals } from '#signal/enter.actions.ts';
import { countSignals } from '#signal/find.store.ts';
import { answerReporter, callBack, contactReporter } from '#signal/reply.actions.ts';
import { loadReporter } from '#signal/reporter.store.ts';
import { disposeSignal, divideSignal, mayReveal, restoreSignal, revealReporter } from '#signal/signal.actions.ts';
import { signalApi as api } from '#signal/signal.api.ts';
import { listSignals, lockSignal, showLine } from '#signal/signal.store.ts';

export function signalRoutes(serve: Serve): void {
  serve(api.list, async ({ tx, actor, query }) => {
    const { rows, next } = await listSignals(tx, actor, query);
    return { items: rows.map(showLine), next };
  });
  serve(api.count, ({ tx, actor, query }) => countSignals(tx, actor, query));
  serve(api.enter, ({ tx, actor, body }) => enterSignal(tx, actor, body));
  serve.together(api.push, ({ tx, actor, bodies }) => pushSignals(tx, actor, bodies));
  serve(api.addPhoto, ({ tx, actor, params, body, upload }) =>
    addPhoto(tx, actor, params.id, { ...upload, id: body.id }),
  );
  serve(api.photo, async ({ tx, actor, params }) => {
    const signal = await lockSignal(tx, actor, params.id);
    const photo = await tx
      .selectFrom('signal_photo')
      .selectAll()
      .where('id', '=', params.photo)
      .where('signal_id', '=', signal.id)
      .executeTakeFirst();
    if (!photo) throw problem('not_found');
    return {
      file: await openStored(tx.city, photo.file_hash),
      name: `${signal.number}.jpg`,
      type: photo.type,
      inline: true,
    };
  });
  serve(api.earlier, async ({ tx, actor, body }) => {
    const { rows, total } = await earlierMatters(tx, actor, body.phone, body.except);
    // A search by caller is itself written down: that it was made and what it found, never the phone.
    const by = signing(actor, 'reporter.read');
    await record(tx, by, {
      verb: 'person.lookUp',
      kind: 'person',
      thing: actor.id!,
      data: { by: 'phone', found: total },
    });
    return { items: rows.map(showLine), total };
  });
  serve(api.others, async ({ tx, actor, params }) => {
    const signal = await lockSignal(tx, actor, params.id);
    const reporter = await loadReporter(tx, signal.id);
    if (reporter && !mayReveal(actor, reporter.hidden)) throw problem('reporter_hidden');
    const { rows, total } = await otherMatters(tx, actor, signal.id);
    return { items: rows.map(showLine), total };
  });
  serve(api.reveal, ({ tx, actor, params, body }) => revealReporter(tx, actor, params.id, body));
  serve(api.dispose, ({ tx, actor, params, body }) => disposeSignal(tx, actor, params.id, body));
  serve(api.restore, ({ tx, actor, params, body }) => restoreSignal(tx, actor, params.id, body));
  serve(api.divide, ({ tx, actor, params, body }) => divideSignal(tx, actor, params.id, body));
  serve(api.contact, ({ tx, actor, params, body }) => contactReporter(tx, actor, params.id, body));
  serve(api.answer, ({ tx, actor, params, body }) => answerReporter(tx, actor, params.id, body));
  serve(api.ask, ({ tx, actor, params, body }) => askReporter(tx, actor, params.id, body));
  serve(api.decline, ({ tx, actor, params, body }) => declineWish(tx, actor, params.id, body));
  serve(api.callBack, ({ tx, actor, params, body }) => callBack(tx, actor, params.id, body));
}
