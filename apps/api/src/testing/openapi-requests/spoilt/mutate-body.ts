import fc from 'fast-check'
import { latin1, type ApiBody } from '../api-request.ts'
import { changedAt, countPlaces, type Change } from './change-value.ts'
import { CONTENT_TYPES, HOSTILE_NAMES, HOSTILE_TEXTS, HOSTILE_VALUES, RAW_TEXTS } from './hostile-values.ts'
import { isJsonObject, toJsonText, type Json } from '../json-value.ts'

type JsonBody = Extract<ApiBody, { kind: 'json' }>
type FormBody = Extract<ApiBody, { kind: 'form' }>

/** Bodies that differ from the given one in one place, or completely. */
export function mutatedBody(body: ApiBody): fc.Arbitrary<ApiBody> {
  switch (body.kind) {
    case 'json':
      return fc.oneof(
        { weight: 6, arbitrary: changedBody(body) },
        { weight: 1, arbitrary: cutOff(body) },
        { weight: 1, arbitrary: mislabelled(body) },
        { weight: 1, arbitrary: rawBody },
      )
    case 'form':
      return fc.oneof({ weight: 6, arbitrary: changedForm(body) }, { weight: 1, arbitrary: rawBody })
    default:
      return rawBody
  }
}

const hostileValue = fc.constantFrom(...HOSTILE_VALUES)
const contentType = fc.constantFrom(...CONTENT_TYPES)

const rawBody = fc.record({ kind: fc.constant('raw' as const), contentType, text: fc.constantFrom(...RAW_TEXTS) })

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: hostileValue.map((value) => () => value) },
  { weight: 2, arbitrary: fc.constant(() => undefined) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...HOSTILE_NAMES), hostileValue).map(addField) },
  { weight: 1, arbitrary: fc.constant((value: Json) => [value, value]) },
)

function addField([name, field]: [name: string, field: Json]): Change {
  return (value) => {
    if (isJsonObject(value)) return Object.fromEntries([...Object.entries(value), [name, field]])
    return Array.isArray(value) ? [...value, field] : { [name]: field }
  }
}

const changedBody = ({ value }: JsonBody): fc.Arbitrary<ApiBody> =>
  fc.tuple(fc.nat({ max: countPlaces(value) - 1 }), change).map(([at, made]) => {
    const changed = changedAt(value, at, made)
    return changed === undefined ? { kind: 'none' } : { kind: 'json', value: changed }
  })

function cutOff({ value }: JsonBody): fc.Arbitrary<ApiBody> {
  const text = latin1(toJsonText(value))
  return fc
    .nat({ max: text.length })
    .map((length) => ({ kind: 'raw', contentType: 'application/json', text: text.slice(0, length) }))
}

const mislabelled = ({ value }: JsonBody): fc.Arbitrary<ApiBody> =>
  contentType.map((label) => ({ kind: 'raw', contentType: label, text: latin1(toJsonText(value)) }))

/** One part with other content, with another name, or removed. */
function changedForm({ parts }: FormBody): fc.Arbitrary<ApiBody> {
  const names = fc.constantFrom(...HOSTILE_TEXTS.map((text) => text.replaceAll(/["\r\n]/g, '')))
  return fc.nat({ max: parts.length - 1 }).chain((index) => {
    const [part, others] = [parts[index], parts.filter((_part, at) => at !== index)]
    if (!part) return fc.constant({ kind: 'form', parts: others })
    const value: Json = JSON.parse(String(part.content))
    const content = fc.tuple(fc.nat({ max: countPlaces(value) - 1 }), change).map(([at, made]) => {
      const changed = changedAt(value, at, made)
      return changed === undefined ? [] : [{ ...part, content: toJsonText(changed) }]
    })
    const renamed = names.map((name) => [{ ...part, name }])
    return fc
      .oneof({ weight: 4, arbitrary: content }, { weight: 1, arbitrary: renamed })
      .map((made): ApiBody => ({ kind: 'form', parts: [...others, ...made] }))
  })
}
