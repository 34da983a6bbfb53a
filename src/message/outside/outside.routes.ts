/** Serves the ways out and the addresses of persons. */
import {
  choose,
  confirmAddress,
  sendCodeAgain,
  setAddressOf,
  setOwnAddress,
  viewAddresses,
  viewAddressesOf,
} from '#message/outside/address.actions.ts';
import { listChannels, retryChannel, setChannel, testChannel } from '#message/outside/channel.actions.ts';
import { outsideApi as api } from '#message/outside/outside.api.ts';
import { type Actor, personOf } from '#people/actor.ts';
import type { Serve } from '#people/serve.ts';
import type { Tx } from '#platform/db.ts';

const mine = (tx: Tx, actor: Actor) => viewAddresses(tx, personOf(actor), true);

export function outsideRoutes(serve: Serve): void {
  serve(api.channels, async ({ tx }) => ({ items: await listChannels(tx) }));
  serve(api.set, ({ tx, actor, params, body }) => setChannel(tx, actor, params.channel, body));
  serve(api.test, async ({ tx, actor, params, body }) => {
    await testChannel(tx, actor, params.channel, body.id);
    return {};
  });
  serve(api.retry, async ({ tx, actor, params, body }) => ({
    again: await retryChannel(tx, actor, params.channel, body.id),
  }));

  serve(api.mine, ({ tx, actor }) => mine(tx, actor));
  serve(api.setMine, async ({ tx, actor, params, body }) => {
    await setOwnAddress(tx, actor, params.channel, body);
    return mine(tx, actor);
  });
  serve(api.sendCode, async ({ tx, actor, params, body }) => {
    await sendCodeAgain(tx, actor, params.channel, body.id);
    return mine(tx, actor);
  });
  serve(api.confirm, async ({ tx, actor, params, body }) => {
    await confirmAddress(tx, actor, params.channel, body);
    return mine(tx, actor);
  });
  serve(api.choose, async ({ tx, actor, body }) => {
    await choose(tx, actor, body);
    return mine(tx, actor);
  });

  serve(api.ofPerson, ({ tx, actor, params }) => viewAddressesOf(tx, actor, params.id));
  serve(api.setOfPerson, async ({ tx, actor, params, body }) => {
    await setAddressOf(tx, actor, params.id, params.channel, body);
    return viewAddressesOf(tx, actor, params.id);
  });
}
