/** The matters of a theme and, opened, their signals; what is chosen is split off as a theme of its own or taken out. */
import CaretDownOutlined from '@ant-design/icons/CaretDownOutlined';
import CaretRightOutlined from '@ant-design/icons/CaretRightOutlined';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ThemePage } from '#views/theme.api.ts';
import { GroupSignals } from '#web/themes/group-signals.tsx';
import { pageWords } from '#web/themes/page.words.ts';
import { SplitDialog, TakeOutDialog } from '#web/themes/split-dialogs.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export type Chosen = { groups: ReadonlySet<string>; signals: ReadonlySet<string> };
const none: Chosen = { groups: new Set(), signals: new Set() };

const toggled = (set: ReadonlySet<string>, id: string): Set<string> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

export function ThemeGroups({ theme }: { theme: ThemePage }) {
  const t = useWords(pageWords);
  const [chosen, setChosen] = useState<Chosen>(none);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<'split' | 'takeOut' | null>(null);
  const may = theme.buttons.some(({ step, closed }) => step === 'split' && closed === null);
  const left = theme.groupCount - theme.groups.length;
  const close = () => setAsked(null);
  const letGo = () => setChosen(none);
  return (
    <Part title={t('matters', { count: theme.groupCount })}>
      <p className="faint">{may ? t('mattersHow') : null}</p>
      {may && chosen.groups.size + chosen.signals.size > 0 && (
        <div className="theme-chosen">
          <span>{t('chosen', { groups: chosen.groups.size, signals: chosen.signals.size })}</span>
          <Button type="primary" size="small" onClick={() => setAsked('split')}>
            {t('split')}
          </Button>
          {chosen.groups.size === 0 && (
            <Button size="small" onClick={() => setAsked('takeOut')}>
              {t('takeOut')}
            </Button>
          )}
          <Button type="text" size="small" onClick={letGo}>
            {t('letGo')}
          </Button>
        </div>
      )}
      <ul className="theme-groups">
        {theme.groups.map((group) => (
          <Group
            key={group.id}
            theme={theme.id}
            group={group}
            chosen={may ? chosen : null}
            open={opened.has(group.id)}
            onOpen={() => setOpened(toggled(opened, group.id))}
            onGroup={() => setChosen({ ...chosen, groups: toggled(chosen.groups, group.id) })}
            onSignal={(id) => setChosen({ ...chosen, signals: toggled(chosen.signals, id) })}
          />
        ))}
      </ul>
      {left > 0 && <p className="faint">{t('moreMatters', { count: left })}</p>}
      {asked === 'split' && <SplitDialog theme={theme} chosen={chosen} onDone={letGo} onClose={close} />}
      {asked === 'takeOut' && <TakeOutDialog theme={theme} chosen={chosen} onDone={letGo} onClose={close} />}
    </Part>
  );
}

type GroupProps = {
  theme: string;
  group: ThemePage['groups'][number];
  chosen: Chosen | null;
  open: boolean;
  onOpen: () => void;
  onGroup: () => void;
  onSignal: (id: string) => void;
};

function Group({ theme, group, chosen, open, onOpen, onGroup, onSignal }: GroupProps) {
  const t = useWords(pageWords);
  const times = useTimes();
  const numbers = useNumbers();
  const { id, name, signals, first, last, byPerson } = group;
  const whole = chosen?.groups.has(id) ?? false;
  const days = times.day(first) === times.day(last) ? times.day(last) : `${times.day(first)} — ${times.day(last)}`;
  return (
    <li className={whole ? 'is-chosen' : ''}>
      <div className="theme-group">
        {chosen && <Checkbox checked={whole} aria-label={t('choose', { name })} onChange={onGroup} />}
        <button type="button" aria-expanded={open} aria-label={t(open ? 'close' : 'open', { name })} onClick={onOpen}>
          {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          <span className="theme-group-name">{name}</span>
        </button>
        {byPerson && <span className="faint">{t('byPerson')}</span>}
        <span className="theme-group-days faint">{days}</span>
        <span className="figures">{numbers.whole(signals)}</span>
      </div>
      {open && <GroupSignals theme={theme} group={id} chosen={whole ? null : chosen} onSignal={onSignal} />}
    </li>
  );
}
