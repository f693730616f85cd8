const CHECK_EVERY_MS = 250;

/**
 * Ends this process when its engine is gone, however it went: a child whose parent dies gets another one.
 * Standard input tells nothing, since the engine gives its plugins an empty one.
 */
export function exitWithEngine(): void {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) process.exit(0);
  }, CHECK_EVERY_MS).unref();
}
