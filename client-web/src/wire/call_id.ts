/** A UUID that begins with the time (RFC 9562, version 7): the server keeps what was done at the same time side by side. */
export function call_id(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
