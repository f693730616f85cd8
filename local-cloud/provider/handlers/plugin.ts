import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { PluginInfo, type PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import { GetSchemaResponse, ProviderHandshakeResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { StandIn } from "../stand-in";
import { answered } from "./answered";

/** What the engine asks of any plugin. */
export function pluginHandlers(name: string, version: string, standIn: StandIn) {
  return {
    handshake: answered(() => {
      const response = new ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptResources(true);
      response.setAcceptOutputs(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    attach: answered<PluginAttach, Empty>(() => new Empty()),
    getPluginInfo: answered<Empty, PluginInfo>(() => {
      const info = new PluginInfo();
      info.setVersion(version);
      return info;
    }),
    getSchema: answered(() => {
      const response = new GetSchemaResponse();
      response.setSchema(JSON.stringify({ name, version }));
      return response;
    }),
    cancel: answered<Empty, Empty>(() => {
      standIn.cancel();
      return new Empty();
    }),
  };
}
