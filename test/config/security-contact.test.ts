import assert from "node:assert/strict";
import { loadAndValidate, type Problem } from "../../config";
import { securityContact } from "../../config/schema/security-contact";

const CONTACT = {
  name: "Security team",
  title: "Security",
  email: "security@example.com",
  phone: "+1 202 555 0100",
};

/** What is expected instead, by key. */
function expectedInstead(change: object): Record<string, string> {
  const { error } = securityContact.safeParse({ ...CONTACT, ...change });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

describe("the security contact in the configuration", () => {
  const phone = 'a phone such as "+1 202 555 0100"';
  const mail = "a mail address such as security@example.com";
  const cases: [string, object, Record<string, string>][] = [
    ["a full contact", {}, {}],
    ["a phone with brackets and hyphens", { phone: "(030) 23125-000" }, {}],
    ["a phone without a digit", { phone: "+-" }, { phone }],
    ["a phone with letters", { phone: "+1 202 CALL" }, { phone }],
    ["a phone that YAML took for a number", { phone: 12025550100 }, { phone }],
    ["a phone too long", { phone: "1".repeat(26) }, { phone: "at most 25 characters" }],
    ["the longest phone", { phone: "1".repeat(25) }, {}],
    ["an address with an apostrophe, which AWS refuses", { email: "o'brien@example.com" }, { email: mail }],
    ["no address", { email: "security" }, { email: mail }],
    ["a name of two lines", { name: "Security\nteam" }, { name: "one line of text" }],
    ["an empty title", { title: "" }, { title: "one line of text" }],
    ["a name too long", { name: "n".repeat(65) }, { name: "at most 64 characters" }],
    ["a title too long", { title: "t".repeat(51) }, { title: "at most 50 characters" }],
  ];
  for (const [name, change, expected] of cases) {
    it(`${Object.keys(expected).length === 0 ? "takes" : "refuses"} ${name}`, () => {
      assert.deepEqual(expectedInstead(change), expected);
    });
  }

  it("says where it is missing, and what to write", () => {
    const text = "config:\n  mlplatform:organization:\n    securityContact: security@example.com\n";
    const loaded = loadAndValidate(process.cwd(), "org", text);
    const problems: readonly Problem[] = loaded.ok ? [] : loaded.problems;
    assert.deepEqual(
      problems.map(({ path, line, found, expected }) => [path, line, found, expected]),
      [["mlplatform:organization.securityContact", 3, '"security@example.com"', "a mapping"]],
    );
  });
});
