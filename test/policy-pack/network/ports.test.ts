import assert from "node:assert/strict";
import { known, UNKNOWN, UNSET } from "../../../policy-pack/contract/value";
import {
  opensEveryPort,
  opensPort,
  portsInWords,
  portsOf,
  shareAPort,
} from "../../../policy-pack/network/ports";

const tcp = (from: number | string, to: number | string) => portsOf(known("tcp"), known(from), known(to));

describe("ports", () => {
  it("are all of every protocol for -1, whatever the ports say", () => {
    for (const protocol of [known("-1"), known(-1), known("all"), UNSET]) {
      assert.deepEqual(portsOf(protocol, known(443), known(443)), { kind: "all" });
    }
  });

  it("are a range, by name or number of the protocol", () => {
    const https = { kind: "range", protocol: "tcp", from: 443, to: 443 };
    assert.deepEqual(tcp(443, 443), https);
    assert.deepEqual(portsOf(known("6"), known("443"), known("443")), https);
    assert.deepEqual(portsOf(known("TCP"), known(443), known(443)), https);
  });

  it("are every port when left out or -1", () => {
    assert.equal(opensEveryPort(portsOf(known("tcp"), UNSET, UNSET)), true);
    assert.equal(opensEveryPort(tcp(-1, -1)), true);
    assert.equal(opensEveryPort(tcp(0, 65535)), true);
    assert.equal(opensEveryPort(tcp(1024, 65535)), false);
    assert.equal(opensEveryPort(portsOf(known("50"), UNSET, UNSET)), false);
  });

  it("are unknown when protocol or ports are", () => {
    assert.deepEqual(portsOf(UNKNOWN, known(1), known(1)), { kind: "unknown" });
    assert.deepEqual(portsOf(known("tcp"), UNKNOWN, known(1)), { kind: "unknown" });
    assert.deepEqual(portsOf(known("-1"), UNKNOWN, UNKNOWN), { kind: "all" });
  });

  it("contain a port by containment, and of their own protocol", () => {
    assert.equal(opensPort(tcp(20, 25), 22), true);
    assert.equal(opensPort(tcp(23, 25), 22), false);
    assert.equal(opensPort(portsOf(known("udp"), known(0), known(65535)), 22), false);
    assert.equal(shareAPort(tcp(1, 10), tcp(10, 20)), true);
    assert.equal(shareAPort(tcp(1, 10), tcp(11, 20)), false);
  });

  it("are said in words", () => {
    assert.equal(portsInWords(tcp(443, 443)), "tcp 443");
    assert.equal(portsInWords(tcp(1, 2)), "tcp 1-2");
    assert.equal(portsInWords({ kind: "all" }), "every port of every protocol");
    assert.equal(portsInWords(portsOf(known("50"), UNSET, UNSET)), "protocol 50");
    assert.equal(portsInWords(portsOf(known("icmp"), known(-1), known(-1))), "icmp");
  });
});
