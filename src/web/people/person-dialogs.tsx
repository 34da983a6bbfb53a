/** Entering a person, and changing what is entered. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { type PersonPage, personApi } from '#people/person.api.ts';
import { newId } from '#platform/ids.ts';
import { peopleWords } from '#web/people/people.words.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Values = {
  name: string;
  staffNumber?: string;
  phone?: string;
  idNumber?: string;
  post?: { unitId?: Picked | null; title?: string };
};

const orNull = (typed: string | undefined) => typed?.trim() || null;

/** Numbers that are entered already are not shown whole: left empty they stay. */
function Fields({ person }: { person?: PersonPage }) {
  const t = useWords(peopleWords);
  const keeps = (value: string | null | undefined) => (value ? t('keeps', { value }) : '');
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input autoFocus maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="staffNumber" label={t('staffNumber')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')}>
        <Input inputMode="tel" maxLength={40} autoComplete="off" placeholder={keeps(person?.phone)} />
      </Form.Item>
      <Form.Item name="idNumber" label={t('idNumber')}>
        <Input maxLength={40} autoComplete="off" placeholder={keeps(person?.idNumber)} />
      </Form.Item>
    </>
  );
}

export function NewPersonDialog({ unit, onClose }: { unit: Picked | null; onClose: () => void }) {
  const t = useWords(peopleWords);
  const { go } = usePlace();
  const [postId] = useState(newId);
  return (
    <ActionDialog
      title={t('newPerson')}
      initial={unit ? { post: { unitId: unit } } : {}}
      route={personApi.make}
      args={({ name, staffNumber, phone, idNumber, post }: Values, id) => ({
        body: {
          id,
          name,
          staffNumber: orNull(staffNumber),
          phone: orNull(phone),
          idNumber: orNull(idNumber),
          post: post?.unitId ? { id: postId, unitId: post.unitId.id, title: orNull(post.title) } : null,
        },
      })}
      done={(_, { name }) => t('made', { name })}
      changes={['/people', '/units']}
      onDone={({ id }) => go(`/people/${id}`)}
      onClose={onClose}
    >
      <Fields />
      <Form.Item name={['post', 'unitId']} label={t('inUnit')} extra={t('inUnitHow')}>
        <UnitPick tree="any" />
      </Form.Item>
      <Form.Item name={['post', 'title']} label={t('office')}>
        <Input maxLength={40} placeholder={t('officeHint')} />
      </Form.Item>
    </ActionDialog>
  );
}

export function ChangePersonDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useWords(peopleWords);
  const { id: personId, version, name, staffNumber } = person;
  return (
    <ActionDialog
      title={`${t('change')} · ${name}`}
      ok={t('change')}
      initial={{ name, staffNumber: staffNumber ?? '' }}
      route={personApi.change}
      args={(values: Values, id) => ({
        params: { id: personId },
        body: {
          id,
          version,
          name: values.name,
          staffNumber: orNull(values.staffNumber),
          ...(orNull(values.phone) && { phone: orNull(values.phone) }),
          ...(orNull(values.idNumber) && { idNumber: orNull(values.idNumber) }),
        },
      })}
      done={(_, values) => t('changed', { name: values.name })}
      changes={['/people']}
      onClose={onClose}
    >
      <Fields person={person} />
    </ActionDialog>
  );
}
