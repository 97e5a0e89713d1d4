/** The three ways to narrow: where, what about, and what holds the partner's role back. */
export const FACETS = ['country', 'domain', 'limitation'] as const;
export type FacetName = (typeof FACETS)[number];

/** Why a passage carries a tag: the words that were found and where they stood. */
export interface Evidence {
  where: 'text' | 'heading' | 'lead' | 'chapter' | 'author';
  words: string;
}

export interface Tag {
  facet: FacetName;
  value: string;
  evidence: Evidence[];
  /** 0 to 1: how sure the rules are. */
  confidence: number;
}

/** Chosen values: OR within a facet, AND across facets. An empty list means the facet is open. */
export type FacetChoice = Record<FacetName, string[]>;

export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

export type FacetCounts = Record<FacetName, FacetCount[]>;

/** One value of a taxonomy, SKOS-like: a label per language, other names, codes of the outside world. */
export interface TaxonomyValue {
  value: string;
  label: Record<string, string>;
  description?: Record<string, string>;
  /** ISO 3166-1 alpha-2, for countries. */
  iso?: string;
  /** UN M49 code, for countries and regions. */
  m49?: string;
}

export interface Taxonomy {
  facet: FacetName;
  label: Record<string, string>;
  values: TaxonomyValue[];
}

/** Nothing chosen. */
export function openChoice(): FacetChoice {
  return { country: [], domain: [], limitation: [] };
}
