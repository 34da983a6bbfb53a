/** The button that takes back the latest decision of one's own, where there is one. */
import UndoOutlined from '@ant-design/icons/UndoOutlined';
import { Button, Tooltip } from 'antd';
import type { LastOwn } from '#triage/theme/theme.api.ts';
import { themeWords } from '#web/themes/theme.words.ts';
import { useUndo } from '#web/themes/use-undo.ts';
import { useWords } from '#web/words/words.ts';

export function UndoButton({ lastOwn }: { lastOwn: LastOwn }) {
  const t = useWords(themeWords);
  const undo = useUndo(lastOwn);
  if (!undo.words) return null;
  return (
    <Tooltip title={undo.words}>
      <Button type="text" icon={<UndoOutlined aria-hidden />} loading={undo.running} onClick={undo.run}>
        {t('undo')}
      </Button>
    </Tooltip>
  );
}
