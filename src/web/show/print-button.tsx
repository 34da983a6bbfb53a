/** Prints the page that is on screen. */
import PrinterOutlined from '@ant-design/icons/PrinterOutlined';
import { Button } from 'antd';
import { thingWords } from '#web/thing/thing.words.ts';
import { useWords } from '#web/words/words.ts';

export function PrintButton() {
  const t = useWords(thingWords);
  return (
    <Button
      type="text"
      size="small"
      className="thing-print"
      icon={<PrinterOutlined />}
      aria-label={t('print')}
      title={t('print')}
      onClick={() => window.print()}
    />
  );
}
