/** Short words for stories: calls that must succeed, and the decision id and version that every decision carries. */
import assert from 'node:assert/strict';
import type { PersonName } from '#db/world.ts';
import { newId } from '#platform/ids.ts';
import type { TestCity } from '#test/database.ts';

type Body = Record<string, unknown>;

export function stepsOf({ call, world }: TestCity) {
  async function ok(name: PersonName, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) {
    const answer = await call(name, method, path, body);
    assert.equal(answer.status, 200, `${name} ${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  /** A new decision by somebody who has just looked at the thing. */
  const seen = async (name: PersonName, path: string) => ({
    id: newId(),
    version: (await ok(name, 'GET', path)).version as number,
  });
  return {
    ok,
    seen,
    /** Enters a signal at the desk; returns its id. */
    async signal(words: string, more: Body = {}): Promise<string> {
      const id = newId();
      await ok('callTaker', 'POST', '/signals/desk', { id, channelId: world.channel, words, matter: 'help', ...more });
      return id;
    },
    async problem(signals: string[], title = '一个问题'): Promise<string> {
      const id = newId();
      await ok('dispatcher', 'POST', '/problems', { id, title, signals });
      return id;
    },
    /** A decision on what has just been looked at. */
    async decide(name: PersonName, thing: string, noun: string, more: Body = {}) {
      return ok(name, 'POST', `${thing}/${noun}`, { ...(await seen(name, thing)), ...more });
    },
  };
}
