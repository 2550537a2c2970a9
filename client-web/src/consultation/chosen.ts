// The format that was chosen last in a group, on this device.
const key = (group: string) => `covision.format.${group}`;

export function lastChosen(group: string): string | undefined {
  try {
    return localStorage.getItem(key(group)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function choose(group: string, format: string): void {
  try {
    localStorage.setItem(key(group), format);
  } catch {}
}
