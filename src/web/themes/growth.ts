/** How a theme moves: the last 60 days against the 60 before, in words and as a ratio. Pure. */
import type { ThemeItem } from '#triage/theme/theme.api.ts';

type Figures = Pick<ThemeItem['figures'], 'recent' | 'before'>;

/** Less than a tenth either way, or less than three signals, is as many. */
const STEADY = 0.1;
const FEW = 3;

export type Growth = { way: 'up' | 'down' | 'same' | 'unknown'; share: number };

export function growthOf({ recent, before }: Figures): Growth {
  if (before === null) return { way: 'unknown', share: 0 };
  const share = before === 0 ? recent : recent / before - 1;
  if (Math.abs(recent - before) < FEW || Math.abs(share) < STEADY) return { way: 'same', share };
  return { way: share > 0 ? 'up' : 'down', share: Math.abs(share) };
}

/** For an axis: from a quarter to four times as many, with some added on both sides, as the heat counts it. */
export const ratioOf = ({ recent, before }: Figures): number | null =>
  before === null ? null : Math.max(0.25, Math.min(4, (recent + 5) / (before + 5)));
