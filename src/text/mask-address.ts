/** An address down to the community: where the matter is may be seen, at whose door is not. */
import { halfWidth } from '#text/phone.ts';

/** What ends the name of a district, street, village or estate. */
const places =
  /^.*(?:社区|小区|新村|花园|家园|公寓|广场|大厦|大院|街道|开发区|居委会|村委会|[省市区县镇乡村屯庄寨苑园城府湾里庭邸郡轩坊旗盟路街巷道])/s;

/** Where the house begins: a number, letter or Chinese numeral with 号楼, 栋, 单元, 室, …, numbers with dashes, a number at the end. */
const house =
  /(?:第?[0-9]+[a-z]?|[a-z][0-9]*|第?[一二三四五六七八九十百]+|[甲乙丙丁东西南北前后])(?:-[0-9a-z]+)*[ #]*(?:号|栋|幢|座|单元|室|弄|楼|层|门|户|组|队|排|院|房|#)|[0-9]+(?:-[0-9]+)+|[0-9]+ *$|[0-9]+[,，、 ]/i;

/**
 * `临海市江东区幸福街道阳光社区3号楼2单元501室` → `临海市江东区幸福街道阳光社区***`. What follows the last name of a place
 * is hidden even where no house number is found; where no place is found, everything is.
 */
export function maskAddress(address: string): string {
  const trimmed = address.trim();
  const at = halfWidth(trimmed).search(house);
  const before = at < 0 ? trimmed : trimmed.slice(0, at);
  const kept = places.exec(before)?.[0] ?? '';
  return kept === trimmed ? kept : `${kept}***`;
}
