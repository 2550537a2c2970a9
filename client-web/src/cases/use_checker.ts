// A Checker for a screen of its own: what any feature needs that lets members write about a case.
//
//   const checker = useChecker(group, lines)
//   <CheckedField checker={checker} field="keep" label=… most=… />
//   <PlacesPanel checker={checker} />
//   if (!(await settled(checker))) return;             // something is left, and has been gone to
//   submit({ keep: checker.texts.value.keep, kept: checker.keptSpans() })
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../i18n/i18n.ts';
import type { WrittenField } from '../protocol.gen.ts';
import type { RpcError } from '../wire/errors.ts';
import { checkOf } from './ask.ts';
import { Checker } from './checker.ts';
import { useEditorKeys } from './keys.ts';
import { namedPlaces } from './places.ts';
import { useStrictness } from './strictness.ts';

export function useChecker<F extends WrittenField>(group: string, fields: readonly F[]): Checker<F> {
  const checker = useMemo(() => new Checker<F>({ fields, ask: checkOf<F>(group) }), [group]);
  useEffect(() => () => checker.end(), [checker]);
  useEditorKeys(checker);
  useStrictness(checker, group);
  return checker;
}

/** Looks at what has been typed last. False where a place is left: it is shown. */
export async function settled<F extends string>(checker: Checker<F>): Promise<boolean> {
  await checker.settle();
  const place = checker.open.value[0];
  if (place) checker.show(place);
  return !place;
}

/** Where the server has refused a text: the places that it names are shown, and the first is gone to. */
export function useRefusedPlaces<F extends string>(checker: Checker<F>, error: RpcError | undefined): void {
  useEffect(() => {
    if (error?.code !== 'identifiers_left') return;
    const named = namedPlaces(error.details.places ?? '', checker.fields);
    const places = named.map(({ field, start, end }) => checker.named(field, start, end, t('cases.named')));
    const first = places.find((place) => place !== undefined);
    if (first) requestAnimationFrame(() => checker.show(first));
  }, [error]);
}
