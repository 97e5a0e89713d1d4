/** The names by which programs file their text in a compound file (the format of Office before 2007), and what the user should know about each. */
const STREAMS: readonly [name: string, known: string][] = [
  ['EncryptedPackage', 'is an Office file that is locked with a password. Save it without one, and import that'],
  ['__substg1.0_', 'is a message in Outlook’s own format (.msg), which Attaché cannot read. Open it in Outlook, save it as HTML or text, and import that; save and import what was sent with it by itself'],
  ['WordDocument', 'is an old Word file (.doc). Open it in Word or LibreOffice, save it as DOCX without a password, and import that'],
  ['PowerPoint Document', 'is an old PowerPoint file (.ppt). Save it as PDF, and import that'],
  ['Workbook', 'is an old Excel file (.xls), which Attaché cannot read. Save it as PDF, and import that'],
];
const OTHER = 'is an old Office file (or one that is locked with a password). Save it as DOCX or PDF without a password, and import that';

/** What a compound file is, by the names in its directory. Source: [MS-CFB], 2.6.1 (names are in UTF-16). */
export function knownCompoundFile(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return STREAMS.find(([name]) => whole.includes(Buffer.from(name, 'utf16le')))?.[1] ?? OTHER;
}
