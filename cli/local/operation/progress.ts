import pc from "picocolors";
import { resourceName } from "../summary/resource-name";
import type { OperationLog } from "./operation-log";

/** Where progress is written: a terminal, or a file or pipe that keeps every line. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
}

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const MILLISECONDS_ON_TERMINAL = 100;
const MILLISECONDS_ELSEWHERE = 10_000;

/** What an operation does while it runs: one line that changes on a terminal, elsewhere a line now and then. */
export class Progress {
  private readonly started = Date.now();
  private readonly timer: NodeJS.Timeout;
  private frame = 0;

  /**
   * @param title What is under way: `dev  preview`.
   * @param expected How many steps there will be, where an earlier preview told.
   */
  constructor(
    private readonly output: Output,
    private readonly title: string,
    private readonly log: OperationLog,
    private readonly expected?: number,
  ) {
    if (output.isTTY) this.draw();
    const interval = output.isTTY ? MILLISECONDS_ON_TERMINAL : MILLISECONDS_ELSEWHERE;
    this.timer = setInterval(() => this.draw(), interval);
  }

  /** Ends the progress with one line that stays. */
  done(good: boolean, result: string): void {
    clearInterval(this.timer);
    const mark = good ? pc.green("✓") : pc.red("✗");
    if (this.output.isTTY) this.output.write("\r\x1b[2K");
    this.output.write(
      `  ${mark} ${this.title.padEnd(16)} ${result}  ${pc.dim(`${this.seconds().toFixed(1)} s`)}\n`,
    );
  }

  private draw(): void {
    const count = this.log.steps;
    const of =
      this.expected === undefined ? `${count}` : `${Math.min(count, this.expected)} of ${this.expected}`;
    const { current, loadsPolicies } = this.log;
    const starting = loadsPolicies ? "starting the policy pack" : "starting";
    const doing = current === undefined ? starting : `${of}  ${resourceName(current.urn)}`;
    const text = `${this.title.padEnd(16)} ${doing}`;
    if (!this.output.isTTY) {
      this.output.write(`    ${text}  ${Math.round(this.seconds())} s\n`);
      return;
    }
    this.frame = (this.frame + 1) % FRAMES.length;
    const line = `  ${FRAMES[this.frame] ?? ""} ${text}`.slice(0, Math.max(20, this.output.columns - 1));
    this.output.write(`\r\x1b[2K${line}`);
  }

  private seconds(): number {
    return (Date.now() - this.started) / 1000;
  }
}
