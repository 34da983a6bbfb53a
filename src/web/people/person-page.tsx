/** A person, whole page or right pane: who they are, which posts they hold, their account, and what can be done. */
import { type PersonPage as Person, personApi, purposes, type revealFields } from '#people/person.api.ts';
import { call } from '#web/call/call.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { PersonAddresses } from '#web/outside/person-addresses.tsx';
import { PersonWorkPart } from '#web/overview/person-work-part.tsx';
import { AccountTag } from '#web/people/account-tag.tsx';
import { peopleWords } from '#web/people/people.words.ts';
import { PersonAccount } from '#web/people/person-account.tsx';
import { PersonActions } from '#web/people/person-actions.tsx';
import { PersonIdentity } from '#web/people/person-identity.tsx';
import { Delegations, EarlierPosts, HeldPosts } from '#web/people/person-posts.tsx';
import { PersonSkills } from '#web/people/person-skills.tsx';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Masked } from '#web/show/masked.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/people/people.css';
import '#web/people/roles.css';

export function PersonPage() {
  const { params } = usePlace();
  return (
    <Watermark>
      <PersonView key={params.id} id={params.id!} />
    </Watermark>
  );
}

export function PersonView({ id }: { id: string }) {
  const t = useWords(peopleWords);
  const read = useRead(personApi.one, { params: { id } });
  return (
    <ReadThing read={read} gone={t('personGone')}>
      {(person) => <Shown person={person} />}
    </ReadThing>
  );
}

function Shown({ person }: { person: Person }) {
  const may = useMay();
  const marks = (
    <>
      {person.account && <AccountTag state={person.account} />}
      <PrintButton />
    </>
  );
  return (
    <ThingPage
      number={person.staffNumber ?? ''}
      title={person.name}
      state={
        person.leftOn
          ? { ...peopleWords.left, tone: 'off' as const }
          : { ...peopleWords.inOffice, tone: 'done' as const }
      }
      marks={marks}
      actions={<PersonActions person={person} />}
      around={<Around person={person} />}
    >
      <HeldPosts person={person} />
      <PersonWorkPart personId={person.id} />
      <PersonSkills person={person} />
      <Delegations person={person} />
      {may('people.manage') && <PersonAddresses personId={person.id} />}
      {may('account.manage') && <PersonIdentity personId={person.id} />}
      {(may('account.manage') || may('post.grant')) && <PersonAccount personId={person.id} />}
      <EarlierPosts person={person} />
    </ThingPage>
  );
}

function Around({ person }: { person: Person }) {
  const t = useWords(peopleWords);
  const times = useTimes();
  const may = useMay();
  const { leftOn, staffNumber } = person;
  return (
    <>
      <Facts
        of={[
          [t('phone'), <Whole key="phone" person={person} field="phone" />],
          [t('idNumber'), <Whole key="id" person={person} field="idNumber" />],
          [t('staffNumber'), staffNumber],
          [t('left'), leftOn && times.day(leftOn)],
        ]}
      />
      {may('ledger.read') && (
        <p className="around-link">
          <Go to={`/audit?thing=${person.id}`}>{t('inLedger')}</Go>
        </p>
      )}
    </>
  );
}

/** Masked; whole for who may, after purpose and reason are recorded. */
function Whole({ person, field }: { person: Person; field: (typeof revealFields)[number] }) {
  const t = useWords(peopleWords);
  const may = useMay();
  const value = person[field];
  if (!value) return <span className="faint">{t('none')}</span>;
  const reveal = async (purpose: string, reason: string, id: string) => {
    const body = { id, fields: [field], purpose: purpose as keyof typeof purposes, reason };
    const shown = await call(personApi.reveal, { params: { id: person.id }, body });
    return shown[field] ?? value;
  };
  return <Masked what={t(field)} value={value} purposes={purposes} {...(may('person.reveal') && { reveal })} />;
}
