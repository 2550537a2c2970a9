// A session's evaluation as the reader may see it.
import { type Query, useQuery } from '../data/query.ts';
import type { EvaluationView, SessionRef } from '../protocol.gen.ts';

/** Whether one was there, and what one may read, changes with who is in the group; nothing tells of ballots. */
export const useEvaluation = (of: SessionRef): Query<EvaluationView> =>
  useQuery('evaluation.show', of, { group: of.group, on: ['evaluation.*', 'groups.*'], forget: true });
