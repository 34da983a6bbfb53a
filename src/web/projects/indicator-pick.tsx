/** Chooses an indicator in use, by its name or number. */
import { indicatorApi } from '#indicator/indicator.api.ts';
import { directions } from '#indicator/indicator.ts';
import { useRead } from '#web/call/use-read.ts';
import { SearchSelect } from '#web/pick/pick.tsx';
import { useTyped } from '#web/pick/use-typed.ts';
import { charterWords } from '#web/projects/charter.words.ts';
import { type Chosen, chosenOf } from '#web/projects/charter-form.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const AT_MOST = 30;

type IndicatorPickProps = { id?: string; value?: Chosen | null; onChange?: (chosen: Chosen | null) => void };

export function IndicatorPick({ id, value, onChange }: IndicatorPickProps) {
  const t = useWords(charterWords);
  const say = useSaid();
  const typing = useTyped();
  const { typed } = typing;
  const query = { state: 'open' as const, limit: AT_MOST, ...(typed && { q: typed }) };
  const found = useRead(indicatorApi.list, { query }, { keep: true });
  const items = found.data?.items ?? [];
  const choose = (picked: { id: string } | null) => {
    const item = items.find((one) => one.id === picked?.id);
    onChange?.(item ? chosenOf(item) : null);
  };
  return (
    <SearchSelect
      {...(id && { id })}
      value={value ?? null}
      onChange={choose}
      options={items.map((one) => ({
        id: one.id,
        name: one.name,
        shown: (
          <span className="pick-option">
            {one.name}{' '}
            <span className="faint">
              {one.unitWords} {say(directions[one.direction])} {one.owner.shortName}
            </span>
          </span>
        ),
      }))}
      reading={found.isPlaceholderData || found.isPending}
      typing={typing}
      hint={t('indicatorHint')}
      none={t('indicatorNone')}
    />
  );
}
