/** Two signals within this time are one: a shell, npm and the terminal each pass on the same Ctrl-C. */
const SAME_INTERRUPTION_MILLISECONDS = 1000;

/**
 * Does something that a person can stop. The first Ctrl-C asks the engine to finish what is under way and end; a
 * later one ends this process, and the next run picks up from there.
 * @param onStop Told when the first one came.
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  onStop: () => void,
): Promise<T> {
  const controller = new AbortController();
  let first: number | undefined;
  const stop = () => {
    if (first === undefined) {
      first = Date.now();
      onStop();
      controller.abort();
    } else if (Date.now() - first > SAME_INTERRUPTION_MILLISECONDS) process.exit(1);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}
