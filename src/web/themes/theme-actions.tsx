/** What can be done next with a theme; what is chosen among its matters is split off or taken out from beside them. */
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { themeApi } from '#triage/theme/theme.api.ts';
import { steps, type ThemeStep } from '#triage/theme/theme.ts';
import type { ThemePage } from '#views/theme.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { usePlace } from '#web/place/use-place.ts';
import { pageWords } from '#web/themes/page.words.ts';
import { DismissDialog, FoundDialog, MergeDialog, RenameDialog } from '#web/themes/theme-dialogs.tsx';
import { CHANGES } from '#web/themes/use-undo.ts';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { useWords } from '#web/words/words.ts';

const order: ThemeStep[] = ['confirm', 'found', 'follow', 'restore', 'rename', 'merge', 'dismiss'];
type Asked = 'rename' | 'merge' | 'dismiss' | 'found';

export function ThemeActions({ theme }: { theme: ThemePage }) {
  const t = useWords(pageWords);
  const { go } = usePlace();
  const [asked, setAsked] = useState<Asked | null>(null);
  const decision = () => ({ params: { id: theme.id }, body: { id: newId(), version: theme.version } });
  const name = { name: theme.name };
  const confirm = useVerb(themeApi.confirm, { changes: CHANGES, done: () => t('confirmed', name) });
  const restore = useVerb(themeApi.restore, { changes: CHANGES, done: () => t('restored', name) });
  const follow = useVerb(themeApi.follow, { changes: CHANGES, done: (counts) => t('followed', counts) });
  const about = { theme, onClose: () => setAsked(null) };
  return (
    <>
      <ThingActions<ThemeStep>
        buttons={theme.buttons}
        steps={steps}
        order={order}
        danger={['dismiss']}
        run={{
          confirm: () => void confirm.run(decision()),
          restore: () => void restore.run(decision()),
          follow: () => void follow.run(decision()),
          found: () => setAsked('found'),
          rename: () => setAsked('rename'),
          merge: () => setAsked('merge'),
          dismiss: () => setAsked('dismiss'),
        }}
      />
      {asked === 'rename' && <RenameDialog {...about} />}
      {asked === 'merge' && <MergeDialog {...about} onMerged={(into) => go(`/themes/${into}`)} />}
      {asked === 'dismiss' && <DismissDialog {...about} />}
      {asked === 'found' && <FoundDialog {...about} />}
    </>
  );
}
