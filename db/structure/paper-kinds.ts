/** What kind of paper it is, by itself or with a number. */
const KIND = /^(?:(?:joint |draft )?(?:press|news|media) (?:release|statement|note|notice|communiqu[ée])|(?:action |information )?memo(?:randum)?|aide[- ]m[ée]moire|non[- ]?paper|note verbale|verbalnote|(?:briefing|background|information|discussion|policy|speaking|decision) (?:note|paper|brief|memo|memorandum)|submission|opinion|op-ed|commentary|(?:communiqu[ée]|dossier|note) de presse|pressemitteilung|medienmitteilung|presseinformation|vermerk|drahtbericht|comunicado de prensa|comunicato stampa|siaran (?:pers|media)|nota dinas|thông cáo báo chí|công văn|報道発表(?:資料)?|プレスリリース|新闻稿|新聞稿|보도자료)(?:\s+(?:no|nr|n°|nomor|số)?[.:]?\s*[\p{L}\d/.-]*\d)?(?: (?:for|to) (?:the )?\p{Lu}\p{L}+(?: (?:of )?\p{Lu}\p{L}+){0,3})?$/iu;
/** Markings, and what a message is for. */
const MARKING = /^\(?(?:UNCLAS(?:SIFIED)?|(?:TOP )?SECRET|CONFIDENTIAL|RESTRICTED|OFFICIAL|SENSITIVE|SIPDIS|NOFORN|LIMITE|EMBARGO\w*|TLP|VS-NfD|VERTRAULICH|FOR (?:OFFICIAL USE ONLY|(?:IMMEDIATE|GENERAL) (?:RELEASE|DISTRIBUTION)))\b/;
const USE = /^\(?(?:for (?:immediate release|official use only|general distribution|internal use(?: only)?)|not for (?:publication|distribution|attribution)|(?:as prepared|embargoed|check) (?:for|until|against) (?:delivery|.{4,40})|es gilt das gesprochene wort|seul le prononcé fait foi)[.:)]?$/i;
/** A paper's end, as press offices set it, is no heading. */
const END = /^(?:[-–—*]?\s?ends?\s?[-–—*]?|[-–—]\s?30\s?[-–—]|#{3,}|[-–—]?\s?ende\s?[-–—]?)$/i;

/** @returns true for a line that only says what kind of paper this is ("MEMORANDUM", "Press Release No. 47/2024"): it stands above a title */
export const isPaperKind = (text: string): boolean => KIND.test(text);

/** @returns true for a line that says how a paper may be used, or who may read it, as the paper itself prints it */
export const isPrintedMarking = (text: string): boolean => MARKING.test(text) || isUse(text);

/** @returns true for "For immediate release", "Check against delivery" and their like */
export const isUse = (text: string): boolean => USE.test(text);

/** @returns true for "ENDS", "###" and "– 30 –" */
export const isEndMark = (text: string): boolean => END.test(text);
