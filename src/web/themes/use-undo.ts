/** Taking back the latest decision of one's own: a button that says what, and Ctrl+Z. */
import { newId } from '#platform/ids.ts';
import { type LastOwn, themeApi } from '#triage/theme/theme.api.ts';
import { steps } from '#triage/theme/theme.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { tell } from '#web/desk/notices.ts';
import { useKeys } from '#web/place/keys.ts';
import { themeWords } from '#web/themes/theme.words.ts';
import { type Params, useSaid, useWords } from '#web/words/words.ts';

export const CHANGES = ['/themes', '/surveys'];

export function useUndo(lastOwn: LastOwn) {
  const t = useWords(themeWords);
  const say = useSaid();
  const params: Params = lastOwn ? { step: say(steps[lastOwn.step as keyof typeof steps]), theme: lastOwn.theme } : {};
  const verb = useVerb(themeApi.undo, { changes: CHANGES, done: () => t('undone', params) });
  const run = () => {
    if (!lastOwn) tell(t('nothingToUndo'));
    else if (!verb.running) void verb.run({ params: { id: lastOwn.id }, body: { id: newId() } });
  };
  useKeys(themeWords.keys, [{ key: 'z', mod: true, said: themeWords.undo, run }]);
  return { run, running: verb.running, words: lastOwn ? t('undoWhat', params) : null };
}
