/** What is chosen among the matters of a theme: split off as a theme of its own, or taken out. */
import { newId } from '#platform/ids.ts';
import { themeApi } from '#triage/theme/theme.api.ts';
import type { ThemePage } from '#views/theme.api.ts';
import { pageWords } from '#web/themes/page.words.ts';
import { MaybeReason, NameItem } from '#web/themes/theme-dialogs.tsx';
import type { Chosen } from '#web/themes/theme-groups.tsx';
import { CHANGES } from '#web/themes/use-undo.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type OnChosen = { theme: ThemePage; chosen: Chosen; onDone: () => void; onClose: () => void };

export function SplitDialog({ theme, chosen, onDone, onClose }: OnChosen) {
  const t = useWords(pageWords);
  const [only] = theme.groups.filter(({ id }) => chosen.groups.has(id));
  return (
    <ActionDialog
      title={t('split')}
      how={t('splitHow')}
      initial={{ name: only?.name ?? '' }}
      route={themeApi.split}
      args={({ name, reason }: { name: string; reason?: string }, id) => ({
        params: { id: theme.id },
        body: {
          ...{ id, version: theme.version, newId: newId(), name, reason: reason ?? '' },
          ...{ groups: [...chosen.groups], signals: [...chosen.signals] },
        },
      })}
      done={(_, { name }) => t('splitDone', { name })}
      leads={(reply) => `/themes/${reply.newId}`}
      changes={CHANGES}
      onDone={onDone}
      onClose={onClose}
    >
      <NameItem />
      <MaybeReason />
    </ActionDialog>
  );
}

export function TakeOutDialog({ theme, chosen, onDone, onClose }: OnChosen) {
  const t = useWords(pageWords);
  const count = chosen.signals.size;
  return (
    <ActionDialog
      title={t('takeOut')}
      how={t('takeOutHow', { count })}
      route={themeApi.takeOut}
      args={({ reason }: { reason?: string }, id) => ({
        params: { id: theme.id },
        body: { id, version: theme.version, signals: [...chosen.signals], reason: reason ?? '' },
      })}
      done={() => t('takenOut', { count })}
      changes={CHANGES}
      onDone={onDone}
      onClose={onClose}
    >
      <MaybeReason />
    </ActionDialog>
  );
}
