// Registers, fetches, checks and converts through the package @kafkajs/confluent-schema-registry.
// The registry's address is the first argument. Ends with 0 when everything is as a user of the
// package expects.
import assert from 'node:assert/strict'
import kafkajs from '@kafkajs/confluent-schema-registry'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const { COMPATIBILITY, SchemaRegistry, SchemaType } = kafkajs
const registry = new SchemaRegistry({ host: process.argv[2], retry: { retries: 0 } })
const subject = 'npm/driver messages-value'

const object = (...names) => ({
  type: SchemaType.JSON,
  schema: JSON.stringify({
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name, { type: 'string' }])),
  }),
})
const options = { subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE }

// Registers; the same content has the same id.
const { id } = await registry.register(object('driver', 'text'), options)
assert.ok(id > 0)
assert.equal((await registry.register(object('driver', 'text'), options)).id, id)

// Fetches.
const fresh = new SchemaRegistry({ host: process.argv[2], retry: { retries: 0 } })
assert.equal(await fresh.getLatestSchemaId(subject), id)
assert.equal(await fresh.getRegistryId(subject, 1), id)
assert.equal(await fresh.getRegistryIdBySchema(subject, object('driver', 'text')), id)
assert.ok(await fresh.getSchema(id))

// Writes and reads messages: a zero byte, the id, JSON.
const message = { driver: 'D-0001', text: 'gate 7' }
const bytes = await registry.encode(id, message)
assert.equal(bytes[0], 0)
assert.equal(bytes.readInt32BE(1), id)
assert.deepEqual(await fresh.decode(bytes), message)
await assert.rejects(registry.encode(id, { driver: 7 }))

// Checks compatibility.
const compatible = async schema =>
  (
    await registry.api.Subject.compatible({
      subject,
      version: 'latest',
      body: { schemaType: schema.type, schema: schema.schema },
    })
  ).data().is_compatible
assert.equal(await compatible(object('driver', 'text', 'urgent')), true)
assert.equal(await compatible(object('driver')), false)

// Is refused, with the reason.
await assert.rejects(registry.register(object('driver'), options), error => {
  assert.equal(error.status, 409)
  assert.match(error.message, /incompatible with an earlier schema/)
  assert.match(error.message, /\/properties\/text/)
  return true
})
await assert.rejects(
  registry.register(object('driver'), { subject, compatibility: COMPATIBILITY.BACKWARD }),
  /Compatibility does not match the configuration \(BACKWARD != FULL_TRANSITIVE\)/,
)
await assert.rejects(fresh.getSchema(4711), /Schema 4711 not found/)

// Grows.
const second = await registry.register(object('driver', 'text', 'urgent'), options)
assert.ok(second.id > id)
assert.equal(await fresh.getRegistryId(subject, 2), second.id)

// Writes and reads an event of the platform by its own contract, which is of draft 2020-12.
const ajvInstance = addFormats(new Ajv2020({ strict: false }))
const platform = new SchemaRegistry(
  { host: process.argv[2], retry: { retries: 0 } },
  { [SchemaType.JSON]: { ajvInstance } },
)
const contract = await platform.getLatestSchemaId('northwind.planning.v1.LoadCompleted')
const event = {
  loadId: 'L-1',
  assignmentNo: 1,
  driverId: 'D-0001',
  completedTime: '2026-11-22T05:31:07.120Z',
}
assert.deepEqual(await platform.decode(await platform.encode(contract, event)), event)
await assert.rejects(platform.encode(contract, { ...event, assignmentNo: 0 }))

console.log(`ids ${id} and ${second.id}, contract ${contract}: as expected`)
