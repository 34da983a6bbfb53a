/** Noun routes of leaders' notes. */
import { decideOnNote, recordNote } from '#note/note.actions.ts';
import { noteApi as api } from '#note/note.api.ts';
import { listNotes, showNote } from '#note/note.store.ts';
import type { Serve } from '#people/serve.ts';

export function noteRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listNotes(tx, actor, query));
  serve(api.one, ({ tx, actor, params }) => showNote(tx, actor, params.id));
  serve(api.record, ({ tx, actor, body }) => recordNote(tx, actor, body));
  serve(api.answer, ({ tx, actor, params, body }) => decideOnNote(tx, actor, params.id, 'answer', body));
  serve(api.return, ({ tx, actor, params, body }) => decideOnNote(tx, actor, params.id, 'return', body));
  serve(api.close, ({ tx, actor, params, body }) => decideOnNote(tx, actor, params.id, 'close', body));
}
