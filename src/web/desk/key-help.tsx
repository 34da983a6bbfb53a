/** `?`: every key that works on this page, by where it works. */
import { Modal } from 'antd';
import { deskWords } from '#web/desk/desk.words.ts';
import { cell, useCell } from '#web/place/cell.ts';
import { type Key, type KeyGroup, keyGroupsCell, singleKeysCell } from '#web/place/keys.ts';
import { type Said, useSaid, useWords } from '#web/words/words.ts';

export const keyHelpCell = cell(false);

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const CAPS: Record<string, string> = { arrowdown: '↓', arrowup: '↑', escape: 'Esc', enter: 'Enter' };

type Line = { said: Said; pressed: Key[] };

/** Groups of one name together, and the keys that do the same on one line. */
function linesOf(groups: readonly KeyGroup[]): Map<string, { said: Said; lines: Line[] }> {
  const found = new Map<string, { said: Said; lines: Line[] }>();
  for (const { said, keys } of groups) {
    const group = found.get(said.en) ?? { said, lines: [] };
    found.set(said.en, group);
    for (const key of keys) {
      const line = group.lines.find((other) => other.said.en === key.said.en);
      if (line) line.pressed.push(key);
      else group.lines.push({ said: key.said, pressed: [key] });
    }
  }
  return found;
}

function Cap({ pressed: { key, mod, shift } }: { pressed: Key }) {
  return (
    <>
      {mod && <kbd>{MAC ? '⌘' : 'Ctrl'}</kbd>} {shift && <kbd>⇧</kbd>} <kbd>{CAPS[key] ?? key.toUpperCase()}</kbd>{' '}
    </>
  );
}

export function KeyHelp() {
  const t = useWords(deskWords);
  const say = useSaid();
  const open = useCell(keyHelpCell);
  const groups = useCell(keyGroupsCell);
  const single = useCell(singleKeysCell);
  const shown = [...linesOf([...groups].reverse().map(({ current }) => current)).values()];
  return (
    <Modal title={t('keysTitle')} open={open} onCancel={() => keyHelpCell.set(false)} footer={null} width={480}>
      {!single && <p className="quiet">{t('keysOff')}</p>}
      {shown.map(({ said, lines }) => (
        <section className="key-help" key={said.en}>
          <h3>{say(said)}</h3>
          <dl>
            {lines.map((line) => (
              <div key={line.said.en}>
                <dt>
                  {line.pressed.map((key) => (
                    <Cap key={`${key.shift ?? ''}${key.key}`} pressed={key} />
                  ))}
                </dt>
                <dd>{say(line.said)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
