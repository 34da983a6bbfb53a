/** One unit becomes several: each new one by name, and where each unit below, post and piece of work goes. */
import { Button, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import type { UnitPage } from '#people/unit.api.ts';
import { newId } from '#platform/ids.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { madeUnit, useSuccession } from '#web/people/succession-dialogs.tsx';
import { unitWords } from '#web/people/unit.words.ts';
import type { UnitDialogProps } from '#web/people/unit-actions.tsx';
import { DayAndReason } from '#web/people/unit-dialogs.tsx';
import { NameFields } from '#web/people/unit-form.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Names = { name: string; shortName: string; code?: string };
type Values = { parts: Record<string, Names>; places?: Record<string, string>; on: Dayjs; reason: string };
/** Something that needs a new place. */
type Hanging = { id: string; said: string; must: boolean };

/** The open work of a refusal that asks where it goes. */
function workIn({ body: { code, detail } }: Refusal): Hanging[] {
  if (code !== 'succession_unplaced' || !Array.isArray(detail?.work)) return [];
  const work = detail.work as { thing: string; number: string }[];
  return work.map(({ thing, number }) => ({ id: thing, said: number, must: true }));
}

function useHanging(unit: UnitPage): Hanging[] {
  const say = useSaid();
  return [
    ...[...unit.children.map((child) => child.unit), ...unit.hosted].map((one) => ({
      id: one.id,
      said: one.name,
      must: false,
    })),
    ...unit.posts.map((post) => ({
      id: post.id,
      said: `${post.person.name} ${post.title ?? say(post.roleName)}`,
      must: false,
    })),
  ];
}

export function SplitDialog({ unit, onClose }: UnitDialogProps) {
  const t = useWords(unitWords);
  const { initial, shared } = useSuccession();
  const [parts, setParts] = useState(() => [newId(), newId()]);
  const [work, setWork] = useState<Hanging[]>([]);
  const hanging = [...useHanging(unit), ...work];
  return (
    <ActionDialog
      {...shared}
      width={640}
      title={`${t('split')} · ${unit.shortName}`}
      how={t('splitHow', { name: unit.name })}
      ok={t('split')}
      initial={initial}
      args={({ parts: names, places = {}, on, reason }: Values, id) => ({
        body: {
          id,
          kind: 'split' as const,
          predecessors: [unit.id],
          successors: parts.map((part) => madeUnit(part, names[part]!)),
          places: hanging.flatMap(({ id: what, must }) => {
            const chosen = places[what] ?? (must ? undefined : parts[0]);
            return chosen ? [{ what, to: chosen }] : [];
          }),
          on: on.format('YYYY-MM-DD'),
          reason,
        },
      })}
      done={(_, { parts: names }) =>
        t('splitDone', { old: unit.name, names: parts.map((part) => `“${names[part]!.name}”`).join('、') })
      }
      onRefused={(refusal) => setWork((known) => (known.length > 0 ? known : workIn(refusal)))}
      onClose={onClose}
    >
      {parts.map((part, index) => (
        <fieldset key={part} className="handing">
          <legend>
            {t('part', { number: index + 1 })}{' '}
            {index > 1 && (
              <Button type="link" size="small" onClick={() => setParts(parts.filter((one) => one !== part))}>
                {t('removePart')}
              </Button>
            )}
          </legend>
          <NameFields at={['parts', part]} />
        </fieldset>
      ))}
      <p>
        <Button size="small" onClick={() => setParts([...parts, newId()])}>
          {t('addPart')}
        </Button>
      </p>
      {work.length > 0 && <p className="tone-warn light">{t('placeWork', { count: work.length })}</p>}
      <Places parts={parts} hanging={hanging} />
      <DayAndReason name="on" />
    </ActionDialog>
  );
}

function Places({ parts, hanging }: { parts: readonly string[]; hanging: readonly Hanging[] }) {
  const t = useWords(unitWords);
  const names = Form.useWatch<Record<string, Names> | undefined>('parts');
  if (hanging.length === 0) return null;
  const options = parts.map((value, index) => ({
    value,
    label: names?.[value]?.shortName || t('part', { number: index + 1 }),
  }));
  return (
    <ul className="handing-works">
      {hanging.map(({ id, said, must }) => (
        <li key={id}>
          <span>{said}</span>
          <Form.Item name={['places', id]} noStyle rules={must ? [{ required: true, message: t('needed') }] : []}>
            <Select
              aria-label={`${said} ${t('goesTo')}`}
              placeholder={must ? t('goesTo') : `${t('goesTo')} ${options[0]?.label}`}
              options={options}
            />
          </Form.Item>
        </li>
      ))}
    </ul>
  );
}
