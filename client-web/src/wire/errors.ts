// A refusal as the server names it. The text that people read comes from the catalogue, by code.

export type Details = Record<string, string>;

export class RpcError extends Error {
  readonly code: string;
  readonly details: Details;
  /** Whose method was refused. */
  readonly feature: string | undefined;
  constructor(code: string, message: string, details: Details = {}, feature?: string) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
    this.details = details;
    this.feature = feature;
  }
}

/** Reads `{code:-32000, message, data:{code, details}}`, or an /auth body's `{code, message, details}`. */
export function toRpcError(value: unknown, feature?: string): RpcError {
  const error = (value ?? {}) as { message?: unknown; code?: unknown; data?: unknown; details?: unknown };
  const inner = (error.data ?? error) as { code?: unknown; details?: unknown };
  const code = typeof inner.code === 'string' ? inner.code : 'unknown';
  const details: Details = {};
  if (inner.details && typeof inner.details === 'object') {
    for (const [key, detail] of Object.entries(inner.details)) details[key] = String(detail);
  }
  return new RpcError(code, typeof error.message === 'string' ? error.message : code, details, feature);
}

/** Whatever was thrown, as a refusal. */
export const asRpcError = (thrown: unknown): RpcError =>
  thrown instanceof RpcError ? thrown : new RpcError('unknown', String(thrown));
