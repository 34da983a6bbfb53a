/** A unit as it stood on a day: its place in the trees, its people, what it came from and what became of it. */
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { treeWords } from '#people/role.ts';
import { type UnitPage as UnitShown, unitApi } from '#people/unit.api.ts';
import { relations, successions, unitKinds } from '#people/unit.ts';
import type { StateWords } from '#rules/steps.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { UnitLoadPart } from '#web/overview/unit-load-part.tsx';
import { UnitWorkPart } from '#web/overview/unit-work-part.tsx';
import { unitWords } from '#web/people/unit.words.ts';
import { UnitActions } from '#web/people/unit-actions.tsx';
import { UnitPeople } from '#web/people/unit-people.tsx';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { UnitRatesPart } from '#web/rates/unit-rates-part.tsx';
import { Unit } from '#web/show/person.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/people/people.css';
import '#web/people/roles.css';

export function UnitPage() {
  const { params, search } = usePlace();
  return (
    <Watermark>
      <UnitView key={params.id} id={params.id!} {...(search.on && { on: search.on })} />
    </Watermark>
  );
}

export function UnitView({ id, on }: { id: string; on?: string }) {
  const t = useWords(unitWords);
  const read = useRead(unitApi.one, { params: { id }, ...(on && { query: { on } }) }, { keep: true });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(unit) => <Shown unit={unit} on={on} />}
    </ReadThing>
  );
}

function stateOn({ validFrom, validTo }: UnitShown, day: string): StateWords {
  if (validTo && validTo <= day) return { ...unitWords.closed, tone: 'off' };
  return validFrom > day ? { ...unitWords.notYet, tone: 'wait' } : { ...unitWords.open, tone: 'done' };
}

function Shown({ unit, on }: { unit: UnitShown; on: string | undefined }) {
  const t = useWords(unitWords);
  const say = useSaid();
  const times = useTimes();
  const may = useMay();
  const today = dayjs(times.now()).format('YYYY-MM-DD');
  const marks = (
    <>
      <span>{say(unitKinds[unit.kind])}</span>
      <DayPick on={on} />
      <PrintButton />
    </>
  );
  return (
    <ThingPage
      number={unit.code ?? ''}
      title={unit.name}
      state={stateOn(unit, on ?? today)}
      marks={marks}
      actions={!on && <UnitActions unit={unit} />}
      around={<Around unit={unit} />}
    >
      <Path unit={unit} />
      {!on && may('problem.read') && <UnitLoadPart unit={unit} />}
      {!on && may('problem.read') && <UnitWorkPart unitId={unit.id} />}
      {!on && may('rate.read') && <UnitRatesPart unitId={unit.id} />}
      <UnitPeople unit={unit} />
      <Part title={t('below')}>
        {unit.children.length === 0 && <p className="quiet">{t('noneBelow')}</p>}
        <ul className="unit-chips">
          {unit.children.map(({ unit: child, relation }) => (
            <li key={child.id}>
              <Unit id={child.id} name={child.name} short={child.shortName} />
              {relation === 'guides' && <span className="faint"> {say(relations[relation])}</span>}
            </li>
          ))}
        </ul>
      </Part>
    </ThingPage>
  );
}

function Path({ unit }: { unit: UnitShown }) {
  const t = useWords(unitWords);
  if (unit.path.length === 0) return null;
  return (
    <nav className="unit-path" aria-label={t('above')}>
      <ol>
        {unit.path.map((one) => (
          <li key={one.id}>
            <Unit id={one.id} name={one.name} short={one.shortName} />
          </li>
        ))}
        <li aria-current="page">{unit.shortName}</li>
      </ol>
    </nav>
  );
}

function DayPick({ on }: { on: string | undefined }) {
  const t = useWords(unitWords);
  const times = useTimes();
  const { setSearch } = usePlace();
  const [open, setOpen] = useState(false);
  const to = (day: string | undefined) => setSearch({ on: day }, true);
  if (on) {
    return (
      <>
        <span className="tag tone-warn">
          {t('asOf', { day: times.exact(`${on}T00:00:00+08:00`).replace(/ ?00:00$/, '') })}
        </span>
        <Button size="small" onClick={() => to(undefined)}>
          {t('today')}
        </Button>
      </>
    );
  }
  return open ? (
    <DatePicker
      autoFocus
      defaultOpen
      size="small"
      aria-label={t('otherDay')}
      onOpenChange={setOpen}
      onChange={(day) => to(day?.format('YYYY-MM-DD'))}
    />
  ) : (
    <Button type="text" size="small" className="not-printed" onClick={() => setOpen(true)}>
      {t('otherDay')}
    </Button>
  );
}

function Around({ unit }: { unit: UnitShown }) {
  const t = useWords(unitWords);
  const say = useSaid();
  const times = useTimes();
  const may = useMay();
  const life = unit.validTo
    ? t('between', { from: times.day(unit.validFrom), to: times.day(unit.validTo) })
    : t('since', { from: times.day(unit.validFrom) });
  const lines = (found: UnitShown['predecessors']) =>
    found.length === 0 ? null : (
      <ul className="people-lines">
        {found.map((one) => (
          <li key={one.unit.id}>
            <Unit id={one.unit.id} name={one.unit.name} />{' '}
            <span className="faint">{t('line', { day: times.day(one.at), kind: say(successions[one.kind]) })}</span>
          </li>
        ))}
      </ul>
    );
  const listed = (found: readonly { id: string; name: string; shortName: string }[]) =>
    found.length === 0
      ? null
      : found.map((one) => <Unit key={one.id} id={one.id} name={one.name} short={one.shortName} />);
  return (
    <>
      <Facts
        of={[
          [t('tree'), say(treeWords[unit.tree])],
          ...unit.parents.map(
            ({ unit: one, relation }) =>
              [
                say(relations[relation]),
                <Unit key={one.id} id={one.id} name={one.name} short={one.shortName} />,
              ] as const,
          ),
          [t('host'), unit.host && <Unit id={unit.host.id} name={unit.host.name} short={unit.host.shortName} />],
          [t('hosted'), listed(unit.hosted)],
          [t('area'), unit.area?.name],
          [t('life'), life],
          [t('before'), lines(unit.predecessors)],
          [t('after'), lines(unit.successors)],
        ]}
      />
      {may('ledger.read') && (
        <p className="around-link">
          <Go to={`/audit?thing=${unit.id}`}>{t('inLedger')}</Go>
        </p>
      )}
    </>
  );
}
