import type { PassageKind } from '../../db/model/report.ts';

/** One passage as it is written here: calls to notes stand in the text as "[^n]". */
export interface Written {
  section: string | null;
  kind?: PassageKind;
  page: string | [string, string];
  text: string;
  tags: string[];
}
export interface WrittenChapter {
  id: string;
  number: number | null;
  title: string;
  authors: string[];
  sections: { id: string; title: string; level: number; runIn?: boolean }[];
  passages: Written[];
  notes: Record<string, string>;
  /** A note that means another one. */
  means?: Record<string, string>;
}

/** Own words about well-known facts: the region, then two countries. */
export const REGION: WrittenChapter = {
  id: 'region', number: 1, title: 'Japan and the region', authors: ['Mara Lindqvist', 'Joon Tan'],
  sections: [
    { id: 'region-half', title: 'Half a century of partnership', level: 1 }, { id: 'region-fukuda', title: 'The Fukuda promise', level: 2 },
    { id: 'region-trade', title: 'Trade and standards', level: 1 }, { id: 'region-bounds', title: 'Where the role ends', level: 1 },
    { id: 'region-law', title: 'Law.', level: 2, runIn: true }, { id: 'region-ally', title: 'The ally.', level: 2, runIn: true },
  ],
  passages: [
    { section: 'region-half', page: '9', text: 'Tokyo was the first outside partner to talk with the association as a group, in 1973, over synthetic rubber.[^1] The talks were narrow, and they worked.', tags: ['country/asean', 'domain/economy'] },
    { section: 'region-half', page: ['9', '10'], text: 'A forum followed in 1977, a plan of action in 2003, and a summit in Tokyo at the end of 2023 to mark fifty years.[^2] Ministers now meet in more than thirty formats a year.', tags: ['country/asean'] },
    { section: 'region-half', kind: 'pull-quote', page: '10', text: 'Trust was the one export that never met a tariff.', tags: ['country/asean', 'domain/soft-power'] },
    { section: 'region-fukuda', page: '10', text: 'In Manila in August 1977 a Japanese prime minister gave three undertakings: no return to military power, heart-to-heart ties, and an equal partnership with the region.[^3]', tags: ['country/asean', 'country/philippines', 'domain/soft-power'] },
    { section: 'region-fukuda', page: '11', text: 'The words are still quoted in every joint statement. Their first part has become harder to keep as coast guards and defence ministries took over some of the work.[^4]', tags: ['country/asean', 'domain/security'] },
    { section: 'region-trade', page: '11', text: 'The comprehensive agreement of 2008 was the first that Japan signed with a whole group of states.[^5] It covers goods and, since 2020, services and investment too.', tags: ['country/asean', 'domain/economy'] },
    { section: 'region-trade', page: ['11', '12'], text: 'Standards travel with trade: a quality principle for infrastructure, adopted by the G20 in Osaka in 2019, began as a Japanese paper on life-cycle cost.[^6]', tags: ['country/asean', 'domain/economy'] },
    { section: 'region-trade', kind: 'list-item', page: '12', text: 'openness of the tender, so that any firm may bid', tags: ['domain/economy'] },
    { section: 'region-trade', kind: 'list-item', page: '12', text: 'cost over the whole life of a bridge, not on the day it opens', tags: ['domain/economy'] },
    { section: 'region-trade', kind: 'list-item', page: '12', text: 'debt that the borrower can carry', tags: ['domain/economy'] },
    { section: 'region-trade', kind: 'caption', page: '12', text: 'Figure 1. Japanese direct investment by country, 2012 to 2022, in billion US dollars', tags: ['domain/economy'] },
    { section: 'region-law', page: '13', text: 'Law. The ninth article of the constitution of 1947 keeps the forces at home in all but a few cases, and partners plan with that in mind.[^7]', tags: ['country/asean', 'domain/security', 'limitation/constitutional-constraint'] },
    { section: 'region-ally', page: '13', text: 'The ally. What Washington wants weighs on what Tokyo offers, and capitals that prefer not to choose notice it.[^8] The more the alliance is praised, the quieter they become.', tags: ['country/asean', 'domain/security', 'limitation/us-alliance-dependence'] },
    { section: 'region-ally', page: '14', text: 'Ten governments decide by consensus, so one of them can stop a sentence in a communiqué; it happened in Phnom Penh in July 2012.[^9]', tags: ['country/asean', 'country/cambodia', 'limitation/multilateral-limits'] },
  ],
  notes: {
    1: 'Secretariat of the Association, Overview of dialogue relations: Japan, Jakarta 2023, p. 1.',
    2: 'Joint vision statement on friendship and cooperation, Tokyo, 17 December 2023, https://example.org/asean-japan/joint-vision-statement-2023.pdf.',
    3: 'Sueo Sudo, The international relations of Japan and South East Asia, Abingdon 2002, ch. 2.',
    4: 'Ibid.',
    5: 'Agreement on comprehensive economic partnership, in force from 1 December 2008.',
    6: 'G20 principles for quality infrastructure investment, Osaka 2019.',
    7: 'Constitution of Japan, article 9; see also the peace and security legislation of 2015.',
    8: 'Interviews in three capitals, spring 2022.',
    9: 'Press reports of 13 July 2012.',
    10: 'A note that no passage calls: it was printed at the end of the chapter.',
  },
  means: { 4: '3' },
};

export const VIETNAM: WrittenChapter = {
  id: 'vietnam', number: 2, title: 'Vietnam', authors: ['Lê Thu Hà'],
  sections: [
    { id: 'vietnam-start', title: 'From aid to strategy', level: 1 }, { id: 'vietnam-sea', title: 'At sea', level: 1 },
    { id: 'vietnam-money', title: 'Money and works', level: 1 }, { id: 'vietnam-people', title: 'People', level: 1 }, { id: 'vietnam-bounds', title: 'Hanoi’s own rules', level: 1 },
  ],
  passages: [
    { section: 'vietnam-start', page: '51', text: 'Aid resumed in November 1992, and within a decade Japan had become the largest single donor to Hanoi.[^1] Roads, ports and a terminal at Nội Bài followed.', tags: ['country/vietnam', 'domain/economy'] },
    { section: 'vietnam-start', page: '51', text: 'The two sides spoke of a strategic partnership in 2009, of an extensive one in 2014, and of a comprehensive one in November 2023.[^2] Each word was weighed for months.', tags: ['country/vietnam', 'domain/security'] },
    { section: 'vietnam-start', page: '52', text: 'Phạm Minh Chính was the first foreign leader whom the new cabinet of 2021 received, a courtesy that both capitals noticed.[^3]', tags: ['country/vietnam'] },
    { section: 'vietnam-sea', page: '53', text: 'Six used patrol vessels came first, for a coast guard that had been reorganised only a year before; a loan for six new ones followed.[^4]', tags: ['country/vietnam', 'domain/security'] },
    { section: 'vietnam-sea', page: ['53', '54'], text: 'Japanese destroyers have called at Cam Ranh since April 2016, and submarines since 2018.[^5] No call was announced more than a week ahead, and none stayed longer than five days.', tags: ['country/vietnam', 'domain/security'] },
    { section: 'vietnam-sea', page: '54', text: 'An agreement on the transfer of defence equipment was signed in September 2021.[^6] Talks on naval vessels went on, with cyber security and military medicine as new fields.', tags: ['country/vietnam', 'domain/security', 'limitation/host-country-constraint'] },
    { section: 'vietnam-sea', page: '54', text: 'Both navies keep a hotline, and their coast guards exercise together off Đà Nẵng against smuggling and unlicensed fishing.', tags: ['country/vietnam', 'domain/security'] },
    { section: 'vietnam-money', page: '55', text: 'The first metro line of Ho Chi Minh City was to open in 2018. It opened in December 2024, after disputes over cost, payment and staff.[^7]', tags: ['country/vietnam', 'domain/economy', 'limitation/implementation'] },
    { section: 'vietnam-money', page: '55', text: 'More than two thousand Japanese firms are members of the chambers in Hanoi, Đà Nẵng and the south. Surveys name wages and permits as their first two worries.[^8]', tags: ['country/vietnam', 'domain/economy', 'limitation/slow-decisions'] },
    { section: 'vietnam-money', page: '56', text: 'A nuclear plant in Ninh Thuận was agreed in 2010 and cancelled in 2016; the file was opened again in 2024 under other terms.[^9]', tags: ['country/vietnam', 'domain/economy', 'limitation/slow-decisions'] },
    { section: 'vietnam-people', page: '57', text: 'Vietnamese are now the second largest group of foreigners in Japan, about half a million, most of them trainees and students.[^10]', tags: ['country/vietnam', 'domain/soft-power', 'domain/economy'] },
    { section: 'vietnam-people', kind: 'list-item', page: '57', text: 'The trainee scheme is to be replaced by 2027.', tags: ['country/vietnam', 'domain/economy'] },
    { section: 'vietnam-people', kind: 'list-item', page: '57', text: 'Japanese is taught from the third form in schools of five cities.', tags: ['country/vietnam', 'domain/soft-power'] },
    { section: 'vietnam-bounds', page: '58', text: 'The defence paper of 2019 repeats that the country joins no alliance, sides with nobody against a third, lends no base and uses no force first.[^11]', tags: ['country/vietnam', 'domain/security', 'limitation/host-country-constraint'] },
    { section: 'vietnam-bounds', page: '58', text: 'Beijing buys a quarter of what the country sells and is nearer than anyone who might help. That sets the pace of everything at sea.[^12]', tags: ['country/vietnam', 'domain/security', 'domain/economy', 'limitation/china-pressure'] },
  ],
  notes: {
    1: 'Ministry of Foreign Affairs of Japan, Country data book: Viet Nam, 2002.',
    2: 'Joint statements of April 2009, March 2014 and November 2023.',
    3: 'Viet Nam News, 24 November 2021.',
    4: 'Exchange of notes of 1 August 2014; loan agreement of July 2020.',
    5: 'Ministry of Defence, Tokyo, list of port calls, 2023.',
    6: 'Government news, 12 September 2021.',
    7: 'Management authority for urban railways, yearly reports 2016 to 2024.',
    8: 'JETRO, Survey on business conditions of Japanese companies in Asia and Oceania, 2023.',
    9: 'Resolution 31/2016/QH14; government notice of December 2024.',
    10: 'Immigration Services Agency, foreign residents at the end of June 2023.',
    11: 'Ministry of National Defence, 2019 Viet Nam national defence, Hanoi 2019, p. 23.',
    12: 'General Department of Customs, yearly figures for 2022.',
  },
};

export const THAILAND: WrittenChapter = {
  id: 'thailand', number: 3, title: 'Thailand', authors: ['Arun Chaiyaporn', 'Mara Lindqvist'],
  sections: [{ id: 'thailand-works', title: 'A workshop abroad', level: 1 }, { id: 'thailand-guard', title: 'Quiet security', level: 1 }, { id: 'thailand-taste', title: 'Taste and tongue', level: 1 }],
  passages: [
    { section: 'thailand-works', page: '64', text: 'Four in ten dollars of foreign capital in Thai factories have come from Japan, most of them for cars and their parts.[^1]', tags: ['country/thailand', 'domain/economy'] },
    { section: 'thailand-works', page: '64', text: 'The eastern corridor was meant to draw the next wave. Japanese firms asked first for engineers, so two colleges on the KOSEN model opened in Bangkok.[^2]', tags: ['country/thailand', 'domain/economy'] },
    { section: 'thailand-works', page: '65', text: 'A fast train to Chiang Mai has been studied since 2015. The loan was never signed: the forecast of passengers did not carry the price.[^3]', tags: ['country/thailand', 'domain/economy', 'limitation/implementation', 'limitation/slow-decisions'] },
    { section: 'thailand-works', kind: 'table', page: '65', text: 'Vehicles built, in thousands\n2012: 2,454\n2017: 1,989\n2022: 1,884', tags: ['country/thailand', 'domain/economy'] },
    { section: 'thailand-guard', page: '66', text: 'A centre for cyber security in Bangkok, paid for from Tokyo, has trained officials of all ten governments since 2018.[^4]', tags: ['country/thailand', 'country/asean', 'domain/security'] },
    { section: 'thailand-guard', page: '66', text: 'An agreement on defence equipment was signed in May 2022. Nothing has been bought under it so far; the generals compare, and the cheaper offer is rarely Japanese.[^5]', tags: ['country/thailand', 'domain/security', 'limitation/implementation'] },
    { section: 'thailand-guard', page: '67', text: 'Bangkok votes for caution. It will not be placed on anybody’s side, and it says so to each visitor in the visitor’s own words.[^6]', tags: ['country/thailand', 'domain/security', 'limitation/host-country-constraint'] },
    { section: 'thailand-taste', page: '68', text: 'More than five thousand restaurants serve Japanese food, and a million Thais visited Japan in the year before the pandemic.[^7]', tags: ['country/thailand', 'domain/soft-power'] },
    { section: 'thailand-taste', page: '68', text: 'Few study there: under three thousand, a third of those who go to China. Grants come late, and teaching in English is thin.[^8]', tags: ['country/thailand', 'domain/soft-power', 'limitation/slow-decisions'] },
    { section: 'thailand-taste', page: '69', text: 'A sentence from outside stays a sentence: <img src=x onerror="document.title=\'run\'"> and <script>document.title=\'run\'</script> are letters here.', tags: ['country/thailand'] },
  ],
  notes: {
    1: 'Bank of Thailand, foreign direct investment by country, end of 2021.',
    2: 'Thailand International Cooperation Agency, project sheet 2019.',
    3: 'Bangkok Post, 11 September 2018.',
    4: 'ASEAN–Japan Cybersecurity Capacity Building Centre, yearly report 2022.',
    5: 'Ministry of Defence, Tokyo, 2 May 2022; parliamentary question of June 2023.',
    6: 'Interview with a former minister, Bangkok, March 2022.',
    7: 'JETRO Bangkok, survey of restaurants 2022; JNTO, visitor arrivals 2019.',
    8: 'Japan Student Services Organization, yearly survey 2022 <b>bold?</b>',
  },
};

export const CHAPTERS: readonly WrittenChapter[] = [REGION, VIETNAM, THAILAND];
