/** The one way out of a network without routes, DNS, held to names that AWS answers for, and recorded. */
export { DnsFirewall, type DnsFirewallArgs } from "./firewall";
export { DnsQueryLog, type DnsQueryLogArgs } from "./query-log";
