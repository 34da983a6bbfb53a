/** How many lately, and whether that is more or fewer than before: an arrow with words, never a colour alone. */
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import type { ThemeItem } from '#triage/theme/theme.api.ts';
import { growthOf } from '#web/themes/growth.ts';
import { themeWords } from '#web/themes/theme.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

const HANDFUL = 5;

export function GrowthWords({ figures }: { figures: ThemeItem['figures'] }) {
  const t = useWords(themeWords);
  const numbers = useNumbers();
  const { way, share } = growthOf(figures);
  // Of a handful, a percentage says more than there is.
  const percent = (figures.before ?? 0) < HANDFUL ? '' : `${Math.round(share * 100)}%`;
  const words = way === 'up' || way === 'down' ? t(percent ? way : `${way}Few`, { share: percent }) : t(way);
  const parts = figures.before === null ? '' : ` (${figures.recent} / ${figures.before})`;
  return (
    <span className={`growth is-${way}`} title={`${words}${parts}`}>
      <span className="figures">{numbers.whole(figures.recent)}</span>
      {way === 'up' && <ArrowUpOutlined aria-hidden />}
      {way === 'down' && <ArrowDownOutlined aria-hidden />}
      {(way === 'up' || way === 'down') && (
        <span className="figures" aria-hidden>
          {percent}
        </span>
      )}
      <span className="only-heard">{words}</span>
    </span>
  );
}
