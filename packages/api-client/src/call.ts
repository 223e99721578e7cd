import type {
  AnswerOf,
  BodyInputOf,
  Operation,
  OperationTable,
  ParamsOf,
  QueryOf,
} from '@waybill/api-contract/operations'
import { send, type ApiRequest, type Connection } from './connection.ts'
import type { Result } from './result.ts'

/** Method and path of an operation, as the contract declares it: `GET /v1/projects/{uid}`. */
export type OperationName = keyof OperationTable

type PathPart<Declared extends Operation> =
  ParamsOf<Declared> extends undefined ? unknown : { params: ParamsOf<Declared> }

type BodyPart<Declared extends Operation> = Declared extends { upload: object }
  ? { body: FormData }
  : undefined extends BodyInputOf<Declared>
    ? { body?: BodyInputOf<Declared> }
    : { body: BodyInputOf<Declared> }

/** What an operation takes: what is in its path, its query and its body. */
export type CallInput<Name extends OperationName> = PathPart<OperationTable[Name]> &
  BodyPart<OperationTable[Name]> & {
    query?: Partial<QueryOf<OperationTable[Name]>>
    signal?: AbortSignal | undefined
  }

/** What an operation answers; nothing where it has no body. */
export type CallAnswer<Name extends OperationName> =
  AnswerOf<OperationTable[Name]> extends null ? void : AnswerOf<OperationTable[Name]>

interface AnyInput extends Omit<ApiRequest, 'method' | 'path'> {
  params?: Readonly<Record<string, string>>
}

/** Calls an operation of the contract. Only its name is code: what it takes and answers is types, so no schema is loaded. */
export function call<Name extends OperationName>(
  connection: Connection,
  operation: Name,
  input: CallInput<Name>,
): Promise<Result<CallAnswer<Name>>> {
  return send(connection, requestOf(operation, input), readAnswer<CallAnswer<Name>>)
}

/** The request of an operation, for what reads the answer by itself. */
export function requestOf<Name extends OperationName>(operation: Name, input: CallInput<Name>): ApiRequest {
  const { params, ...rest }: AnyInput = input
  const [method = '', path = ''] = operation.split(' ')
  return {
    ...rest,
    method,
    path: path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params?.[name] ?? '')),
  }
}

/** Reads a JSON answer. Its type is the contract's word: client and server are built from the same schemas. */
async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}
