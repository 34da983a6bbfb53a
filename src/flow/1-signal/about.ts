/** What the rules look at when they give a signal its time: how urgent it is, and by which channel it came in. */
import type { About } from '#rules/limits.store.ts';

export const aboutSignal = (signal: { id: string; urgency: string; channel_id: string }): About => ({
  kind: 'signal',
  thing: signal.id,
  urgency: signal.urgency,
  channel: async () => signal.channel_id,
});
