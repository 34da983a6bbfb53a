/** Signing in through the city's provider, beside the password; and what went wrong on the way, when one is back. */
import { Alert, Button } from 'antd';
import { oidcApi } from '#people/oidc.api.ts';
import { say } from '#platform/problem.ts';
import { type ProblemCode, problems } from '#platform/problems.ts';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { base } from '#web/place/place.ts';
import { providerWords } from '#web/sign-in/provider.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** What the way back has put behind the `?`. */
export function ProviderRefused() {
  const said = useSaid();
  const code = new URLSearchParams(location.search).get('signIn') ?? '';
  if (!code.startsWith('oidc_') || !(code in problems)) return null;
  return <Alert className="refused" type="warning" showIcon title={said(say(code as ProblemCode))} />;
}

export function ProviderButton() {
  const t = useWords(providerWords);
  const said = useSaid();
  const provider = useRead(oidcApi.ways, {}).data?.provider;
  const begin = useVerb(oidcApi.begin, { changes: [] });
  if (!provider) return null;
  const run = async () => {
    // What came back from an earlier try is not carried along.
    const search = new URLSearchParams(location.search);
    search.delete('signIn');
    const to = `${location.pathname.slice(base.length) || '/'}${search.size > 0 ? `?${search}` : ''}`;
    const outcome = await begin.run({ body: { to: /^\/(?![/\\])[\w\-./?=&%]*$/.test(to) ? to : '/' } });
    if ('reply' in outcome) location.assign(outcome.reply.go);
  };
  return (
    <>
      <p className="bare-or">{t('or')}</p>
      <Button block size="large" loading={begin.running} onClick={() => void run()}>
        {t('with', { name: said(provider) })}
      </Button>
    </>
  );
}
