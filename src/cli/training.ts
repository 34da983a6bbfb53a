/** `suyuan training`: makes the training city, or makes it anew at once; every night the worker does. */
import { printCodes } from '#root/cli/demo.ts';
import { say, withInstallation } from '#root/cli/open.ts';
import type { Options } from '#root/cli.ts';
import { makeTraining } from '#root/training.ts';

export async function trainingCommand(_: string[], { city: slug = 'training' }: Options): Promise<void> {
  await withInstallation(async (installation) => {
    const { rows } = await installation.owner.query('select current_user as name');
    if (rows[0].name === installation.appRole) {
      say({
        zh: '只有一个数据库账号：重置由程序日常所用的账号进行，台账不受数据库权限保护',
        en: 'There is one database role only: the reset is done by the role of every day, and the ledger is not kept from it',
      });
    }
    const codes = await makeTraining(installation, slug, { size: 'city', say });
    if (codes) {
      printCodes(codes, slug, installation.config.port);
      say({
        zh: '正在运行的服务须重新启动才能打开这座城市；每天 03:00（北京时间）自动重置，密码保留',
        en: 'A running server has to be started again to open it; it is reset at 03:00 (Beijing) every day, passwords stay',
      });
    } else {
      process.stdout.write(`${slug} 已重置，密码和未用的激活码仍然有效 Reset; passwords and unused codes stay good\n`);
    }
  });
}
