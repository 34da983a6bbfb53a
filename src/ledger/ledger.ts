/** The ledger's row, and the type of a reaction: what other rooms need to write down and to follow. */
import type { Tx } from '#platform/db.ts';

export const actorKinds = ['person', 'token', 'program', 'reporter'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who acts. The people's room knows more of an actor; the ledger needs only this. */
export type Signature = { kind: ActorKind; id: string | null; forWhom?: string | null };

/** One verb on one thing, as a verb hands it over. `data` holds ids and non-personal old and new values only. */
export type Entry = {
  /** `<kind>.<what happened>`, e.g. `signal.received`. */
  verb: string;
  kind: string;
  thing: string;
  unit?: string | null;
  reason?: string | null;
  data?: Record<string, unknown>;
  /** Keyed HMAC over the personal content that this verb wrote. */
  commitment?: Buffer | null;
  /** Id of the decision record, import or request that made it. */
  request?: string | null;
};

export type LedgerRow = {
  seq: number;
  at: Date;
  actor: string | null;
  actor_kind: ActorKind;
  for_whom: string | null;
  verb: string;
  kind: string;
  thing: string;
  unit: string | null;
  reason: string | null;
  data: Record<string, unknown>;
  request: string | null;
};

/** Up to 1,000 rows of one verb. Idempotent and short; its name in the code is its name in `reaction_done`. */
export type Reaction = (tx: Tx, rows: LedgerRow[]) => Promise<void>;
export type Reactions = Record<string, Reaction[]>;
