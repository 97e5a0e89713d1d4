/** What figures, tables and boxes are called, as far as reports number them. */
const NAMES = [
  'figure', 'fig\\.', 'table', 'chart', 'map', 'box', 'graph', 'photo', 'image', 'exhibit', 'panel', 'abbildung', 'abb\\.', 'tabelle', 'tab\\.', 'diagramm', 'grafik', 'karte', 'kasten', 'schaubild',
  'übersicht', 'tableau', 'graphique', 'encadré', 'carte', 'figura', 'tabla', 'cuadro', 'gráfico', 'recuadro', 'mapa', 'quadro', 'tabela', 'tabella', 'grafico', 'riquadro', 'figuur', 'tabel', 'grafiek', 'kader',
  '図表?', '表', '写真', '图', '圖', '그림', '표',
].join('|');
const LABEL = `(?:${NAMES})\\s*(?:[A-Z]\\.?\\s?)?\\d{1,3}(?:[.–-]\\d{1,3})*[a-z]?`;
const LABEL_ONLY = new RegExp(`^${LABEL}\\s*[.:]?$`, 'iu');
const LABELLED = new RegExp(`^${LABEL}(?:\\s*[.:–—|：．]|\\s+-|\\s+(?=[\\p{Lo}]))\\s*\\S`, 'iu');

/** @returns true for "Table 1" and its like: a label by itself, as APA style sets it above the title */
export function isCaptionLabel(text: string): boolean {
  return LABEL_ONLY.test(text);
}

/** @returns true for a line that begins with a label and goes on with a title: "Tabelle 3: …", "図2 …" */
export function isLabelledCaption(text: string): boolean {
  return LABELLED.test(text);
}

/** @returns what stands between a label by itself and its title */
export function afterLabel(label: string): string {
  return /[.:]$/.test(label) ? ' ' : '. ';
}
