/** Before the desk: who is it, and is anything still demanded? The address stays, so that one comes out where one went in. */
import { Spin } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import type { Me } from '#people/me.api.ts';
import { calendarApi } from '#rules/calendar.api.ts';
import { insideCell } from '#web/call/gate.ts';
import { Refused } from '#web/call/refused.tsx';
import { Desk } from '#web/desk/desk.tsx';
import { MeContext, useKeepLanguage, useWhoAmI } from '#web/desk/me.ts';
import { DemandsPage } from '#web/sign-in/demands-page.tsx';
import { SignInOver } from '#web/sign-in/sign-in-over.tsx';
import { SignInPage } from '#web/sign-in/sign-in-page.tsx';
import { useCityCalendar } from '#web/words/calendar.ts';
import { chosenLanguage, languageCell } from '#web/words/words.ts';

export function Gate() {
  const who = useWhoAmI();
  const refused = who.error?.body.code;
  if (!who.data && who.isPending) return <Spin className="gate-wait" fullscreen delay={400} />;
  if (!who.data && refused === 'signed_out') return <SignInPage onInside={() => void who.refetch()} />;
  if (!who.data) return <Refused refusal={who.error} again={() => void who.refetch()} />;
  if (who.data.demands.length > 0) return <DemandsPage me={who.data} onInside={() => void who.refetch()} />;
  return <Inside me={who.data} />;
}

/** The person's own language, unless they chose one on the sign-in page: then the server is told. */
function useTheirLanguage(me: Me): void {
  const keep = useEffectEvent(useKeepLanguage());
  useEffect(() => {
    const chosen = chosenLanguage.now;
    if (chosen === undefined) languageCell.set(me.language);
    else if (chosen !== me.language) keep(chosen);
  }, [me.language]);
}

function Inside({ me }: { me: Me }) {
  useEffect(() => {
    insideCell.set(true);
    return () => insideCell.set(false);
  }, []);
  useTheirLanguage(me);
  useCityCalendar(calendarApi.calendar);
  return (
    <MeContext.Provider value={me}>
      <Desk />
      <SignInOver me={me} />
    </MeContext.Provider>
  );
}
