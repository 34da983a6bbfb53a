/** The desk around every page: skip link, top bar, menu (a drawer and a foot on the phone), the page, notices. */
import DoubleLeftOutlined from '@ant-design/icons/DoubleLeftOutlined';
import DoubleRightOutlined from '@ant-design/icons/DoubleRightOutlined';
import { Outlet } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { MissingBanner } from '#web/calendar/missing-banner.tsx';
import { Away } from '#web/delegation/away.tsx';
import { deskWords } from '#web/desk/desk.words.ts';
import { KeyHelp, keyHelpCell } from '#web/desk/key-help.tsx';
import { Foot, Menu, useMenu } from '#web/desk/menu.tsx';
import { TopBar } from '#web/desk/top-bar.tsx';
import { TrainingBanner } from '#web/desk/training-banner.tsx';
import { WaitingStrip } from '#web/desk/waiting-strip.tsx';
import { useStart } from '#web/overview/start.ts';
import { isFlag, keptCell, useCell } from '#web/place/cell.ts';
import { useKeys } from '#web/place/keys.ts';
import { useWords } from '#web/words/words.ts';
import '#web/desk/desk.css';

const foldedCell = keptCell('menu-folded', false, isFlag);

export function Desk() {
  const t = useWords(deskWords);
  const items = useMenu();
  const folded = useCell(foldedCell);
  const [drawer, setDrawer] = useState(false);
  useStart();
  const fold = () => foldedCell.set(!folded);
  useKeys(deskWords.everywhere, [{ key: '?', said: deskWords.toKeys, run: () => keyHelpCell.set(true) }]);
  return (
    <div className={folded ? 'desk desk-folded' : 'desk'}>
      <a className="desk-skip" href="#page">
        {t('skip')}
      </a>
      <TopBar />
      <div className="desk-strips">
        <TrainingBanner />
        <MissingBanner />
        <WaitingStrip />
      </div>
      <div className="desk-menu">
        <Menu items={items} folded={folded} />
        <Button
          type="text"
          icon={folded ? <DoubleRightOutlined /> : <DoubleLeftOutlined />}
          aria-label={folded ? t('unfold') : t('fold')}
          title={folded ? t('unfold') : t('fold')}
          onClick={fold}
        />
      </div>
      <main className="desk-main" id="page" tabIndex={-1}>
        <Outlet />
      </main>
      <Foot items={items} onMore={() => setDrawer(true)} />
      <Drawer placement="left" size={260} open={drawer} onClose={() => setDrawer(false)} title={t('menu')}>
        <Menu items={items} onGo={() => setDrawer(false)} />
        <p className="faint desk-drawer-note">{t('classifiedLong')}</p>
      </Drawer>
      <KeyHelp />
      <Away />
    </div>
  );
}
