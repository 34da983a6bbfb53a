/** Who has this phone: a whole number, a search that is written down. */
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { type PersonItem, personApi } from '#people/person.api.ts';
import { newId } from '#platform/ids.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { peopleWords } from '#web/people/people.words.ts';
import { Go } from '#web/place/go.tsx';
import { useWords } from '#web/words/words.ts';

export function PhoneSearch({ onClose }: { onClose: () => void }) {
  const t = useWords(peopleWords);
  const [found, setFound] = useState<readonly PersonItem[]>();
  const search = useVerb(personApi.search, { shows: true, changes: [] });
  const find = async ({ phone }: { phone: string }) => {
    setFound(undefined);
    const outcome = await search.run({ body: { id: newId(), phone } });
    if ('reply' in outcome) setFound(outcome.reply.items);
  };
  return (
    <Modal open title={t('byPhone')} width={440} onCancel={onClose} footer={null}>
      <p className="quiet">{t('byPhoneHow')}</p>
      <Refused refusal={search.refusal} />
      <Form layout="inline" className="phone-search" onFinish={find}>
        <Form.Item name="phone" rules={[{ required: true, message: t('needed') }]}>
          <Input autoFocus inputMode="tel" maxLength={40} aria-label={t('phone')} placeholder={t('phone')} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={search.running}>
          {t('find')}
        </Button>
      </Form>
      <div aria-live="polite">
        {found?.length === 0 && <p className="quiet">{t('byPhoneNone')}</p>}
        <ul className="people-lines">
          {found?.map((person) => (
            <li key={person.id}>
              <Go to={`/people/${person.id}`} onClick={onClose}>
                {person.name}
              </Go>{' '}
              <span className="quiet">
                {person.posts.map((post) => `${post.unit.shortName} ${post.title ?? ''}`).join('、')}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
