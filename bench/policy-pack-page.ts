import type { PackMeasurement } from "./policy-pack-scenario";

const HEADING = "## The policy pack alone";

/** The section on the policy pack, as Markdown. */
export function packSection(runs: readonly PackMeasurement[]): string {
  const rows = runs.map(({ teams, resources, judgeSeconds, programSeconds }) =>
    [
      "",
      teams,
      resources,
      `${judgeSeconds.toFixed(2)} s`,
      `${((1e6 * judgeSeconds) / resources).toFixed(0)} µs`,
      `${((100 * judgeSeconds) / (judgeSeconds + programSeconds)).toFixed(0)} %`,
      "",
    ]
      .join(" | ")
      .trim(),
  );
  const [smaller, larger] = runs.slice(-2);
  const growth =
    smaller === undefined || larger === undefined
      ? Number.NaN
      : Math.log(larger.judgeSeconds / smaller.judgeSeconds) / Math.log(larger.resources / smaller.resources);
  return `${HEADING}

Written by \`npm run bench -- --policy-pack\`: ${runs.at(-1)?.controls ?? 0} controls judge the resources of one program, everything
known, in processor time; the fastest of three processes. The share is of running the program and judging it once.

| teams | resources | judging | per resource | share |
| ---: | ---: | ---: | ---: | ---: |
${rows.join("\n")}

Growth exponent of judging between the last two rows: ${growth.toFixed(2)} (1 is linear).
`;
}

/** The page with the section in its place, at the end where it has none yet. */
export function withPackSection(page: string, section: string): string {
  const from = page.indexOf(HEADING);
  if (from < 0) return `${page.trimEnd()}\n\n${section}`;
  const next = page.indexOf("\n## ", from + HEADING.length);
  return page.slice(0, from) + section + (next < 0 ? "" : page.slice(next));
}

/** The section that a page holds already; none when it has none. */
export function packSectionOf(page: string): string | undefined {
  const from = page.indexOf(HEADING);
  if (from < 0) return undefined;
  const next = page.indexOf("\n## ", from + HEADING.length);
  return next < 0 ? page.slice(from) : page.slice(from, next);
}
