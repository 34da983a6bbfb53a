/** Decisions on a charter: chartered or sent back; a draft discarded, a project dropped. */
import { projectApi } from '#project/project.api.ts';
import { steps } from '#project/project.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { decisionWords } from '#web/projects/decision.words.ts';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function JudgeDialog({ project, onClose, chartered }: OnProject & { chartered: boolean }) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const lead = project.lead?.name ?? '';
  return (
    <ActionDialog
      title={say(chartered ? steps.charter : steps.sendBack)}
      how={t(chartered ? 'charterHow' : 'sendBackHow', { lead })}
      route={projectApi.judge}
      args={({ words }: { words: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, chartered, words },
      })}
      done={() => t(chartered ? 'chartered' : 'sentBack', { lead })}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t(chartered ? 'charterWords' : 'sendBackWords')} />
    </ActionDialog>
  );
}

export function EndDialog({ project, onClose, how }: OnProject & { how: 'discard' | 'drop' }) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps[how])}
      how={t(how === 'drop' ? 'dropHow' : 'discardHow')}
      danger
      route={projectApi.end}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, how, reason },
      })}
      done={() => t(how === 'drop' ? 'dropped' : 'discarded')}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
