import type { AnswerOf, BodyInputOf, Operation, operations, ParamsOf, QueryOf } from '@waybill/api-contract/operations'
import { send, type ApiRequest, type Connection } from './connection.ts'
import { type ReceivedFile, readFile } from './received-file.ts'
import { addresses } from './operation-addresses.ts'
import type { Answer } from './result.ts'

type Params<Declared extends Operation> =
  ParamsOf<Declared> extends undefined ? unknown : { params: ParamsOf<Declared> }

type Body<Declared extends Operation> = Declared extends { upload: object }
  ? { body: FormData }
  : undefined extends BodyInputOf<Declared>
    ? { body?: BodyInputOf<Declared> }
    : { body: BodyInputOf<Declared> }

/** The input of an operation: path parameters, query and body. */
type Input<Declared extends Operation> = Params<Declared> &
  Body<Declared> & { query?: Partial<QueryOf<Declared>>; signal?: AbortSignal | undefined }

type Value<Declared extends Operation> = Declared extends { produces: string }
  ? ReceivedFile
  : AnswerOf<Declared> extends null
    ? void
    : AnswerOf<Declared>

type Call<Declared extends Operation> =
  Record<never, never> extends Input<Declared>
    ? (connection: Connection, input?: Input<Declared>) => Promise<Answer<Value<Declared>>>
    : (connection: Connection, input: Input<Declared>) => Promise<Answer<Value<Declared>>>

type Groups = typeof operations

/** Every operation of the contract as a function, under the names of its declaration. */
export type Api = {
  readonly [Group in keyof Groups]: {
    readonly [Name in keyof Groups[Group]]: Groups[Group][Name] extends Operation ? Call<Groups[Group][Name]> : never
  }
}

interface AnyInput extends Omit<ApiRequest, 'method' | 'path'> {
  params?: Readonly<Record<string, string>>
}

/**
 * Calls an operation of the contract: `api.profiles.get(connection, { params: { uid } })`. Input and result have the
 * types of its declaration without checking, because client and server are built from the same contract.
 */
export const api = Object.fromEntries(
  Object.entries(addresses).map(([group, names]) => [group, callsOf(names)]),
) as unknown as Api

function callsOf(names: Readonly<Record<string, string>>) {
  const calls = Object.entries(names).map(([name, address]) => {
    const call = (connection: Connection, input?: AnyInput) => send(connection, requestOf(address, input), readAnswer)
    return [name, call] as const
  })
  return Object.fromEntries(calls)
}

/** The request of an operation, for callers that read the response in their own way. */
export function requestOf(address: string, { params, ...rest }: AnyInput = {}): ApiRequest {
  const [method = '', path = ''] = address.split(' ')
  return {
    ...rest,
    method,
    path: path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params?.[name] ?? '')),
  }
}

/** A response sent as an attachment is read as a file whatever its content; any other as JSON. */
async function readAnswer(response: Response): Promise<unknown> {
  if (response.headers.has('content-disposition')) return readFile(response, await response.blob())
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}
