/** A city of its own for a test file: made from a template once a run, with the named world in it, and a server to call. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import type { PersonName, World } from '#db/world.ts';
import { sweep } from '#ledger/sweep.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import type { FirstCode } from '#root/create-city.ts';
import { type Installation, openInstallation } from '#root/install.ts';
import { reactions } from '#root/reactions.ts';
import { registerRooms } from '#root/rooms.ts';
import { makeServer } from '#root/server.ts';
import { testServer } from '#test/server.ts';
import { BEGIN, copyTemplate } from '#test/template.ts';

/** Whatever the server answered: stories look into it as they please. */
type Body = ReturnType<typeof JSON.parse>;

export type TestCity = {
  installation: Installation;
  city: City;
  world: World;
  codes: FirstCode[];
  app: FastifyInstance;
  /** Moves the clock on; everything in the city reads it. */
  pass(time: { hours?: number; days?: number }): void;
  /** Runs every reaction that is due. */
  settle(): Promise<void>;
  /** One transaction as the program would run it. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The person as an actor, with the posts of now. */
  actor(name: PersonName): Promise<Actor>;
  /** Calls the API as a signed-in person; the answer's body, whatever its status. */
  call(
    name: PersonName,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Body }>;
};

export async function testCity(): Promise<TestCity> {
  registerRooms();
  const name = `story_${process.pid}_${Date.now().toString(36)}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'suyuan-story-'));
  const { config, world, codes } = await copyTemplate(name, dataDir);
  let now = new Date(BEGIN);
  const opened = await openInstallation(config, () => {}, 'test');
  const clock = { now: () => now };
  const found = opened.cities.get('qinglan')!;
  const city = { ...found, clock };
  const installation = { ...opened, clock, cities: new Map([['qinglan', city]]) };
  const app = await makeServer(installation);
  after(async () => {
    await app.close();
    await installation.close();
    const admin = new pg.Client({ connectionString: (await testServer()).adminUrl });
    await admin.connect();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const cookies = new Map<PersonName, string>();
  const cookieOf = async (person: PersonName) => {
    const held = cookies.get(person);
    if (held) return held;
    const made = await transact(city, (tx) =>
      beginSession(tx, world.people[person], { source: '127.0.0.1', agent: 'story' }, true),
    );
    cookies.set(person, made);
    return made;
  };
  return {
    installation,
    city,
    world,
    codes,
    app,
    pass({ hours = 0, days = 0 }) {
      now = new Date(now.getTime() + (hours + 24 * days) * 3_600_000);
      cookies.clear();
    },
    settle: async () => void (await sweep(city, reactions)),
    tx: (work) => transact(city, work),
    actor: async (person) => (await transact(city, (tx) => loadActor(tx, world.people[person])))!,
    async call(person, method, address, body) {
      const answer = await app.inject({
        method,
        url: `/c/qinglan/api${address}`,
        headers: { 'x-suyuan': '1', cookie: `${cookieName('qinglan')}=${await cookieOf(person)}` },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
    },
  };
}
