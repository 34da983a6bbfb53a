/** Loading a preset: what it says and where it is from, from which day on and for which matters. */
import { Form, Radio } from 'antd';
import { addDays, dayOf } from '#clock/day.ts';
import { type LimitPreset, limitPresets, type PresetCode } from '#rules/limit-presets.ts';
import { limitRuleApi } from '#rules/limit-rule.api.ts';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { ChannelPick } from '#web/limits/channel-pick.tsx';
import { limitWords } from '#web/limits/limit.words.ts';
import { useNeeded } from '#web/limits/rule-fields.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { preset: PresetCode; validFrom: string; channelId?: string | null; categoryId?: string | null };

export function PresetDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(limitWords);
  const times = useTimes();
  const today = dayOf(now());
  return (
    <ActionDialog
      title={t('load')}
      how={t('onlyReference')}
      width={640}
      initial={{ preset: 'guangdong', validFrom: addDays(today, 1) } as Partial<Values>}
      route={limitRuleApi.load}
      args={({ channelId, categoryId, ...values }: Values, id) => ({
        body: { ...values, id, channelId: channelId ?? null, categoryId: categoryId ?? null },
      })}
      done={({ rules }, { validFrom }) => t('loaded', { rules, day: times.date(validFrom) })}
      changes={['/limits']}
      onClose={onClose}
    >
      <PresetFields today={today} />
    </ActionDialog>
  );
}

function PresetFields({ today }: { today: string }) {
  const t = useWords(limitWords);
  const say = useSaid();
  const needed = useNeeded();
  const chosen: LimitPreset = limitPresets[(Form.useWatch('preset') as PresetCode | undefined) ?? 'guangdong'];
  return (
    <>
      <Form.Item name="preset" label={t('preset')} rules={needed}>
        <Radio.Group
          vertical
          options={Object.values(limitPresets).map((preset) => ({ value: preset.code, label: say(preset) }))}
        />
      </Form.Item>
      <section className="limit-preview" aria-live="polite">
        <p>{say(chosen.note)}</p>
        {chosen.forSome && <p>{t('presetForSome')}</p>}
        <p className="faint">{t('reference', { source: say(chosen.source) })}</p>
      </section>
      <div className="limit-two">
        <Form.Item name="validFrom" label={t('from')} rules={needed}>
          <DayPick from={today} />
        </Form.Item>
        <Form.Item name="channelId" label={t('presetChannel')}>
          <ChannelPick label={t('anyOf')} />
        </Form.Item>
        <Form.Item name="categoryId" label={t('presetCategory')}>
          <CategoryPick label={t('anyOf')} />
        </Form.Item>
      </div>
    </>
  );
}
