import tseslint from "typescript-eslint";

/** What each folder may not import: a layer imports only from layers below it. */
const FORBIDDEN = {
  config: ["components", "stacks", "policy-pack", "local-cloud", "cli"],
  components: ["stacks", "policy-pack", "local-cloud", "cli"],
  "components/secure": [
    "platform-core",
    "organization",
    "team-workspace",
    "stacks",
    "policy-pack",
    "local-cloud",
    "cli",
  ],
  stacks: ["policy-pack", "local-cloud", "cli"],
  "policy-pack": ["config", "components", "stacks", "local-cloud", "cli"],
  "local-cloud": ["components", "stacks", "policy-pack", "cli"],
};

const WHOLE_SDK = {
  regex: "^@pulumi/aws$",
  message: "Import one service, such as @pulumi/aws/s3: the whole SDK costs everyone time and memory.",
};

const restricted = (...patterns) => ["error", { patterns }];

const layers = Object.entries(FORBIDDEN).map(([folder, others]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": restricted(WHOLE_SDK, {
      // Relative imports that climb out of the folder and into a layer above or beside it.
      regex: `^(\\.\\./)+(${others.join("|")})(/|$)`,
      message: `${folder} is a layer below: it may not import ${others.join(", ")}.`,
    }),
  },
}));

export default tseslint.config(
  { ignores: ["node_modules/**", ".local/**", ".engine/**", "**/*.js", "**/*.cjs", "**/*.mjs"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-base-to-string": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { boolean: true } }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      eqeqeq: ["error", "always"],
      "no-restricted-imports": restricted(WHOLE_SDK),
    },
  },
  {
    files: ["config/**/*.ts"],
    rules: {
      "no-restricted-imports": restricted(
        {
          regex: "^@pulumi/",
          message: "config imports no Pulumi runtime, so that it validates in milliseconds.",
        },
        { regex: `^(\\.\\./)+(${FORBIDDEN.config.join("|")})(/|$)`, message: "config is the lowest layer." },
      ),
    },
  },
  ...layers.filter(({ files }) => files[0] !== "config/**/*.ts"),
  {
    // Only the pack's entry may start the policy server, which `new PolicyPack` does on load.
    files: ["policy-pack/{core,contract,controls,iam,network,exceptions,tables}/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='PolicyPack']",
          message: "new PolicyPack starts a server: only in the pack's entry.",
        },
      ],
    },
  },
);
