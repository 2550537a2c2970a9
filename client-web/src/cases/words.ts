// What a text for reading is made of.

const roles =
  'Client|Patient|Person|Partner|Ex|Spouse|Husband|Wife|Mother|Father|Parent|Sister|Brother|Sibling|Son|Daughter|Child|Friend|Colleague|Boss|Manager|Teacher|Doctor|Therapist|Neighbour|Neighbor|Aunt|Uncle|Cousin|Grandmother|Grandfather|Klient|Klientin|Patientin|Partnerin|Mann|Frau|Mutter|Vater|Schwester|Bruder|Sohn|Tochter|Kind|Freund|Freundin|Kollege|Kollegin|Chef|Chefin|Lehrer|Lehrerin|Arzt|Ärztin|Therapeut|Therapeutin|Nachbar|Nachbarin|Tante|Onkel|Cousine|Oma|Opa';
const code = new RegExp(`(?<![\\p{L}\\p{N}])(?:${roles}) [A-Z](?![\\p{L}\\p{N}])`, 'gu');

export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n|\n/)
    .map((each) => each.trim())
    .filter(Boolean);
}

/** The text cut at its codes: every second piece is one. */
export function codesIn(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(code)) {
    pieces.push(text.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  return [...pieces, text.slice(from)];
}
