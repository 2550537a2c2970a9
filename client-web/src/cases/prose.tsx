// A case's text for reading: paragraphs, and the codes that stand for people as chips.
import type { ComponentChildren } from 'preact';
import { codesIn, paragraphs } from './words.ts';

export function Prose({ text }: { text: string }) {
  return (
    <div class="text" translate={false}>
      {paragraphs(text).map((paragraph, at) => (
        <p key={at}>{withCodes(paragraph)}</p>
      ))}
    </div>
  );
}
export const withCodes = (text: string): ComponentChildren =>
  codesIn(text).map((piece, at) =>
    at % 2 ? (
      <span key={`${at} ${piece}`} class="code">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
