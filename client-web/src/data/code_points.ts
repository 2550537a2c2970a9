// The wire counts code points, a browser counts UTF-16 units. This is the one place that converts.

export function length(text: string): number {
  let points = 0;
  for (let i = 0; i < text.length; i++, points++) {
    if (isPair(text, i)) i++;
  }
  return points;
}

/** The UTF-16 index of a code point; past the end: the text's length. */
export function toUtf16(text: string, point: number): number {
  let i = 0;
  for (let points = 0; points < point && i < text.length; points++) i += isPair(text, i) ? 2 : 1;
  return i;
}

/** The code point at a UTF-16 index; within a pair: the one the pair makes. */
export function fromUtf16(text: string, index: number): number {
  return length(text.slice(0, isPair(text, index - 1) ? index - 1 : index));
}

function isPair(text: string, i: number): boolean {
  const high = text.charCodeAt(i);
  const low = text.charCodeAt(i + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
