/** How much one file may ask of the machine: far above what offices export, far below what hurts. */

const mb = 1024 * 1024;

/** Columns of a sheet: the format's own limit (XFD). */
export const maxColumns = 16_384;

/** Characters in one cell. The format's limit is 32,767; other writers exceed it and are tolerated up to here. */
export const maxCellChars = 1_000_000;

/** Row numbers beyond this are taken for wrong: ten times what the format has. */
export const maxRowNumber = 10_485_760;

/** Elements inside each other: a worksheet needs nine. */
export const maxDepth = 200;

/** Bytes one part of a workbook may unpack to: sheets and shared strings of 2 GB are read as a stream. */
export const maxPartBytes = 4 * 1024 * mb;

/** Bytes of the parts that are kept in memory (styles, list of sheets). */
export const maxSmallPartBytes = 64 * mb;

/** A part may unpack to this many times its packed size once it is over `bombFreeBytes`; sheets in use stay under 60. */
export const maxRatio = 200;
export const bombFreeBytes = 64 * mb;

/** Entries in the zip; a workbook with thousands of pictures has thousands. */
export const maxEntries = 20_000;

/** Old formats are read whole: 65,536 rows of .xls fit; HTML and XML take about 27 times their size (50 MB: 1.36 GB). */
export const maxWholeFileBytes = { ole: 64 * mb, html: 24 * mb, xml: 24 * mb };
