/** The `_xHHHH_` escapes of workbook strings: characters XML cannot hold. Source: ECMA-376 part 1, 22.9.2.19. */

/** `_x000D_` to a carriage return, `_x005F_x000D_` to the literal `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The text as a workbook may hold it: literal escapes guarded, control characters escaped, half characters replaced. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')
    .replace(/[^\t\n\u0020-\u{10ffff}]|[\ufffe\uffff\u007f]/gu, (c) => {
      return `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}
