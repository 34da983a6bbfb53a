/** A program of its own that runs one survey and stops before it keeps what it found: for the story in which it is killed. */

import { openInstallation } from '#root/install.ts';
import { registerRooms } from '#root/rooms.ts';
import { runSurvey } from '#triage/theme/run-survey.ts';

const { config, id } = JSON.parse(process.argv[2]!);
registerRooms();
const installation = await openInstallation({ ...config, fixedClock: new Date(config.fixedClock) }, () => {}, 'runner');
const reached = async (step: string) => {
  process.stdout.write(`${step}\n`);
  if (step === 'keeping') await new Promise(() => {});
};
await runSurvey(installation.cities.get('qinglan')!, id, {
  grouper: new URL('./grouper.ts', import.meta.url),
  reached,
});
