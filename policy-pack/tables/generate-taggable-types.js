"use strict";

// Writes taggable-types.json: the types of @pulumi/aws whose inputs hold a map of tags. The pack itself does not
// import the SDK. Run it again when the SDK's version changes: node policy-pack/tables/generate-taggable-types.js

const { readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");

const sdk = dirname(require.resolve("@pulumi/aws/package.json"));

/** The type token of the resource class in a module; undefined when the module holds none. */
function tokenOf(file) {
  return /__pulumiType = '(aws:[^']+)'/.exec(readFileSync(file, "utf8"))?.[1];
}

/** Whether the arguments of the resource class declare `tags` as a map of strings. */
function takesTags(declarations) {
  const args = declarations.slice(declarations.search(/export interface \w+Args \{/));
  return /^ {4}tags\?: pulumi\.Input<\{\s*\[key: string\]: pulumi\.Input<string>;\s*\}/m.test(args);
}

const types = readdirSync(sdk, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file, token: tokenOf(file) }))
  .filter(
    ({ file, token }) =>
      token !== undefined && takesTags(readFileSync(file.replace(/\.js$/, ".d.ts"), "utf8")),
  )
  .map(({ token }) => token)
  .sort();

const { version } = require(join(sdk, "package.json"));
const table = { source: `@pulumi/aws ${version}`, types };
writeFileSync(join(__dirname, "taggable-types.json"), `${JSON.stringify(table, null, 2)}\n`);
