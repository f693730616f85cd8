/** How many packages a build from cold compiles, measured with the pinned modules: for the percentage only. */
const PACKAGES = 2200;

const SECONDS_BETWEEN_REPORTS = 15;

/**
 * Turns the lines of `go build -v` (one a package, or a module that it downloads) into a report now and then.
 * @param now Milliseconds. Default: the clock.
 */
export function buildProgress(
  report: (message: string) => void,
  now: () => number = Date.now,
): (line: string) => void {
  const started = now();
  let reported = started;
  let downloaded = 0;
  let compiled = 0;
  return (line) => {
    if (line.startsWith("go: downloading")) downloaded += 1;
    else if (!line.startsWith("go:")) compiled += 1;
    if (now() - reported < SECONDS_BETWEEN_REPORTS * 1000) return;
    reported = now();
    const seconds = Math.round((reported - started) / 1000);
    report(
      compiled === 0
        ? `  ${downloaded} Go modules downloaded, ${seconds} s`
        : `  ${compiled} of about ${PACKAGES} packages compiled, ${seconds} s`,
    );
  };
}
