/** One cause for many problems: an existing cause hung under this problem, or this cause linked to another. */
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { type CauseFound, type CauseNode, causeApi } from '#cause/cause.api.ts';
import { layers, states } from '#cause/cause.ts';
import { useRead } from '#web/call/use-read.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { tell } from '#web/desk/notices.ts';
import { type Picked, SearchSelect } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { useTyped } from '#web/pick/use-typed.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/pick/pick.css';

type CausePickProps = {
  value: CauseFound | null;
  onChange: (cause: CauseFound | null) => void;
  not: readonly string[];
};

function CausePick({ value, onChange, not }: CausePickProps) {
  const t = useWords(causeWords);
  const say = useSaid();
  const typing = useTyped();
  const found = useRead(causeApi.search, typing.typed ? { query: { q: typing.typed } } : undefined, { keep: true });
  const causes = (found.data?.items ?? []).filter((cause) => !not.includes(cause.id));
  const options = causes.map((cause) => ({
    id: cause.id,
    name: cause.words,
    found: cause.words,
    shown: (
      <span className="pick-option">
        {cause.words}{' '}
        <span className="faint">
          {say(layers[cause.layer])} · {say(states[cause.state])} · {t('servesSome', { count: cause.problems })}
        </span>
      </span>
    ),
  }));
  return (
    <SearchSelect
      label={t('findCause')}
      value={value && { id: value.id, name: value.words }}
      onChange={(picked) => onChange(causes.find((cause) => cause.id === picked?.id) ?? null)}
      options={options}
      reading={found.isFetching}
      typing={typing}
      hint={t('findCause')}
      none={t('noCause')}
    />
  );
}

export function LinkHereDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(causeWords);
  const desk = useTheDesk();
  const [picked, setPicked] = useState<CauseFound | null>(null);
  const link = async () => {
    if (!picked) return;
    onClose();
    const refusal = await desk.editing.change({ does: 'link', id: picked.id }, { seen: picked.version });
    if (refusal) return;
    tell(t('linked'));
    desk.choose(picked.id);
  };
  return (
    <Modal
      open
      title={t('linkHere')}
      okText={t('linkHere')}
      okButtonProps={{ disabled: !picked }}
      onOk={() => void link()}
      onCancel={onClose}
    >
      <p className="quiet">{t('linkHereHow')}</p>
      <CausePick value={picked} onChange={setPicked} not={desk.canvas.causes.map((cause) => cause.id)} />
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
