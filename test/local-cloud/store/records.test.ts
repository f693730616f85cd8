import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  allRecords,
  createRecord,
  recordOf,
  recordWithId,
  removeRecord,
  replaceRecord,
  TakenError,
  type CloudRecord,
} from "../../../local-cloud/store/records";
import { temporaryCloud } from "../provider/plugin";

const PLACE = { account: "111111111111", region: "eu-central-1" };
const RECORD: CloudRecord = {
  type: "aws:x/y:Y",
  id: "id-1",
  urn: "urn:pulumi:dev::p::aws:x/y:Y::one",
  ...PLACE,
  key: "../../etc/passwd",
  place: PLACE,
  inputs: { a: 1 },
  outputs: { a: 1, b: 2 },
};

describe("the records of the local cloud", () => {
  let cloud: ReturnType<typeof temporaryCloud>;

  beforeEach(() => {
    cloud = temporaryCloud();
    process.env.MLPLATFORM_LOCAL_CLOUD = cloud.folder;
  });

  afterEach(() => {
    delete process.env.MLPLATFORM_LOCAL_CLOUD;
    cloud.remove();
  });

  it("are found by key and id, by id alone, and not under another id, type, account or region", () => {
    createRecord(RECORD);
    assert.deepEqual(recordOf(PLACE, RECORD.type, "id-1", RECORD.key), RECORD);
    assert.equal(recordOf(PLACE, RECORD.type, "id-2", RECORD.key), undefined);
    assert.deepEqual(recordWithId(PLACE, RECORD.type, "id-1"), RECORD);
    assert.equal(recordWithId(PLACE, RECORD.type, "id-2"), undefined);
    assert.equal(recordWithId(PLACE, "aws:x/y:Z", "id-1"), undefined);
    assert.equal(recordWithId({ ...PLACE, region: "eu-west-1" }, RECORD.type, "id-1"), undefined);
    assert.equal(recordWithId({ ...PLACE, account: "222222222222" }, RECORD.type, "id-1"), undefined);
  });

  it("are not guessed at when two have the id", () => {
    createRecord(RECORD);
    createRecord({ ...RECORD, key: "another" });
    assert.equal(recordWithId(PLACE, RECORD.type, "id-1"), undefined);
    assert.deepEqual(recordOf(PLACE, RECORD.type, "id-1", "another"), { ...RECORD, key: "another" });
  });

  it("keep a key for one, and say for which", () => {
    createRecord(RECORD);
    assert.throws(
      () => createRecord({ ...RECORD, id: "id-2", urn: "urn:other" }),
      (error) => error instanceof TakenError && error.holder.urn === RECORD.urn,
    );
    assert.deepEqual(allRecords(), [RECORD]);
    removeRecord(RECORD);
    removeRecord(RECORD);
    createRecord({ ...RECORD, id: "id-2" });
    assert.equal(allRecords()[0]?.id, "id-2");
  });

  it("are written over whole, stay inside their folder, and leave nothing beside them", () => {
    createRecord(RECORD);
    replaceRecord({ ...RECORD, outputs: { c: 3 } });
    assert.deepEqual(allRecords(), [{ ...RECORD, outputs: { c: 3 } }]);
    const folder = join(cloud.folder, "records", PLACE.account, PLACE.region, "aws.x.y.Y");
    assert.deepEqual(
      readdirSync(folder).map((name) => name.replace(/^[0-9a-f]{32}/, "<hash>")),
      ["<hash>.json"],
    );
  });

  it("are none in a cloud that was never used", () => {
    assert.deepEqual(allRecords(), []);
    assert.equal(recordWithId(PLACE, RECORD.type, "id-1"), undefined);
  });
});
