/** Noun routes of the overviews: a unit's work, the morning list, the leader's page. */
import type { Serve } from '#people/serve.ts';
import { leaderPage } from '#views/leader.view.ts';
import { morningList } from '#views/morning.view.ts';
import { overviewApi as api } from '#views/overview.api.ts';
import { personWork } from '#views/person-work.view.ts';
import { unitLoad } from '#views/unit-load.view.ts';
import { unitWork } from '#views/unit-work.view.ts';

export function overviewRoutes(serve: Serve): void {
  serve(api.unitWork, ({ tx, actor, params }) => unitWork(tx, actor, params.id));
  serve(api.unitLoad, ({ tx, actor, params }) => unitLoad(tx, actor, params.id));
  serve(api.personWork, ({ tx, actor, params }) => personWork(tx, actor, params.id));
  serve(api.morning, ({ tx, actor }) => morningList(tx, actor));
  serve(api.leader, ({ tx, actor }) => leaderPage(tx, actor));
}
