/** Light, dark, or as the system says. */
import { Segmented } from 'antd';
import { deskWords } from '#web/desk/desk.words.ts';
import { type ModeChoice, modeChoiceCell } from '#web/look/theme.tsx';
import { useCell } from '#web/place/cell.ts';
import { useWords } from '#web/words/words.ts';

export function ModeSwitch() {
  const t = useWords(deskWords);
  const choice = useCell(modeChoiceCell);
  return (
    <Segmented<ModeChoice>
      aria-label={t('mode')}
      value={choice}
      onChange={(mode) => modeChoiceCell.set(mode)}
      options={[
        { value: 'system', label: t('system') },
        { value: 'light', label: t('light') },
        { value: 'dark', label: t('dark') },
      ]}
    />
  );
}
