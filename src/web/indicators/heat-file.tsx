/** The heat map's figures as a workbook. */
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button } from 'antd';
import { heatApi } from '#views/heat.api.ts';
import { saveFile } from '#web/call/save-file.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { heatWords } from '#web/indicators/heat.words.ts';
import { useWords } from '#web/words/words.ts';

type Query = { months: number; name?: string; unitWords?: string };

export function HeatFile({ query, name }: { query: Query; name: string }) {
  const t = useWords(heatWords);
  const take = useVerb(heatApi.file, { changes: [], done: () => t('exported') });
  const run = async () => {
    const outcome = await take.run({ query: { ...query, months: String(query.months) } });
    if ('reply' in outcome) saveFile(outcome.reply as unknown as Blob, `${name}.xlsx`);
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={take.running} onClick={() => void run()}>
      {t('file')}
    </Button>
  );
}
