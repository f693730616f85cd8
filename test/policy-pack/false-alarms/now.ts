/** The programs name versions of services that are supported on this day. */
export const NOW = new Date("2026-11-21");
