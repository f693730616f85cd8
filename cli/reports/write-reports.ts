import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CONTROLS } from "../../policy-pack/controls";
import { htmlReport } from "../../policy-pack/reports/html";
import { jsonReport } from "../../policy-pack/reports/json";
import { junitReport } from "../../policy-pack/reports/junit";
import { markdownReport } from "../../policy-pack/reports/markdown";
import { sarifReport } from "../../policy-pack/reports/sarif";
import { reportWithComponents, type JudgedStack } from "./judged-stack";
import { locatorOf } from "./locate";
import type { ReportFiles } from "./report-files";

/**
 * Writes the reports that were asked for, in the same form whether the offline check judged or the engine.
 * @param root The project's root, in which the stack files are.
 */
export function writeReports(files: ReportFiles, judged: readonly JudgedStack[], root: string): void {
  const stacks = judged.map(reportWithComponents);
  const write = (file: string | undefined, text: () => string) => {
    if (file === undefined) return;
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(path.resolve(file), text());
  };
  write(files.json, () => json(jsonReport(stacks)));
  write(files.junit, () => junitReport(stacks));
  write(files.markdown, () => markdownReport(stacks));
  write(files.html, () =>
    htmlReport(stacks, { controls: CONTROLS, version: packVersion(root), at: new Date() }),
  );
  write(files.sarif, () => {
    const locate = locatorOf(judged, root);
    return json(sarifReport(stacks, { controls: CONTROLS, version: packVersion(root), locate }));
  });
}

function packVersion(root: string): string {
  const manifest = JSON.parse(readFileSync(path.join(root, "policy-pack/package.json"), "utf8")) as {
    version: string;
  };
  return manifest.version;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
