import { z } from "zod";
import { textLike } from "./primitives";

const line = (longest: number) =>
  textLike(/^\S(.*\S)?$/, "one line of text").max(longest, `at most ${longest} characters`);

/**
 * Whom AWS writes to or calls about security: what an alternate contact of an account holds, within AWS's limits.
 * https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html
 */
export const securityContact = z.strictObject({
  name: line(64).describe("The name of the team, or of the person."),
  title: line(50).describe("What they are in the company."),
  // As AWS's pattern, which unlike other schemas here refuses an apostrophe.
  email: textLike(
    /^[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
    "a mail address such as security@example.com",
  )
    .max(254, "at most 254 characters")
    .describe("The mail address that security findings go to."),
  phone: textLike(/^[ ()+-]*\d[\d ()+-]*$/, 'a phone such as "+1 202 555 0100"')
    .max(25, "at most 25 characters")
    .describe("The phone on which AWS reaches them: digits, spaces and + - ( ), in quotes."),
});
