import assert from "node:assert/strict";
import { formatProblems } from "../../cli/config-problems";

const plain = (text: string) => text.replace(/\u001b\[\d+m/g, "");
const words = { found: "f", expected: "e", fix: "x." };

describe("problems at a terminal", () => {
  it("stand under their files, in the order of lines, each with what to do", () => {
    const problems = [
      { path: "b", file: "Pulumi.dev.yaml", line: 9, ...words },
      { path: "c", file: "Pulumi.yaml", line: 2, ...words },
      { path: "a", file: "Pulumi.dev.yaml", line: 3, ...words },
    ];
    const body = "\n    found     f\n    expected  e\n    fix       x.\n";
    assert.equal(
      plain(formatProblems(problems)),
      [
        "Pulumi.dev.yaml\n",
        `✗ a  Pulumi.dev.yaml:3${body}`,
        `✗ b  Pulumi.dev.yaml:9${body}`,
        "Pulumi.yaml\n",
        `✗ c  Pulumi.yaml:2${body}`,
        "3 problems in the configuration.\n",
      ].join("\n"),
    );
  });

  it("stand alone, where no file is known", () => {
    assert.equal(
      plain(formatProblems([{ path: "stack", ...words }])),
      "✗ stack\n    found     f\n    expected  e\n    fix       x.\n\n1 problem in the configuration.\n",
    );
  });
});
