/** A unit that a line names: itself, or closed and who has its duties now. */
import type { DutyLine, DutyUnit } from '#triage/duty/duty.api.ts';
import { levels } from '#triage/duty/duty.ts';
import { dutyWords } from '#web/duty/duty.words.ts';
import { Unit } from '#web/show/person.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function UnitSaid({ unit }: { unit: DutyUnit }) {
  const t = useWords(dutyWords);
  if (!unit.closedOn) return <Unit name={unit.name} short={unit.shortName} id={unit.id} />;
  const names = unit.now.map((one) => one.shortName).join('、');
  const now =
    { 0: t('nowNobody'), 1: t('nowIs', { unit: names }) }[unit.now.length] ?? t('nowSeveral', { units: names });
  return (
    <span className={unit.now.length === 1 ? 'duty-closed' : 'duty-closed is-open'}>
      {t('closedUnit', { unit: unit.shortName, day: unit.closedOn })} {now}
    </span>
  );
}

/** Who leads by the line: a unit by name, or the one of that level where it happened. */
export function LeadSaid({ line: { lead, level } }: { line: DutyLine }) {
  const t = useWords(dutyWords);
  const say = useSaid();
  return lead ? <UnitSaid unit={lead} /> : <span className="quiet">{t('local', { level: say(levels[level]) })}</span>;
}

/** The category itself, below those it stands under. Chromium 90 has no `at`. */
export const leafOf = <T,>(path: readonly T[]): T | undefined => path[path.length - 1];

type MatterSaidProps = { line: Pick<DutyLine, 'category' | 'matter'>; leafFirst?: boolean };

/** The category with the words that narrow it; what it stands under before it, or where it is narrow behind. */
export function MatterSaid({ line: { category, matter }, leafFirst }: MatterSaidProps) {
  const path = category.slice(0, -1).map(({ name }) => name);
  const above = path.join(' / ');
  return (
    <span className="duty-matter">
      {above && !leafFirst && <span className="faint">{above} / </span>}
      {leafOf(category)?.name}
      {category.length > 0 && matter !== '' && ' · '}
      {matter !== '' && <span className="duty-words">“{matter}”</span>}
      {above && leafFirst && <span className="faint"> {above}</span>}
    </span>
  );
}
