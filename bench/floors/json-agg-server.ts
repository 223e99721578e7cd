import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'

// Answers any request with the metadata of all profiles as JSON built by the database: the least that listing them
// costs.

export interface JsonAggSetup {
  databaseUrl: string
  tenantUid: string
}

const { databaseUrl, tenantUid } = workerData as JsonAggSetup
const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()

const statement = {
  name: 'metadata',
  text: `SELECT json_build_object('items', json_agg(json_build_object('metadata', json_build_object('uid', uid, 'name', name),
      'spec', json_build_object('cloudType', cloud_type, 'version', version)) ORDER BY name, version_key DESC))::text AS body
    FROM profiles WHERE tenant_uid = $1 AND scope_uid = $1`,
  values: [tenantUid],
}
const server = createServer((_request, reply) => {
  void client.query<{ body: string }>(statement).then(({ rows }) => reply.end(rows[0]?.body))
})
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
