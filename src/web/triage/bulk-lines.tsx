/** The chosen signals of a bulk run: those that differ, each with why, then the others; each with its box. */
import { Checkbox } from 'antd';
import type { Line, Odd } from '#web/triage/bulk-plan.ts';
import { bulkWords, triageWords } from '#web/triage/triage.words.ts';
import type { Way } from '#web/triage/ways.ts';
import { useWords } from '#web/words/words.ts';

type BulkLinesProps = {
  lines: readonly Line[];
  ticked: ReadonlySet<string>;
  onTick: (ids: readonly string[], on: boolean) => void;
};

export function BulkLines({ lines, ticked, onTick }: BulkLinesProps) {
  const t = useWords(bulkWords);
  const odd = lines.filter((line) => line.odd.length > 0);
  const usual = lines.filter((line) => line.odd.length === 0);
  const part = (list: readonly Line[], name: string) =>
    list.length > 0 && (
      <section className="bulk-part">
        <Heading lines={list} ticked={ticked} name={name} onTick={onTick} />
        <ul>
          {list.map((line) => (
            <OneLine key={line.item.id} line={line} on={ticked.has(line.item.id)} onTick={onTick} />
          ))}
        </ul>
      </section>
    );
  return (
    <div className="bulk-lines">
      {part(odd, t('odd', { count: odd.length }))}
      {part(usual, t('usual', { count: usual.length }))}
    </div>
  );
}

function Heading({ lines, ticked, name, onTick }: BulkLinesProps & { name: string }) {
  const going = lines.filter(({ way }) => way).map(({ item }) => item.id);
  const count = going.filter((id) => ticked.has(id)).length;
  return (
    <Checkbox
      className="bulk-heading"
      checked={count > 0 && count === going.length}
      indeterminate={count > 0 && count < going.length}
      disabled={going.length === 0}
      onChange={(event) => onTick(going, event.target.checked)}
    >
      {name}
    </Checkbox>
  );
}

type OneLineProps = { line: Line; on: boolean; onTick: BulkLinesProps['onTick'] };

function OneLine({ line: { item, way, odd }, on, onTick }: OneLineProps) {
  const why = useWhy();
  return (
    <li>
      <Checkbox checked={on} disabled={!way} onChange={(event) => onTick([item.id], event.target.checked)}>
        <span className="bulk-words one-line">{item.title || item.words}</span>
        {odd.length > 0 && <span className="bulk-odd">{odd.map((one) => why(one, way)).join('；')}</span>}
        {way && <Goes way={way} />}
      </Checkbox>
    </li>
  );
}

function Goes({ way: { into, category, unit } }: { way: Way }) {
  const t = useWords(triageWords);
  const to = into ? t('wayInto', { number: into.number }) : (unit?.shortName ?? t('wayNoUnit'));
  return <span className="faint bulk-goes one-line">{[category?.name, to].filter(Boolean).join(' → ')}</span>;
}

function useWhy() {
  const t = useWords(bulkWords);
  return (odd: Odd, way: Way | null): string => {
    const name = odd === 'category' ? way?.category?.name : (way?.into?.lead?.shortName ?? way?.unit?.shortName);
    const said = {
      none: t('oddNone'),
      unsure: t('oddUnsure'),
      category: t('oddCategory', { name: name ?? '—' }),
      unit: t('oddUnit', { name: name ?? '—' }),
      urgent: t('oddUrgent'),
      secret: t('oddSecret'),
    };
    return said[odd];
  };
}
