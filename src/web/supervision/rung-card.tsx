/** One rung while it is written: when, which light, what is done, to whom, and what is wrong with it. */
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, InputNumber, Select } from 'antd';
import type { Said } from '#platform/problem.ts';
import { problems } from '#platform/problems.ts';
import { actions, type Fault, lights, MOST_UP, measures, type Rung } from '#supervision/ladder.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import { editorWords } from '#web/supervision/editor.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type RungCardProps = {
  rung: Rung;
  nth: number;
  count: number;
  faults: readonly Fault[];
  onChange: (change: Partial<Rung>) => void;
  onMove: (to: number) => void;
  onDrop: () => void;
};

export function RungCard({ rung, nth, count, faults, onChange, onMove, onDrop }: RungCardProps) {
  const t = useWords(editorWords);
  const say = useSaid();
  const options = (words: Record<string, Said>) =>
    Object.entries(words).map(([value, said]) => ({ value, label: say(said) }));
  const share = rung.measure === 'share';
  return (
    <li className={faults.length > 0 ? 'rung-card has-fault' : 'rung-card'} aria-label={t('rung', { n: nth + 1 })}>
      <div className="rung-row">
        <span className={`rung-light rung-${rung.light}`}>{t('rung', { n: nth + 1 })}</span>
        <Select
          aria-label={t('light')}
          value={rung.light}
          onChange={(light) => onChange({ light })}
          options={options(lights)}
        />
        <Select
          aria-label={t('measure')}
          value={rung.measure}
          onChange={(measure) => onChange({ measure })}
          options={options(measures)}
          popupMatchSelectWidth={false}
        />
        <InputNumber
          aria-label={t('at')}
          min={0}
          max={share ? 100 : 2_000}
          precision={0}
          value={share ? Math.round(rung.at * 100) : rung.at}
          onChange={(at) => onChange({ at: share ? (at ?? 0) / 100 : (at ?? 0) })}
          suffix={share ? '%' : t('hours')}
        />
        <span className="rung-tools">
          <Button
            size="small"
            aria-label={t('up')}
            icon={<ArrowUpOutlined />}
            disabled={nth === 0}
            onClick={() => onMove(nth - 1)}
          />
          <Button
            size="small"
            aria-label={t('down')}
            icon={<ArrowDownOutlined />}
            disabled={nth === count - 1}
            onClick={() => onMove(nth + 1)}
          />
          <Button
            size="small"
            danger
            aria-label={t('drop')}
            icon={<DeleteOutlined />}
            disabled={count === 1}
            onClick={onDrop}
          />
        </span>
      </div>
      <div className="rung-row">
        <Select
          aria-label={t('action')}
          value={rung.action}
          onChange={(action) => onChange({ action })}
          options={options(actions)}
          popupMatchSelectWidth={false}
        />
        {rung.action !== 'remind' && <ToWhom rung={rung} onChange={onChange} />}
        {rung.action === 'letter' && (
          <InputNumber
            aria-label={t('answerDays')}
            prefix={t('answerDays')}
            suffix={t('workingDays')}
            min={1}
            max={60}
            precision={0}
            value={rung.answerDays}
            onChange={(answerDays) => onChange({ answerDays })}
          />
        )}
        {nth > 0 && (
          <InputNumber
            aria-label={t('grace')}
            prefix={t('grace')}
            suffix={t('hours')}
            min={0}
            max={720}
            precision={0}
            value={rung.graceHours}
            onChange={(hours) => onChange({ graceHours: hours ?? 0 })}
          />
        )}
      </div>
      {faults.map((fault) => {
        const [, zh, en] = problems[`ladder_${fault}`];
        return (
          <p key={fault} className="rung-fault" role="alert">
            {say({ zh, en })}
          </p>
        );
      })}
    </li>
  );
}

const NAMED = -1;

/** The head of the unit, somebody further up the line, or a person by name. */
function ToWhom({ rung, onChange }: Pick<RungCardProps, 'rung' | 'onChange'>) {
  const t = useWords(editorWords);
  const named = rung.person !== undefined && rung.person !== null;
  const choices = [
    { value: 0, label: t('toHead') },
    ...Array.from({ length: MOST_UP }, (_, i) => ({ value: i + 1, label: t('toUp', { n: i + 1 }) })),
    { value: NAMED, label: t('toNamed') },
  ];
  const choose = (up: number) =>
    onChange(up === NAMED ? { up: 0, person: { id: '', name: '' } } : { up, person: null });
  return (
    <>
      <Select
        aria-label={t('toWhom')}
        value={named ? NAMED : rung.up}
        onChange={choose}
        options={choices}
        popupMatchSelectWidth={false}
      />
      {named && (
        <span className="rung-person">
          <AnybodyPick
            label={t('toNamed')}
            value={rung.person?.id ? rung.person : null}
            onChange={(person) => onChange({ person: person ?? { id: '', name: '' } })}
          />
        </span>
      )}
    </>
  );
}
