import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { tenantOfStatement } from '../tenant-scope.ts'

/**
 * Runs before each statement, in its transaction. With a name it is prepared once per connection, without one each
 * time.
 */
interface Prelude {
  name: string
  text: string
}

/** The setting that the tables' policies compare with (server/tenant-policies.ts). */
const SETS_TENANT = `set_config('waybill.tenant', $1, true)`
const TENANT_PRELUDE: Prelude = { name: 'waybill_tenant', text: `SELECT ${SETS_TENANT}` }

export type SessionLimits = Readonly<
  Record<'statement_timeout' | 'lock_timeout' | 'idle_in_transaction_session_timeout', number>
>

const setLimits = (limits: SessionLimits, lasts: 'session' | 'transaction') =>
  Object.entries(limits)
    .map(([name, value]) => `set_config('${name}', '${value}', ${lasts === 'transaction'})`)
    .join(', ')

const tenantAndLimitsPrelude = (limits: SessionLimits): Prelude => ({
  name: '',
  text: `SELECT ${SETS_TENANT}, ${setLimits(limits, 'transaction')}`,
})

/** These touch no rows. Nothing may delay the end of a transaction, and VACUUM cannot run inside one. */
const OF_TRANSACTIONS = /^\s*(VACUUM|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET TRANSACTION)\b/i

interface Statement extends pg.QueryConfig {
  /**
   * Noted when the statement is given to the pool: a statement that waits is sent in the async context of whoever frees
   * a connection.
   */
  tenant?: string | undefined
}

type Callback = (error: Error | null, result?: unknown) => void

/** Members of pg's connection that its types omit. */
interface Wire {
  stream: { cork: () => void; uncork: () => void }
  parse: (statement: Prelude) => void
  bind: (config: { statement: string; values: readonly string[] }) => void
  execute: (config: object) => void
}

/** pg's query class, which is meant to be extended. */
declare class PlainQuery {
  constructor(config: pg.QueryConfig, values: unknown, callback: Callback)
  queryMode: string | undefined
  submit(connection: Wire): Error | null
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: unknown): void
}
const Query = pg.Query as unknown as typeof PlainQuery

/**
 * A statement that sets its tenant in the same packet. Both run up to one Sync, which is one transaction: the setting
 * ends with the statement, or with its transaction, so no connection keeps the tenant of its previous user. It costs no
 * round trip.
 */
class TenantQuery extends Query {
  #tenant = ''
  #prelude = TENANT_PRELUDE
  #isInPrelude = false

  static of(
    config: pg.QueryConfig,
    { tenant, prelude, values, callback }: { tenant: string; prelude: Prelude; values: unknown; callback: Callback },
  ) {
    const query = new TenantQuery(config, values, callback)
    query.#tenant = tenant
    query.#prelude = prelude
    // Without parameters it would use the simple protocol, and the prelude would be a transaction of its own.
    query.queryMode = 'extended'
    return query
  }

  override submit(connection: Wire): Error | null {
    connection.stream.cork()
    try {
      this.#isInPrelude = true
      if (this.#prelude.name === '') connection.parse(this.#prelude)
      connection.bind({ statement: this.#prelude.name, values: [this.#tenant] })
      connection.execute({})
      return super.submit(connection)
    } finally {
      connection.stream.uncork()
    }
  }

  override handleDataRow(message: unknown): void {
    if (!this.#isInPrelude) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: unknown): void {
    if (this.#isInPrelude) this.#isInPrelude = false
    else super.handleCommandComplete(message, connection)
  }
}

const tellsNoTenant = ({ name, text }: Statement) =>
  typeof text !== 'string' || name === TENANT_PRELUDE.name || OF_TRANSACTIONS.test(text)

const ENDS_TRANSACTION = /^(COMMIT|ROLLBACK)$/

export interface TenantPoolConfig extends pg.PoolConfig {
  limits: SessionLimits
  /** Sessions are shared through a pooler, so every statement brings its limits along. */
  sharesSessions: boolean
}

export class TenantConnection extends pg.Client {
  readonly #prelude: Prelude
  /** The latest transaction begun on this connection. */
  transaction: { isOver: boolean } | undefined

  constructor(config: TenantPoolConfig) {
    super(config)
    this.#prelude = config.sharesSessions ? tenantAndLimitsPrelude(config.limits) : TENANT_PRELUDE
  }

  // The overloads are pg's; Prisma's adapter and the pool use only one of them.
  override query = ((config: Statement, values?: unknown, callback?: Callback) => {
    if (config.text === 'BEGIN') this.transaction = { isOver: false }
    if (this.transaction && ENDS_TRANSACTION.test(config.text)) this.transaction.isOver = true
    const tenant = config.tenant ?? tenantOfStatement()
    if (tenant === undefined || tellsNoTenant(config))
      return super.query(config as never, values as never, callback as never)
    const send = (settle: Callback) =>
      void super.query(TenantQuery.of(config, { tenant, prelude: this.#prelude, values, callback: settle }) as never)
    if (callback) return send(callback)
    return new Promise((resolve, reject) => send((error, result) => (error ? reject(error) : resolve(result))))
  }) as pg.Client['query']
}

interface TransactionNote {
  connection?: TenantConnection
  isOver?: boolean
}

export class TenantPool extends pg.Pool {
  readonly #noted = new AsyncLocalStorage<TransactionNote>()

  /** Notes the connection lent to `run`, a transaction, which gets no second one until it is over. */
  async noteConnection<Result>(run: (noted: () => TenantConnection | undefined) => Promise<Result>): Promise<Result> {
    this.#refuseBeside()
    const note: TransactionNote = {}
    try {
      return await this.#noted.run(note, () => run(() => note.connection))
    } finally {
      note.isOver = true
    }
  }

  /**
   * Such a statement would survive the transaction's rollback, and would wait for a connection while holding one.
   * Always our bug.
   */
  #refuseBeside() {
    const note = this.#noted.getStore()
    if (note?.connection && !note.isOver) throw new Error('a statement inside a transaction was not sent by it')
  }

  override connect = ((callback?: (...lent: unknown[]) => void) => {
    if (callback) return super.connect(callback)
    this.#refuseBeside()
    const note = this.#noted.getStore()
    return super.connect().then((connection) => {
      if (note && connection instanceof TenantConnection) note.connection ??= connection
      return connection
    })
  }) as pg.Pool['connect']
  override query = ((config: Statement, values?: unknown, callback?: unknown) => {
    this.#refuseBeside()
    return super.query({ tenant: tenantOfStatement(), ...config } as never, values as never, callback as never)
  }) as pg.Pool['query']
}

/** Connections whose statements carry the tenant of their async context (tenant-scope.ts). */
export function createTenantPool(config: TenantPoolConfig): TenantPool {
  // The pool waits for this before it lends a connection; pg's types do not know that it may be async.
  const onConnect = async (client: pg.ClientBase) => {
    if (config.sharesSessions) return
    await client.query(TENANT_PRELUDE, [''])
    // Not as startup parameters, which poolers refuse.
    await client.query(`SELECT ${setLimits(config.limits, 'session')}`)
  }
  const options: object = { ...config, Client: TenantConnection, onConnect }
  const pool = new TenantPool(options)
  // A lost idle connection is replaced; without a listener Node.js would end the process.
  pool.on('error', () => undefined)
  return pool
}
