/** What the provider of the stories keeps: in memory, with keys of its own, so that it has nothing to warn of. */
import { generateKeyPairSync } from 'node:crypto';

type Kept = Record<string, unknown> & { uid?: string; grantId?: string };

/** The library's own is for the same; but it says at each start that it loses everything. */
export function memoryAdapter() {
  const kept = new Map<string, Kept>();
  return (model: string) => {
    const place = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id: string, payload: Kept) => void kept.set(place(id), payload),
      find: async (id: string) => kept.get(place(id)),
      findByUid: async (uid: string) =>
        [...kept].find(([key, { uid: own }]) => key.startsWith(`${model}:`) && own === uid)?.[1],
      consume: async (id: string) => void Object.assign(kept.get(place(id)) ?? {}, { consumed: true }),
      destroy: async (id: string) => void kept.delete(place(id)),
      revokeByGrantId: async (grantId: string) => {
        for (const [key, one] of kept) if (one.grantId === grantId) kept.delete(key);
      },
    };
  };
}

export function signingKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'stand-in' }] };
}

/** Seconds. A story takes less. */
const HOUR = 3_600;
export const lifetimes = { Interaction: HOUR, Grant: HOUR, Session: HOUR, AccessToken: HOUR, IdToken: HOUR };
