/** What the administrators can do with a person: each button small form, a closed one says why. */
import { type ReactNode, useState } from 'react';
import { accountApi } from '#people/account.api.ts';
import type { Permission } from '#people/permissions.ts';
import type { PersonPage } from '#people/person.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { AwayDialog } from '#web/delegation/away-dialog.tsx';
import { delegationWords } from '#web/delegation/delegation.words.ts';
import { useMay, useMe } from '#web/desk/me.ts';
import { type AccountStep, accountSteps, accountWords } from '#web/people/account.words.ts';
import { AccountDecision } from '#web/people/account-dialogs.tsx';
import { ActivationDialog } from '#web/people/activation-dialog.tsx';
import { GrantDialog } from '#web/people/grant-dialog.tsx';
import { HandOverDialog, LeaveDialog } from '#web/people/leave-dialog.tsx';
import { peopleWords } from '#web/people/people.words.ts';
import { ChangePersonDialog } from '#web/people/person-dialogs.tsx';
import { postWords } from '#web/people/post.words.ts';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import type { Said } from '#web/words/words.ts';

const steps = {
  grant: postWords.grant,
  activate: accountWords.activate,
  change: peopleWords.change,
  ...accountSteps,
  delegate: delegationWords.forOther,
  handOver: peopleWords.handOver,
  leave: peopleWords.leave,
};
type Step = keyof typeof steps;

type Offer = { step: Step; closed: Said | null };

/** Steps by the permission that opens them, each with the reason why it is closed now; none before that can be told, for no button may move away under the hand. */
function useOffers(person: PersonPage): Offer[] {
  const may = useMay();
  const me = useMe();
  const looksAfter = may('account.manage') || may('post.grant');
  const { data: account, isLoading } = useRead(accountApi.one, looksAfter ? { params: { id: person.id } } : undefined);
  const self = me.person.id === person.id ? accountWords.notOneself : null;
  const gone = person.leftOn ? accountWords.gone : null;
  const unless = (holds: boolean, why: Said): Said | null => (holds ? null : why);
  const offers: [Permission, Step, Said | null, boolean?][] = [
    ['post.grant', 'grant', gone ?? self],
    ['account.manage', 'activate', gone ?? self ?? unless(account?.state !== 'disabled', accountWords.disabledNow)],
    ['people.manage', 'change', gone],
    ['account.manage', 'enable', self, account?.state === 'disabled'],
    ['account.manage', 'disable', self, account !== undefined && !['none', 'disabled'].includes(account.state)],
    ['post.grant', 'releaseLock', unless((account?.locks.length ?? 0) > 0, accountWords.noLock)],
    ['post.grant', 'resetTotp', self ?? unless(account?.totpEnrolled ?? false, accountWords.noTotp)],
    ['handover.manage', 'delegate', gone, me.person.id !== person.id && person.mayArrange],
    ['handover.manage', 'handOver', gone, me.person.id !== person.id && person.mayArrange],
    ['people.manage', 'leave', gone ?? self],
  ];
  if (isLoading) return [];
  const open = offers
    .filter(([permission, , , shown = true]) => shown && may(permission))
    .map(([, step, closed]): Offer => ({ step, closed }));
  const ends: Offer = { step: 'endSessions', closed: unless((account?.sessions ?? 0) > 0, accountWords.noSessions) };
  return looksAfter ? [...open, ends] : open;
}

const security: Step[] = ['releaseLock', 'grant', 'endSessions', 'resetTotp'];
const usual: Step[] = ['enable', 'activate', 'change', 'handOver', 'delegate', 'endSessions', 'leave', 'disable'];

const isDecision = (step: Step): step is AccountStep => step in accountSteps;

export function PersonActions({ person }: { person: PersonPage }) {
  const offers = useOffers(person);
  const may = useMay();
  const [asked, setAsked] = useState<Step | null>(null);
  const about = { person, onClose: () => setAsked(null) };
  const dialogs: Record<Exclude<Step, AccountStep>, () => ReactNode> = {
    grant: () => <GrantDialog {...about} />,
    activate: () => <ActivationDialog {...about} />,
    change: () => <ChangePersonDialog {...about} />,
    delegate: () => <AwayDialog away={person} onClose={about.onClose} />,
    handOver: () => <HandOverDialog {...about} />,
    leave: () => <LeaveDialog {...about} />,
  };
  const run = Object.fromEntries(offers.map(({ step }) => [step, () => setAsked(step)]));
  return (
    <>
      <ThingActions
        buttons={offers}
        steps={steps}
        order={may('post.grant') ? security : usual}
        danger={['disable', 'leave']}
        run={run}
      />
      {asked && (isDecision(asked) ? <AccountDecision step={asked} {...about} /> : dialogs[asked]())}
    </>
  );
}
