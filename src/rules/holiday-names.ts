/** The holidays of an arrangement in English, where it names them in Chinese. */

export const holidayNames: Map<string, string> = new Map([
  ['元旦', "New Year's Day"],
  ['春节', 'Spring Festival'],
  ['清明', 'Tomb-sweeping Day'],
  ['清明节', 'Tomb-sweeping Day'],
  ['劳动节', 'Labour Day'],
  ['端午', 'Dragon Boat Festival'],
  ['端午节', 'Dragon Boat Festival'],
  ['中秋', 'Mid-autumn Festival'],
  ['中秋节', 'Mid-autumn Festival'],
  ['国庆', 'National Day'],
  ['国庆节', 'National Day'],
]);
