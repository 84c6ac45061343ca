// Checks YAML files by a JSON Schema with ajv: `node ajv.mjs SCHEMA FILE …`. Exit code 1 where one does
// not follow it. YAML's core schema leaves days as text, as the JSON Schema takes them.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import yaml from "js-yaml";

const [schema, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: false });
formats(ajv);
const follows = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
for (const file of files) {
  const data = yaml.load(readFileSync(file, "utf8"), { schema: yaml.CORE_SCHEMA });
  if (!follows(data)) {
    console.log(file, ajv.errorsText(follows.errors));
    process.exitCode = 1;
  }
}
