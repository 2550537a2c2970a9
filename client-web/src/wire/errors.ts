// A refusal as the server names it. The text that people read comes from the catalogue, by code.

export type Details = Record<string, string>;

export class RpcError extends Error {
  readonly code: string;
  readonly details: Details;
  constructor(code: string, message: string, details: Details = {}) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
    this.details = details;
  }
}

/** Reads `{code:-32000, message, data:{code, details}}`, or an /auth body's `{code, message, details}`. */
export function toRpcError(value: unknown): RpcError {
  const error = (value ?? {}) as { message?: unknown; code?: unknown; data?: unknown; details?: unknown };
  const inner = (error.data ?? error) as { code?: unknown; details?: unknown };
  const code = typeof inner.code === 'string' ? inner.code : 'unknown';
  const details: Details = {};
  if (inner.details && typeof inner.details === 'object') {
    for (const [key, detail] of Object.entries(inner.details)) details[key] = String(detail);
  }
  return new RpcError(code, typeof error.message === 'string' ? error.message : code, details);
}
