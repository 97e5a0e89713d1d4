import { squash } from '../model/fold.ts';

/** What a table of contents is called, and the lists of figures and tables behind it. */
const TITLE = new RegExp(`^(?:${[
  '(?:table of )?contents', 'contents (?:page|list)', 'list of (?:figures|tables|boxes|maps|charts|illustrations)(?:(?:,| and|,? &) (?:figures|tables|boxes|maps|charts|illustrations))*',
  'inhalt', 'inhalts(?:verzeichnis|übersicht)', '(?:abbildungs|tabellen)verzeichnis', 'table des matières', 'sommaire', 'liste des (?:figures|tableaux|encadrés|cartes)',
  'índice(?: (?:general|geral|de contenidos?))?', 'contenidos?', 'tabla de contenidos?', 'sumário', 'conteúdo', 'indice(?: generale)?', 'sommario', 'inhoud(?:sopgave)?',
  'innehåll(?:sförteckning)?', 'indhold(?:sfortegnelse)?', 'innhold(?:sfortegnelse)?', 'sisällys(?:luettelo)?', 'obsah', 'spis treści', 'содержание', 'оглавление',
  '[図表]?\\s*目\\s*次', '目[录錄]', '차\\s*례', '목\\s*차',
].join('|')})\\s*:?$`, 'iu');
/** "1.2 ", "Chapter 3: ", "IV. " before a title, "第2章 " too. */
const NUMBER_BEFORE = /^(?:(?:chapter|part|annex|kapitel|teil|chapitre|partie|capítulo|capitolo)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})(?:[.:)]|\s)\s*|^第\s*\d{1,2}\s*[章部節]\s*/iu;
/**
 * Leaders, a gap, a bar of a table, and the page behind it. Each of these patterns begins where a run of signs begins, and
 * goes over it in one way only: where it could be cut up in many, a single line of leaders took minutes.
 */
const PAGE_BEHIND = /(?<![\s|.·…_‥・])([\s|.·…_‥・]+)(?:p\.?\s?|s\.\s?|pp\.?\s?)?(\d{1,4}|[ivxlc]{1,7})$/iu;
/** A single full stop right before it leads to no page: "2.3" ends in none. */
const LEADS = /[\s|]$|[.·…_‥・]{2}$|(?:[.·…]\s){2}[.·…]$/u;
const LEADERS = /(?<![.·…‥・]\s?)(?:[.·…‥・]\s?){4}|_{5}/u;

/** @returns true for "Contents", "Inhaltsverzeichnis", "List of Tables" and their like */
export function isContentsTitle(text: string): boolean {
  return TITLE.test(text.trim());
}

/** @returns the page that an entry of a table of contents ends in ("12", "iv"); null where it ends in none */
export function pageBehind(text: string): string | null {
  const found = PAGE_BEHIND.exec(text);
  return found && LEADS.test(found[1]!) ? found[2]! : null;
}

/** @returns true where dots lead from a title to its page */
export function hasLeaders(text: string): boolean {
  return LEADERS.test(text);
}

/** A title as it is compared: without its number, and without the page that a table of contents sets behind it. */
export function bareTitle(text: string): string {
  const own = text.replace(NUMBER_BEFORE, '').replace(/(?:[.·…_‥・]\s?){3}.*$/u, '').trim();
  return squash(own || text);
}
