/** Before the desk: who is it, and is anything still demanded? The address stays, so that one comes out where one went in. */
import { Spin } from 'antd';
import { useEffect } from 'react';
import type { Me } from '#people/me.api.ts';
import { insideCell } from '#web/call/gate.ts';
import { Refused } from '#web/call/refused.tsx';
import { Desk } from '#web/desk/desk.tsx';
import { MeContext, useWhoAmI } from '#web/desk/me.ts';
import { DemandsPage } from '#web/sign-in/demands-page.tsx';
import { SignInOver } from '#web/sign-in/sign-in-over.tsx';
import { SignInPage } from '#web/sign-in/sign-in-page.tsx';
import { languageCell } from '#web/words/words.ts';

export function Gate() {
  const who = useWhoAmI();
  const refused = who.error?.body.code;
  if (!who.data && who.isPending) return <Spin className="gate-wait" fullscreen delay={400} />;
  if (!who.data && refused === 'signed_out') return <SignInPage onInside={() => void who.refetch()} />;
  if (!who.data) return <Refused refusal={who.error} again={() => void who.refetch()} />;
  if (who.data.demands.length > 0) return <DemandsPage me={who.data} onInside={() => void who.refetch()} />;
  return <Inside me={who.data} />;
}

function Inside({ me }: { me: Me }) {
  useEffect(() => {
    insideCell.set(true);
    return () => insideCell.set(false);
  }, []);
  useEffect(() => languageCell.set(me.language), [me.language]);
  return (
    <MeContext.Provider value={me}>
      <Desk />
      <SignInOver me={me} />
    </MeContext.Provider>
  );
}
