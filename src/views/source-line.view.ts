/** The source line of a thing, as its viewer may see it. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { maskWords } from '#text/mask.ts';
import type { SourceLine, StartKind } from '#views/source-line.api.ts';
import { sourceLineQuery } from '#views/source-line.store.ts';

type Row = Omit<SourceLine, 'at'>;

/**
 * Everything between what people said and what changed, from any thing in it: one query, each edge with who, when and why.
 * Words of citizens are masked; what the viewer may not see is counted.
 * @throws not_found where the thing belongs to no problem that the viewer sees
 */
export async function sourceLine(
  tx: Tx,
  actor: Actor,
  { kind, id, signals }: { kind: StartKind; id: string; signals: 'folded' | 'all' },
): Promise<SourceLine> {
  const { rows } = await sourceLineQuery<Row>(tx, actor, kind, id, signals === 'all').execute(tx);
  const row = rows[0]!;
  if (row.signals.length === 0) throw problem('not_found');
  const folds = row.signals.map((fold) => ({
    ...fold,
    quotes: fold.quotes.map((quote) => ({ ...quote, words: maskWords(quote.words).slice(0, 200) })),
  }));
  return { ...row, signals: folds, at: tx.now.toISOString() };
}
