/** The five layers of responsibility as five rows, each with its people and units and what they answer for. */
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { layers, memberRoles } from '#project/project.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { charterWords } from '#web/projects/charter.words.ts';
import type { TeamLine } from '#web/projects/charter-form.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/projects/charter.css';

type TeamFieldsProps = { value?: readonly TeamLine[]; onChange?: (team: TeamLine[]) => void };

export function TeamFields({ value = [], onChange }: TeamFieldsProps) {
  const say = useSaid();
  const change = (at: TeamLine, line: TeamLine | null) =>
    onChange?.(value.flatMap((one) => (one === at ? (line ?? []) : one)));
  return (
    <div className="team-fields">
      {layers.map((layer) => (
        <fieldset key={layer} className="team-layer">
          <legend>{say(memberRoles[layer])}</legend>
          {value
            .filter(({ role }) => role === layer)
            .map((line) => (
              <OneLine key={(line.person ?? line.unit)?.id} line={line} onChange={(changed) => change(line, changed)} />
            ))}
          <AddLine
            layer={layer}
            has={value.filter(({ role }) => role === layer).flatMap(({ person, unit }) => (person ?? unit)?.id ?? [])}
            onAdd={(line) => onChange?.([...value, line])}
          />
        </fieldset>
      ))}
    </div>
  );
}

function OneLine({ line, onChange }: { line: TeamLine; onChange: (line: TeamLine | null) => void }) {
  const t = useWords(charterWords);
  const name = (line.person ?? line.unit)?.name ?? '';
  return (
    <div className="team-line">
      <strong>{name}</strong>
      <Input
        value={line.duty}
        maxLength={500}
        aria-label={`${name} ${t('duty')}`}
        placeholder={t('dutyHint')}
        onChange={(event) => onChange({ ...line, duty: event.target.value })}
      />
      <Button type="text" icon={<CloseOutlined />} aria-label={t('takeOff', { name })} onClick={() => onChange(null)} />
    </div>
  );
}

type AddLineProps = { layer: TeamLine['role']; has: readonly string[]; onAdd: (line: TeamLine) => void };

function AddLine({ layer, has, onAdd }: AddLineProps) {
  const t = useWords(charterWords);
  const say = useSaid();
  const [kind, setKind] = useState<'person' | 'unit' | null>(null);
  const add = (one: Picked | null) => {
    if (!one || !kind) return;
    onAdd({ role: layer, person: null, unit: null, [kind]: one, duty: '' });
    setKind(null);
  };
  const label = `${say(memberRoles[layer])} ${t(kind === 'unit' ? 'addUnit' : 'addPerson')}`;
  if (kind === 'person') return <AnybodyPick value={null} label={label} not={has} onChange={add} />;
  if (kind === 'unit') return <UnitPick value={null} label={label} not={has} tree="any" onChange={add} />;
  return (
    <div>
      <Button size="small" type="link" onClick={() => setKind('person')}>
        {t('addPerson')}
        <span className="only-heard">{say(memberRoles[layer])}</span>
      </Button>
      <Button size="small" type="link" onClick={() => setKind('unit')}>
        {t('addUnit')}
        <span className="only-heard">{say(memberRoles[layer])}</span>
      </Button>
    </div>
  );
}
