import assert from "node:assert/strict";
import * as path from "node:path";
import { engineEnvironment } from "../../../cli/local/engine-environment";

describe("the engine's environment", () => {
  const options = {
    pathFolders: ["/stand-ins", "/engine"],
    state: "/l/state",
    home: "/l/home",
    cloud: "/l/cloud",
    passphrase: "p",
  };
  const of = (inherited: NodeJS.ProcessEnv) => engineEnvironment(inherited, options);

  it("holds exactly this", () => {
    assert.deepEqual(of({ PATH: "/bin", LANG: "C" }), {
      LANG: "C",
      PATH: ["/stand-ins", "/engine", "/bin"].join(path.delimiter),
      AWS_CONFIG_FILE: "/l/home/no-aws-config",
      AWS_SHARED_CREDENTIALS_FILE: "/l/home/no-aws-credentials",
      AWS_EC2_METADATA_DISABLED: "true",
      PULUMI_BACKEND_URL: "file:///l/state?metadata=skip",
      PULUMI_HOME: "/l/home",
      PULUMI_CONFIG_PASSPHRASE: "p",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
      MLPLATFORM_LOCAL: "1",
      MLPLATFORM_LOCAL_CLOUD: "/l/cloud",
    });
  });

  const dangerous = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_PROFILE",
    "AWS_REGION",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_ROLE_ARN",
    "AWS_ENDPOINT_URL",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
    "PULUMI_IGNORE_AMBIENT_PLUGINS",
    "PULUMI_ACCESS_TOKEN",
    "PULUMI_CONFIG_PASSPHRASE_FILE",
    "PULUMI_DEBUG_PROVIDERS",
  ];
  for (const name of dangerous) {
    it(`lets no ${name} through`, () => assert.equal(of({ [name]: "x" })[name], undefined));
  }

  it("replaces what leads elsewhere", () => {
    const environment = of({
      AWS_CONFIG_FILE: "/home/u/.aws/config",
      PULUMI_BACKEND_URL: "s3://real",
      PULUMI_CONFIG_PASSPHRASE: "real",
      MLPLATFORM_LOCAL_CLOUD: "/elsewhere",
    });
    assert.equal(environment["AWS_CONFIG_FILE"], "/l/home/no-aws-config");
    assert.equal(environment["PULUMI_BACKEND_URL"], "file:///l/state?metadata=skip");
    assert.equal(environment["PULUMI_CONFIG_PASSPHRASE"], "p");
    assert.equal(environment["MLPLATFORM_LOCAL_CLOUD"], "/l/cloud");
  });
});
