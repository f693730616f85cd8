import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import {
  CheckResponse,
  CreateResponse,
  ReadResponse,
  UpdateResponse,
  type CheckRequest,
  type CreateRequest,
  type DeleteRequest,
  type DiffRequest,
  type DiffResponse,
  type ReadRequest,
  type UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import type { StandIn, Target } from "../stand-in";
import { answered, properties, struct } from "./answered";
import { autonamingOf, checkFailure, differenceResponse } from "./messages";

/** What the engine does with resources. */
export function resourceHandlers(standIn: StandIn) {
  return {
    check: answered<CheckRequest, CheckResponse>((request) => {
      const seed = Buffer.from(request.getRandomseed_asU8());
      const olds = properties(request.getOlds());
      const checked = standIn.check(
        target(request),
        olds,
        properties(request.getNews()),
        seed,
        autonamingOf(request),
      );
      const response = new CheckResponse();
      response.setInputs(struct(checked.inputs));
      response.setFailuresList(checked.failures.map(checkFailure));
      return response;
    }),
    diff: answered<DiffRequest, DiffResponse>((request) => {
      const olds = properties(request.getOldInputs() ?? request.getOlds());
      return differenceResponse(standIn.diff(target(request), olds, properties(request.getNews())));
    }),
    create: answered<CreateRequest, CreateResponse>(async (request) => {
      const created = await standIn.create(
        target(request),
        properties(request.getProperties()),
        request.getPreview(),
      );
      const response = new CreateResponse();
      response.setId(created.id);
      response.setProperties(struct(created.outputs));
      return response;
    }),
    read: answered<ReadRequest, ReadResponse>((request) => {
      const known = { inputs: properties(request.getInputs()), outputs: properties(request.getProperties()) };
      const existing = standIn.read(target(request), request.getId(), known);
      const response = new ReadResponse();
      if (!existing) return response;
      response.setId(existing.id);
      response.setInputs(struct(existing.inputs));
      response.setProperties(struct(existing.outputs));
      return response;
    }),
    update: answered<UpdateRequest, UpdateResponse>(async (request) => {
      const known = { inputs: properties(request.getOldInputs()), outputs: properties(request.getOlds()) };
      const news = properties(request.getNews());
      const outputs = await standIn.update(
        target(request),
        request.getId(),
        known,
        news,
        request.getPreview(),
      );
      const response = new UpdateResponse();
      response.setProperties(struct(outputs));
      return response;
    }),
    delete: answered<DeleteRequest, Empty>(async (request) => {
      await standIn.delete(target(request), request.getId(), {
        outputs: properties(request.getProperties()),
      });
      return new Empty();
    }),
  };
}

/** The last two parts of a URN are type and name; of the type, the last of the chain of parents. */
function target(request: { getUrn(): string }): Target {
  const urn = request.getUrn();
  const [, , types = "", ...name] = urn.split("::");
  return { urn, type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}
