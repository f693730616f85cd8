const MILLISECONDS_PER_DAY = 86_400_000;

/** A day as whole days since 1970, UTC; undefined when the text is no real day written YYYY-MM-DD. */
export function dayNumber(text: unknown): number | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return time / MILLISECONDS_PER_DAY;
}

/** The day of a moment, in UTC, as YYYY-MM-DD. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Days until the end of a day, that day counted: 1 on the day itself, 0 or less once it has passed. */
export function daysLeft(expiresOn: string, now: Date): number {
  const last = dayNumber(expiresOn);
  if (last === undefined) return 0;
  return last - Math.floor(now.getTime() / MILLISECONDS_PER_DAY) + 1;
}
