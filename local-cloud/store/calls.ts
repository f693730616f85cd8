import { mkdirSync, openSync, closeSync } from "node:fs";
import { join } from "node:path";
import { cloudFolder, writeOver } from "./folder";

/** A fault that a test asked for. */
export class InjectedFailure extends Error {}

/** What a test asked for, by environment variables. Calls are counted over all processes of one engine run. */
interface Faults {
  /** `MLPLATFORM_FAIL_CREATE=n`: the n-th create fails. */
  readonly failCreate?: number;
  /** `MLPLATFORM_HALT_AT=n`: the n-th call that changes something stands still… */
  readonly haltAt?: number;
  /** `MLPLATFORM_HALT_WHEN=before|after`: … before it has changed the cloud (default), or after. */
  readonly haltWhen: "before" | "after";
}

/** The file that appears in the cloud's folder once a call stands still, with the process and the URN in it. */
export const HALTED_FILE = "halted.json";

/**
 * Counts the calls that change the cloud, and lets tests stop or fail one of them.
 * @param run Tells engine runs apart, so that each counts from 1.
 */
export class Calls {
  private readonly faults = readFaults(process.env);
  /** The last number that this process took, by what is counted. */
  private readonly taken = new Map<string, number>();
  private readonly waiting = new Set<(reason: Error) => void>();

  constructor(private readonly run: string) {}

  /** @returns What to await after the cloud was changed. @throws InjectedFailure */
  async begin(action: "create" | "update" | "delete", urn: string): Promise<() => Promise<void>> {
    if (
      action === "create" &&
      this.faults.failCreate !== undefined &&
      this.count("create") === this.faults.failCreate
    ) {
      throw new InjectedFailure(
        `Create number ${this.faults.failCreate} fails, as MLPLATFORM_FAIL_CREATE asked.`,
      );
    }
    if (this.faults.haltAt === undefined || this.count("call") !== this.faults.haltAt)
      return () => Promise.resolve();
    if (this.faults.haltWhen === "before") await this.halt(action, urn);
    return () => (this.faults.haltWhen === "after" ? this.halt(action, urn) : Promise.resolve());
  }

  /** Fails the calls that stand still. */
  release(): void {
    for (const reject of this.waiting) reject(new InjectedFailure("Cancelled while standing still."));
    this.waiting.clear();
  }

  private halt(action: string, urn: string): Promise<void> {
    writeOver(
      join(cloudFolder(), HALTED_FILE),
      `${JSON.stringify({ pid: process.pid, action, urn, when: this.faults.haltWhen })}\n`,
    );
    return new Promise((_, reject) => this.waiting.add(reject));
  }

  /** Takes the next number: of several processes that ask for the same one, the file system lets one have it. */
  private count(what: string): number {
    const folder = join(cloudFolder(), "calls", this.run, what);
    mkdirSync(folder, { recursive: true });
    for (let number = (this.taken.get(what) ?? 0) + 1; ; number++) {
      try {
        closeSync(openSync(join(folder, String(number)), "wx"));
        this.taken.set(what, number);
        return number;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
    }
  }
}

function readFaults(environment: NodeJS.ProcessEnv): Faults {
  return {
    failCreate: positive(environment.MLPLATFORM_FAIL_CREATE),
    haltAt: positive(environment.MLPLATFORM_HALT_AT),
    haltWhen: environment.MLPLATFORM_HALT_WHEN === "after" ? "after" : "before",
  };
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
