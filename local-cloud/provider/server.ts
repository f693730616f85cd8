import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { configurationHandlers } from "./handlers/configuration";
import { pluginHandlers } from "./handlers/plugin";
import { resourceHandlers } from "./handlers/resource";
import type { StandIn } from "./stand-in";

/** The engine's own limit for messages, in bytes: `sdk/go/common/util/rpcutil` of pulumi/pulumi. */
const MESSAGE_BYTES = 400 * 1024 * 1024;

/**
 * Serves a stand-in over Pulumi's provider protocol on this machine's loopback address.
 * @returns The port, which the engine waits for on standard output.
 */
export function serve(name: string, version: string, standIn: StandIn): Promise<number> {
  const server = new grpc.Server({
    "grpc.max_receive_message_length": MESSAGE_BYTES,
    "grpc.max_send_message_length": MESSAGE_BYTES,
  });
  server.addService(ResourceProviderService, {
    ...pluginHandlers(name, version, standIn),
    ...configurationHandlers(standIn),
    ...resourceHandlers(standIn),
  });
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
