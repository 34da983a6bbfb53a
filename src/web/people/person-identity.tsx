/** Whether somebody is linked to the city's provider; the administrator links them by what the provider calls them. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { oidcApi } from '#people/oidc.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { providerWords } from '#web/sign-in/provider.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function PersonIdentity({ personId }: { personId: string }) {
  const t = useWords(providerWords);
  const times = useTimes();
  const [setting, setSetting] = useState(false);
  const identity = useRead(oidcApi.ofPerson, { params: { id: personId } }).data;
  if (!identity || (!identity.provider && !identity.linkedAt)) return null;
  const action = (
    <Button size="small" onClick={() => setSetting(true)}>
      {t(identity.linkedAt ? 'set' : 'link')}
    </Button>
  );
  return (
    <Part title={t('person')} action={action}>
      <p className="quiet">
        {identity.linkedAt ? t('personLinked', { at: times.day(identity.linkedAt) }) : t('personNot')}
      </p>
      {setting && (
        <ActionDialog<typeof oidcApi.setOfPerson, { subject?: string }>
          title={t('person')}
          ok={t('save')}
          route={oidcApi.setOfPerson}
          args={({ subject }, id) => ({ params: { id: personId }, body: { id, subject: subject?.trim() || null } })}
          done={() => t('personSaved')}
          changes={['/people/:id/identity']}
          onClose={() => setSetting(false)}
        >
          <Form.Item name="subject" label={t('subject')} {...(identity.linkedAt && { extra: t('emptyUnlinks') })}>
            <Input maxLength={255} autoFocus />
          </Form.Item>
        </ActionDialog>
      )}
    </Part>
  );
}
