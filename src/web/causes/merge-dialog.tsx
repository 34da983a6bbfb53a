/** Two causes that are one: what goes with it is said before, since merging is final. */
import { Form, Input } from 'antd';
import type { CauseFound, CauseNode } from '#cause/cause.api.ts';
import { causeApi } from '#cause/cause.api.ts';
import { steps } from '#cause/cause.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { CausePick } from '#web/causes/cause-pick.tsx';
import { branchOf } from '#web/causes/outline.ts';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { into: CauseFound; reason?: string };

const asFound = ({ id, words, layer, state, version, elsewhere }: CauseNode): CauseFound => ({
  ...{ id, words, layer, state, version },
  problems: elsewhere + 1,
});

export function MergeDialog({ cause, onClose }: { cause: CauseNode; onClose: () => void }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const { canvas, outline, editing, choose } = useTheDesk();
  const own = branchOf(outline, cause.id);
  const near = canvas.causes.filter((one) => !own.has(one.id) && ['unverified', 'confirmed'].includes(one.state));
  return (
    <ActionDialog
      title={say(steps.merge)}
      how={<GoesAlong cause={cause} />}
      ok={t('mergeNow')}
      danger
      route={causeApi.merge}
      args={({ into, reason }: Values, id) => ({
        params: { id: cause.id },
        body: { id, version: cause.version, into: into.id, ...(reason && { reason }) },
      })}
      done={(_, { into }) => t('mergedInto', { words: into.words })}
      onDone={(reply, { into }) => {
        editing.heard(reply);
        choose(into.id);
      }}
      onClose={onClose}
    >
      <Form.Item name="into" label={t('mergeInto')} rules={[{ required: true, message: t('none') }]}>
        <CausePick not={[cause.id]} near={near.map(asFound)} />
      </Form.Item>
      <Form.Item name="reason" label={t('mergeWhy')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}

function GoesAlong({ cause }: { cause: CauseNode }) {
  const t = useWords(causeWords);
  const { canvas } = useTheDesk();
  const below = canvas.causes.filter((one) => one.parentId === cause.id);
  const measures = canvas.measures.filter((one) => one.causes.includes(cause.id));
  const quoted = (things: readonly { words: string }[]) => things.map((one) => `“${one.words}”`).join(' ');
  const { evidence, elsewhere } = cause;
  return (
    <>
      {t('mergeHow', { words: cause.words })}
      <ul className="goes-along">
        {below.length > 0 && <li>{t('alongCauses', { count: below.length, words: quoted(below) })}</li>}
        {measures.length > 0 && <li>{t('alongMeasures', { count: measures.length, words: quoted(measures) })}</li>}
        {evidence.length > 0 && <li>{t('alongEvidence', { count: evidence.length })}</li>}
        <li>{elsewhere > 0 ? t('alongProblems', { count: elsewhere }) : t('alongThisProblem')}</li>
      </ul>
      <strong>{t('mergeFinal')}</strong>
    </>
  );
}
