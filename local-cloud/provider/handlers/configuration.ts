import {
  CheckResponse,
  ConfigureResponse,
  DiffResponse,
  InvokeResponse,
  type CheckRequest,
  type ConfigureRequest,
  type DiffRequest,
  type InvokeRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { propertyChanges } from "../property-diff";
import type { StandIn } from "../stand-in";
import { plain } from "../values";
import { answered, properties, struct } from "./answered";

/** The provider's own settings, and the data sources that depend on nothing else. */
export function configurationHandlers(standIn: StandIn) {
  return {
    checkConfig: answered<CheckRequest, CheckResponse>((request) => {
      const response = new CheckResponse();
      response.setInputs(request.getNews());
      return response;
    }),
    // No setting replaces a provider: as in version 7 of the AWS provider, resources know their region themselves.
    diffConfig: answered<DiffRequest, DiffResponse>((request) => {
      const olds = plain<Record<string, unknown>>(properties(request.getOldInputs() ?? request.getOlds()));
      const changes = propertyChanges(olds, plain(properties(request.getNews())));
      const response = new DiffResponse();
      response.setChanges(
        changes.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE,
      );
      response.setDiffsList([...new Set(changes.map(({ property }) => property))]);
      return response;
    }),
    configure: answered<ConfigureRequest, ConfigureResponse>((request) => {
      standIn.configure(properties(request.getArgs()));
      const response = new ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setAcceptresources(true);
      response.setAcceptoutputs(true);
      response.setSupportspreview(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
    invoke: answered<InvokeRequest, InvokeResponse>((request) => {
      const response = new InvokeResponse();
      response.setReturn(struct(standIn.invoke(request.getTok(), properties(request.getArgs()))));
      return response;
    }),
  };
}
