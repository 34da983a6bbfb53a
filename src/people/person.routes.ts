/** Serves persons. */
import { type Actor, may } from '#people/actor.ts';
import { comeBack, leave } from '#people/departure.actions.ts';
import { changePerson, makePerson, reveal, searchByPhone } from '#people/person.actions.ts';
import { personApi as api } from '#people/person.api.ts';
import { listPersons, personPage, personsById } from '#people/person-page.store.ts';
import type { Serve } from '#people/serve.ts';

const seesAccounts = (actor: Actor) => may(actor, 'account.manage') || may(actor, 'post.grant');

export function personRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => listPersons(tx, query, seesAccounts(actor)));

  serve(api.search, async ({ tx, actor, body }) => ({
    items: await personsById(tx, await searchByPhone(tx, actor, body), seesAccounts(actor)),
  }));

  serve(api.one, ({ tx, actor, params }) => personPage(tx, actor, params.id, seesAccounts(actor)));
  serve(api.reveal, ({ tx, actor, params, body }) => reveal(tx, actor, params.id, body));
  serve(api.make, ({ tx, actor, body }) => makePerson(tx, actor, body));
  serve(api.change, ({ tx, actor, params, body }) => changePerson(tx, actor, params.id, body));
  serve(api.leave, ({ tx, actor, params, body }) => leave(tx, actor, params.id, body));
  serve(api.comeBack, ({ tx, actor, params, body }) => comeBack(tx, actor, params.id, body));
}
