import { nfwDomainAllowlist as control } from "../../../policy-pack/controls/egress-inspection/nfw-domain-allowlist";
import { declare } from "../support/resources";
import { passes, violates } from "../support/verdicts";

const TYPE = "networkfirewall/ruleGroup:RuleGroup";
const SOURCE = "ruleGroup.rulesSource";
const source = (rulesSource: object) =>
  declare(TYPE, "out", { type: "STATEFUL", ruleGroup: { rulesSource } });
const list = (targets: readonly string[], generatedRulesType = "ALLOWLIST") =>
  source({ rulesSourceList: { generatedRulesType, targetTypes: ["TLS_SNI"], targets } });
const suricata = (...lines: readonly string[]) => source({ rulesString: lines.join("\n") });
const at = (path: string) => [`out (networkfirewall/ruleGroup): ${path}`];
const target = at(`${SOURCE}.rulesSourceList.targets[0]`);

describe("nfw-domain-allowlist", () => {
  it("passes names of hosts, and of services in one's own region", () => {
    passes(control, [list(["pypi.org", ".pythonhosted.org", "acme-data.s3.eu-central-1.amazonaws.com"])]);
    passes(control, [list(["sts.eu-central-1.amazonaws.com", ".acme-data.s3.eu-central-1.amazonaws.com"])]);
  });

  it("refuses a list of what is denied", () => {
    violates(
      control,
      [list(["evil.example"], "DENYLIST")],
      at(`${SOURCE}.rulesSourceList.generatedRulesType`),
    );
  });

  for (const wide of [
    ".com",
    ".co.uk",
    "*",
    ".amazonaws.com",
    "*.amazonaws.com",
    ".s3.amazonaws.com",
    "s3.eu-central-1.amazonaws.com",
    ".s3.eu-central-1.amazonaws.com",
    ".execute-api.eu-central-1.amazonaws.com",
    ".cloudfront.net",
    ".blob.core.windows.net",
    "storage.googleapis.com",
    "transfer.sh",
    "gist.github.com",
    ".NGROK.io",
  ]) {
    it(`refuses ${wide}`, () => violates(control, [list([wide])], target));
  }

  it("holds a tier's list against the approved one, where there is one", () => {
    const settings = { approvedDomains: { prod: ["pypi.org", ".pythonhosted.org"] } };
    passes(control, [list(["pypi.org", "files.pythonhosted.org"])], { settings });
    violates(control, [list(["conda.anaconda.org"])], target, { settings });
    passes(control, [list(["conda.anaconda.org"])], { settings, tier: "dev" });
  });

  it("reads Suricata's rules", () => {
    const at443 = "$HOME_NET any -> $EXTERNAL_NET 443";
    passes(control, [
      suricata(
        `pass tls ${at443} (tls.sni; content:"pypi.org"; startswith; endswith; sid:1;)`,
        `pass tcp ${at443} (flow:not_established, to_server; sid:2;)`,
        "pass tcp $HOME_NET any -> 10.8.0.0/16 443 (sid:3;)",
        "drop tcp $HOME_NET any -> any any (sid:4;)",
      ),
    ]);
    const wrong = at(`${SOURCE}.rulesString`);
    violates(control, [suricata("pass tcp any any -> any any (sid:1;)")], wrong);
    violates(control, [suricata("pass ip $HOME_NET any -> 0.0.0.0/0 any (sid:1;)")], wrong);
    violates(control, [suricata(`pass tcp ${at443} (sid:1;)`)], wrong);
    violates(control, [suricata("pass tls any any -> \\\n any 443 (sid:1;)")], wrong);
    violates(control, [suricata("pass tls any any \\ \r\n -> any 443 \\\r\n (sid:1;)")], wrong);
    const suffix = `pass tls ${at443} (tls.sni; dotprefix; content:".amazonaws.com"; endswith; sid:1;)`;
    violates(control, [suricata(suffix)], wrong);
    const old = declare(TYPE, "out", { type: "STATEFUL", rules: "pass tcp any any -> any any (sid:1;)" });
    violates(control, [old], at("rules"));
  });

  it("wants names to end where they are compared to", () => {
    const host = (options: string) =>
      suricata(
        `pass tls $HOME_NET any -> $EXTERNAL_NET 443 (tls.sni; content:"pypi.org"; ${options} sid:1;)`,
      );
    passes(control, [host("dotprefix; endswith;")]);
    passes(control, [host("nocase; isdataat:!1,relative;")]);
    for (const options of ["", "nocase;", "startswith;"])
      violates(control, [host(options)], at(`${SOURCE}.rulesString`));
  });

  it("adds up lists of addresses, and looks behind variables", () => {
    const wrong = at(`${SOURCE}.rulesString`);
    const to = (destination: string) => `pass tcp $HOME_NET any -> ${destination} 443 (sid:1;)`;
    passes(control, [suricata(to("[10.8.0.0/16,192.0.2.0/24]"))]);
    violates(control, [suricata(to("[0.0.0.0/1,128.0.0.0/1]"))], wrong);
    violates(control, [suricata(to("[10.8.0.0/16,any]"))], wrong);
    const behind = (...definitions: readonly string[]) =>
      declare(TYPE, "out", {
        type: "STATEFUL",
        ruleGroup: {
          ruleVariables: { ipSets: [{ key: "PARTNERS", ipSet: { definitions } }] },
          rulesSource: { rulesString: to("$PARTNERS") },
        },
      });
    passes(control, [behind("192.0.2.0/24")]);
    violates(control, [behind("0.0.0.0/0")], wrong);
    violates(control, [behind("11.0.0.0/9", "11.128.0.0/9")], wrong);
  });

  it("reads rules by addresses, stateful and stateless", () => {
    const stateful = (action: string, destination: string) =>
      source({ statefulRules: [{ action, header: { destination, destinationPort: "ANY" } }] });
    passes(control, [stateful("DROP", "ANY")]);
    passes(control, [stateful("PASS", "10.0.0.0/8")]);
    violates(control, [stateful("PASS", "ANY")], at(`${SOURCE}.statefulRules[0]`));
    const stateless = (actions: readonly string[], addressDefinition: string) =>
      source({
        statelessRulesAndCustomActions: {
          statelessRules: [
            {
              priority: 1,
              ruleDefinition: { actions, matchAttributes: { destinations: [{ addressDefinition }] } },
            },
          ],
        },
      });
    passes(control, [stateless(["aws:forward_to_sfe"], "0.0.0.0/0")]);
    passes(control, [stateless(["aws:pass"], "10.0.0.0/8")]);
    violates(
      control,
      [stateless(["aws:pass"], "0.0.0.0/0")],
      at(`${SOURCE}.statelessRulesAndCustomActions.statelessRules[0]`),
    );
  });
});
