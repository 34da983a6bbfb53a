/** A problem or task over the page it was opened from; its steps are taken there, and going back closes it. */
import { Drawer, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { PaneContext } from '#web/list/pane.tsx';
import { useIsPhone } from '#web/look/phone.ts';
import { overviewWords } from '#web/overview/overview.words.ts';
import type { Opening } from '#web/overview/running-list.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { useWords } from '#web/words/words.ts';

// Loaded when the first one is opened: the page itself is there at once.
const shown = {
  problem: lazy(() => import('#web/problems/problem-view.tsx').then((m) => ({ default: m.ProblemView }))),
  task: lazy(() => import('#web/tasks/task-view.tsx').then((m) => ({ default: m.TaskView }))),
  project: lazy(() => import('#web/projects/project-view.tsx').then((m) => ({ default: m.ProjectView }))),
  note: lazy(() => import('#web/notes/note-view.tsx').then((m) => ({ default: m.NoteView }))),
  signal: lazy(() => import('#web/signals/signal-page.tsx').then((m) => ({ default: m.SignalPage }))),
};

const isKind = (kind: string | undefined): kind is keyof typeof shown => kind !== undefined && kind in shown;

export function useOpening(): Opening {
  const { setSearch } = usePlace();
  return ({ kind, id }) => setSearch({ open: `${kind}.${id}` }, true);
}

export function OpenedThing() {
  const t = useWords(overviewWords);
  const phone = useIsPhone();
  const { search, setSearch } = usePlace();
  const [kind, id] = (search.open ?? '').split('.');
  const View = isKind(kind) ? shown[kind] : null;
  return (
    <Drawer
      open={View !== null && Boolean(id)}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '94%' : 720}
      title={t('opened')}
      onClose={() => setSearch({ open: undefined })}
      destroyOnHidden
    >
      <PaneContext.Provider value={true}>
        <Suspense fallback={<Skeleton active />}>{View && id && <View key={id} id={id} />}</Suspense>
      </PaneContext.Provider>
    </Drawer>
  );
}
