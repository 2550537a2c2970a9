// Paths with places: '/g/:group/case/:case'. Matching is pure, so that it is tested without a browser.

export type PlaceNames<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? N | PlaceNames<`/${Rest}`>
  : P extends `${string}:${infer N}`
    ? N
    : never;

export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/+$/, '').split('/');
  if (pattern === '/') return path === '/' || path === '' ? {} : undefined;
  if (wanted.length !== given.length) return undefined;
  const places: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i]!;
    if (part.startsWith(':') && value) {
      try {
        places[part.slice(1)] = decodeURIComponent(value);
      } catch {
        return undefined;
      }
    } else if (part !== value) return undefined;
  }
  return places;
}
