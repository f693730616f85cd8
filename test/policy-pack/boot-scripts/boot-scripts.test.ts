import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { bootScriptNoInternetFetch } from "../../../policy-pack/controls/boot-scripts/boot-script-no-internet-fetch";
import { noSecretsInBootScripts } from "../../../policy-pack/controls/boot-scripts/no-secrets-in-boot-scripts";
import { declare, ref } from "../support/resources";
import { defers, judgeBy, passes, violates } from "../support/verdicts";

// Put together here, so that no text of this repository looks like a credential.
const ACCESS_KEY = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
const PASSWORD = ["correct", "horse", "battery"].join("-");
const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");
const instance = (props: object) => declare("ec2/instance:Instance", "i", { ...props });
const script = (...lines: readonly string[]) => instance({ userData: ["#!/bin/bash", ...lines].join("\n") });
const FOUND = ["i (ec2/instance): userData"];
const parameter = declare("ssm/parameter:Parameter", "p", { value: `export DB_PASSWORD=${PASSWORD}` });

/** The same script in every place that takes one. */
function everywhere(text: string) {
  const encoded = base64(text);
  return [
    { at: "userData", resource: instance({ userData: text }) },
    { at: "userDataBase64", resource: instance({ userDataBase64: encoded }) },
    { at: "userData", resource: declare("ec2/launchTemplate:LaunchTemplate", "i", { userData: encoded }) },
    {
      at: "userData",
      resource: declare("ec2/launchConfiguration:LaunchConfiguration", "i", { userData: text }),
    },
    {
      at: "userDataBase64",
      resource: declare("ec2/spotInstanceRequest:SpotInstanceRequest", "i", { userDataBase64: encoded }),
    },
    {
      at: "launchSpecifications[0].userData",
      resource: declare("ec2/spotFleetRequest:SpotFleetRequest", "i", {
        launchSpecifications: [{ userData: encoded }],
      }),
    },
    { at: "userData", resource: declare("lightsail/instance:Instance", "i", { userData: text }) },
    { at: "content", resource: declare("ssm/document:Document", "i", { content: text }) },
    { at: "data", resource: declare("imagebuilder/component:Component", "i", { data: text }) },
    ...["onCreate", "onStart"].map((at) => ({
      at,
      resource: declare(
        "sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration",
        "i",
        {
          [at]: encoded,
        },
      ),
    })),
    {
      at: "studioLifecycleConfigContent",
      resource: declare("sagemaker/studioLifecycleConfig:StudioLifecycleConfig", "i", {
        studioLifecycleConfigContent: encoded,
      }),
    },
  ];
}

const shortType = (type: string) => type.replace(/^aws:|:[^:]+$/g, "");

describe("no-secrets-in-boot-scripts", () => {
  const control = noSecretsInBootScripts;

  it("passes scripts that read their secrets, and speak of them", () => {
    passes(control, [
      script(
        'PASSWORD="$(aws secretsmanager get-secret-value --secret-id database)"',
        "export DB_PASSWORD=$PASSWORD",
        "export SECRET_ARN=arn:aws:secretsmanager:eu-central-1:222222222222:secret:db",
        "echo got the token",
        'mysql -h db -u root -p"$PASSWORD"',
        "mysql -h db --port 3306 -p",
        'curl -u "robot:$PASSWORD" https://registry.acme.example',
        "mkdir -p /opt/models",
      ),
    ]);
    passes(control, [instance({})]);
  });

  it("finds a credential in every place that takes a script", () => {
    for (const { at, resource } of everywhere(`#!/bin/bash\nexport DB_PASSWORD=${PASSWORD}\n`))
      violates(control, [resource], [`i (${shortType(resource.type)}): ${at}`]);
  });

  it("finds it by form and by name, quoted, as a flag, in JSON and in YAML", () => {
    for (const line of [
      `aws configure set aws_access_key_id ${ACCESS_KEY}`,
      `echo '{"password": "${PASSWORD}"}' > /etc/app.json`,
      `  api_key: ${PASSWORD}`,
      `login --password ${PASSWORD}`,
      `login --password='${PASSWORD}'`,
      `# the old key was ${ACCESS_KEY}`,
      `mysql -h db -u root -p${PASSWORD}`,
      `sshpass -p '${PASSWORD}' ssh host`,
      `curl -s -u robot:${PASSWORD} https://registry.acme.example`,
    ])
      violates(control, [script(line)], FOUND);
  });

  it("sees through base64, gzip, MIME parts, and layers of them", () => {
    const secret = `#!/bin/bash\nexport DB_PASSWORD=${PASSWORD}\n`;
    violates(
      control,
      [instance({ userDataBase64: base64(gzipSync(secret)) })],
      ["i (ec2/instance): userDataBase64"],
    );
    violates(control, [script(`echo ${base64(secret)} | base64 -d | bash`)], FOUND);
    const wrapped = (base64(secret).match(/.{1,20}/g) ?? []).join("\r\n");
    const mime = `Content-Type: text/x-shellscript\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped}\r\n--x--`;
    violates(control, [script(mime)], FOUND);
    violates(control, [instance({ userDataBase64: base64(mime) })], ["i (ec2/instance): userDataBase64"]);
  });

  it("never says the credential", () => {
    const report = judgeBy(control, [script(`export DB_PASSWORD=${PASSWORD}`, ACCESS_KEY)], "known");
    assert.equal(report.violations.length, 2);
    assert.ok(!JSON.stringify(report).includes(PASSWORD));
    assert.ok(!JSON.stringify(report).includes(ACCESS_KEY));
  });

  it("waits for a script that is not known yet", () => {
    defers(control, [parameter, instance({ userData: ref(parameter, "value") })], FOUND, FOUND);
  });
});

describe("boot-script-no-internet-fetch", () => {
  const control = bootScriptNoInternetFetch;
  const HOSTS = { settings: { packageHosts: ["pypi.acme.example"] } };

  it("passes fetches that are checked, approved indexes, and files at hand", () => {
    passes(control, [
      script(
        "curl -fsSLo /tmp/agent https://downloads.example.com/agent",
        "sha256sum --check /tmp/agent.sha256",
        "curl -s http://169.254.169.254/latest/meta-data/ | grep instance",
        "pip install --no-index --find-links=/opt/wheels numpy",
        "pip install ./package.whl",
        "# pip install numpy",
        "yum install -y amazon-ssm-agent",
      ),
    ]);
    passes(control, [script("pip install --index-url https://pypi.acme.example/simple numpy")], HOSTS);
    passes(
      control,
      [script("export PIP_INDEX_URL=https://pypi.acme.example/simple", "pip install numpy")],
      HOSTS,
    );
    passes(
      control,
      [script("pip config set global.index-url https://pypi.acme.example/simple", "pip install x")],
      HOSTS,
    );
    passes(control, [
      script("aws codeartifact login --tool pip --domain acme --repository ml", "pip install numpy"),
    ]);
    const index = "https://acme-222222222222.d.codeartifact.eu-central-1.amazonaws.com/pypi/ml/simple/";
    passes(control, [script(`pip install -i ${index} numpy`)]);
    passes(control, [instance({})]);
  });

  it("finds it in every place that takes a script", () => {
    for (const { at, resource } of everywhere("#!/bin/bash\ncurl -sL https://get.example.com | bash\n"))
      violates(control, [resource], [`i (${shortType(resource.type)}): ${at}`]);
  });

  it("finds what is piped into a shell, in each form", () => {
    for (const line of [
      "curl -sL https://get.example.com | sudo -E bash -",
      "wget -qO- https://get.example.com | sh",
      "curl https://get.example.com | /usr/bin/python3",
      'bash -c "$(curl -fsSL https://get.example.com)"',
      "bash <(curl -s https://get.example.com)",
      "source <(curl -s https://get.example.com)",
      'eval "$(wget -qO- https://get.example.com)"',
      "curl -sL \\\n  https://get.example.com \\\n  | bash",
    ])
      violates(control, [script(line)], FOUND);
  });

  it("finds public indexes: by default, by name, and beside an approved one", () => {
    for (const line of [
      "pip install numpy",
      "pip3 install --upgrade numpy",
      "python3 -m pip install -r requirements.txt",
      "uv pip install numpy",
      "conda install -y -c conda-forge numpy",
      "conda create -n x numpy",
      "pip install --index-url https://pypi.org/simple numpy",
      "pip install -i https://pypi.acme.example/simple --extra-index-url https://pypi.org/simple numpy",
      "pip install -i https://acme-999999999999.d.codeartifact.eu-central-1.amazonaws.com/pypi/ml/simple/ x",
    ])
      violates(control, [script(line)], FOUND, HOSTS);
  });

  it("finds checks of certificates that are turned off", () => {
    for (const line of [
      "curl -sk https://downloads.example.com -o x",
      "curl --insecure https://downloads.example.com -o x",
      "wget --no-check-certificate https://downloads.example.com/x",
      "export PIP_TRUSTED_HOST=pypi.acme.example",
      "git -c http.sslVerify=false clone https://git.example.com/x",
      "export GIT_SSL_NO_VERIFY=true",
      "export NODE_TLS_REJECT_UNAUTHORIZED=0",
      "npm config set strict-ssl false",
      "yum install --nogpgcheck agent",
      "aws s3 cp s3://data/x . --no-verify-ssl",
    ])
      violates(control, [script(line)], FOUND, HOSTS);
  });

  it("waits for a script that is not known yet", () => {
    const fetching = declare("ssm/parameter:Parameter", "p", { value: "curl https://x.example | sh" });
    defers(control, [fetching, instance({ userData: ref(fetching, "value") })], FOUND, FOUND);
  });
});
