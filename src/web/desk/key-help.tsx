/** `?`: every key that works on this page, by where it works. */
import { Modal } from 'antd';
import { deskWords } from '#web/desk/desk.words.ts';
import { cell, useCell } from '#web/place/cell.ts';
import { type Key, keyGroupsCell, singleKeysCell } from '#web/place/keys.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export const keyHelpCell = cell(false);

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const CAPS: Record<string, string> = { arrowdown: '↓', arrowup: '↑', escape: 'Esc', enter: 'Enter' };

function Cap({ pressed: { key, mod } }: { pressed: Key }) {
  const name = CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return (
    <>
      {mod && <kbd>{MAC ? '⌘' : 'Ctrl'}</kbd>} <kbd>{name}</kbd>
    </>
  );
}

export function KeyHelp() {
  const t = useWords(deskWords);
  const say = useSaid();
  const open = useCell(keyHelpCell);
  const groups = useCell(keyGroupsCell);
  const single = useCell(singleKeysCell);
  return (
    <Modal title={t('keysTitle')} open={open} onCancel={() => keyHelpCell.set(false)} footer={null} width={520}>
      {!single && <p className="quiet">{t('keysOff')}</p>}
      {[...groups].reverse().map(({ current: { said, keys } }) => (
        <section className="key-help" key={said.en}>
          <h3>{say(said)}</h3>
          <dl>
            {keys.map((key) => (
              <div key={key.key}>
                <dt>
                  <Cap pressed={key} />
                </dt>
                <dd>{say(key.said)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
