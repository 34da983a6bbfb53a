/** Noun routes of ladders, letters and talks. */
import type { Serve } from '#people/serve.ts';
import { firedOn } from '#supervision/fired.store.ts';
import { issueLadder, mustFit, stopLadder } from '#supervision/ladder.actions.ts';
import { ladderApi as api } from '#supervision/ladder.api.ts';
import { allLadders } from '#supervision/ladder.store.ts';
import { decideOnLetter, sendLetter } from '#supervision/letter.actions.ts';
import { paperApi as papers } from '#supervision/paper.api.ts';
import { letterPage, listLetters, listTalks, talkPage } from '#supervision/paper.store.ts';
import { previewLadder } from '#supervision/preview.store.ts';
import { callTalk, settleTalk } from '#supervision/talk.actions.ts';

export function supervisionRoutes(serve: Serve): void {
  serve(api.list, async ({ tx }) => ({
    items: (await allLadders(tx)).map((one) => ({
      ...one,
      validFrom: one.validFrom.toISOString(),
      validTo: one.validTo?.toISOString() ?? null,
    })),
  }));
  serve(api.preview, ({ tx, body }) => {
    mustFit(body);
    return previewLadder(tx, body);
  });
  serve(api.end, ({ tx, actor, params, body }) => stopLadder(tx, actor, params.id, body));
  serve(api.issue, ({ tx, actor, body }) => issueLadder(tx, actor, body));
  serve(papers.letters, ({ tx, actor, query }) => listLetters(tx, actor, query));
  serve(papers.letter, ({ tx, actor, params }) => letterPage(tx, actor, params.id));
  serve(papers.send, ({ tx, actor, body }) => sendLetter(tx, actor, body));
  for (const step of ['answer', 'close', 'return', 'withdraw'] as const)
    serve(papers[step], ({ tx, actor, params, body }) => decideOnLetter(tx, actor, params.id, step, body));
  serve(papers.talks, ({ tx, actor, query }) => listTalks(tx, actor, query));
  serve(papers.talk, ({ tx, actor, params }) => talkPage(tx, actor, params.id));
  serve(papers.call, ({ tx, actor, body }) => callTalk(tx, actor, body));
  serve(papers.hold, ({ tx, actor, params, body }) => settleTalk(tx, actor, params.id, 'hold', body));
  serve(papers.drop, ({ tx, actor, params, body }) => settleTalk(tx, actor, params.id, 'drop', body));
  serve(api.fired, ({ tx, actor, params }) => firedOn(tx, actor, params.kind, params.id));
}
