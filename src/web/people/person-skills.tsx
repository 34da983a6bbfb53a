/** What a person is able to, beside their posts; set by whoever manages people or arranges their unit's work. */
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import type { PersonPage } from '#people/person.api.ts';
import { skillApi } from '#people/skill.api.ts';
import { newId } from '#platform/ids.ts';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMay } from '#web/desk/me.ts';
import { skillWords } from '#web/people/skill.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

const changes = ['/people', '/skills'] as const;

export function PersonSkills({ person }: { person: PersonPage }) {
  const t = useWords(skillWords);
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const sets = !person.leftOn && (may('people.manage') || person.mayArrange);
  if (person.skills.length === 0 && !sets) return null;
  const button = sets && (
    <Button size="small" className="not-printed" onClick={() => setAsked(true)}>
      {t('set')}
    </Button>
  );
  return (
    <Part title={t('skills')} action={button}>
      {person.skills.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <p className="skill-tags">
          {person.skills.map(({ id, name }) => (
            <span key={id} className="tag tone-work">
              {name}
            </span>
          ))}
        </p>
      )}
      {asked && <SkillsDialog person={person} onClose={() => setAsked(false)} />}
    </Part>
  );
}

function SkillsDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useWords(skillWords);
  const may = useMay();
  const known = useRead(skillApi.list, {}).data?.items ?? [];
  const add = useVerb(skillApi.add, { changes, done: ({ name }) => t('added', { name }) });
  const retire = useVerb(skillApi.retire, { changes, done: () => t('retired') });
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const keeps = may('people.manage');
  const fresh = keeps && name !== '' && !known.some((skill) => skill.name === name);
  return (
    <ActionDialog
      title={`${t('set')} · ${person.name}`}
      how={t('how')}
      ok={t('save')}
      initial={{ skills: person.skills.map((skill) => skill.id) }}
      route={skillApi.set}
      args={({ skills }: { skills: string[] }, id) => ({ params: { id: person.id }, body: { id, skills } })}
      done={() => t('done', { name: person.name })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="skills" label={t('skills')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
          options={known.map((skill) => ({ value: skill.id, label: skill.name, persons: skill.persons }))}
          notFoundContent={<span className="quiet">{t(keeps ? 'noneAdd' : 'noneKnown')}</span>}
        />
      </Form.Item>
      {fresh && <Button onClick={() => void add.run({ body: { id: newId(), name } })}>{t('add', { name })}</Button>}
      {keeps && known.length > 0 && (
        <details>
          <summary>{t('list')}</summary>
          <ul className="people-lines">
            {known.map((skill) => (
              <li key={skill.id}>
                <span className="line-grow">
                  {skill.name} <span className="faint">{t('persons', { count: skill.persons })}</span>
                </span>
                <Button
                  size="small"
                  danger
                  onClick={() => void retire.run({ params: { id: skill.id }, body: { id: newId() } })}
                >
                  {t('retire')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </ActionDialog>
  );
}
