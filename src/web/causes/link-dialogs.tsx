/** One cause for many problems: existing causes hung under this problem, or this cause linked to another. */
import { Checkbox, Form, Modal } from 'antd';
import { useState } from 'react';
import { type CauseFound, type CauseNode, causeApi } from '#cause/cause.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { CauseOption, CausePick } from '#web/causes/cause-pick.tsx';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { tell } from '#web/desk/notices.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

/** Offered: what reads alike under other problems. Whatever else is looked for joins the list; several are hung at once. */
export function LinkHereDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(causeWords);
  const { canvas, editing, choose } = useTheDesk();
  const similar = useRead(causeApi.similar, { params: { id: canvas.problem.id } });
  const [looked, setLooked] = useState<CauseFound[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const offered = (similar.data?.items ?? []).filter(({ id }) => !looked.some((one) => one.id === id));
  const listed = [...looked, ...offered];
  const take = (found: CauseFound | null) => {
    if (!found) return;
    if (!listed.some(({ id }) => id === found.id)) setLooked([found, ...looked]);
    setChosen([...new Set([...chosen, found.id])]);
  };
  const link = async () => {
    const causes = listed.filter(({ id }) => chosen.includes(id));
    onClose();
    let hung = 0;
    for (const { id, version } of causes) {
      if (await editing.change({ does: 'link', id }, { seen: version })) continue;
      hung++;
      choose(id);
    }
    if (hung > 0) tell(t('linked', { count: hung }));
  };
  return (
    <Modal
      open
      title={t('linkHere')}
      okText={t('linkHere')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => void link()}
      onCancel={onClose}
    >
      <p className="quiet">{t('linkHereHow')}</p>
      <CausePick value={null} onChange={take} not={[...canvas.causes.map(({ id }) => id), ...chosen]} />
      <fieldset className="cause-offers" aria-label={t('similar')}>
        <legend>{t('similar')}</legend>
        {similar.data && listed.length === 0 && <p className="faint">{t('noSimilar')}</p>}
        <Checkbox.Group value={chosen} onChange={setChosen}>
          {listed.map((cause) => (
            <Checkbox key={cause.id} value={cause.id}>
              <CauseOption cause={cause} />
            </Checkbox>
          ))}
        </Checkbox.Group>
      </fieldset>
    </Modal>
  );
}

export function LinkOtherDialog({ cause, onClose }: { cause: CauseNode; onClose: () => void }) {
  const t = useWords(causeWords);
  const { canvas, editing } = useTheDesk();
  return (
    <ActionDialog
      title={t('linkOther')}
      how={t('linkHereHow')}
      route={causeApi.link}
      args={({ problem }: { problem: Picked }, id) => ({
        params: { id: cause.id },
        body: { id, version: cause.version, problemId: problem.id },
      })}
      done={(_, { problem }) => t('linkedOther', { name: problem.name })}
      onDone={editing.heard}
      onClose={onClose}
    >
      <Form.Item name="problem" label={t('otherProblem')} rules={[{ required: true, message: t('none') }]}>
        <ProblemPick not={canvas.problem.id} />
      </Form.Item>
    </ActionDialog>
  );
}
