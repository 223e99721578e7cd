import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { PALETTE_OPERATIONS } from '../../../platform/openapi/palette-operations.ts'
import { as, type TestApp } from '../../test-app.ts'

export interface PaletteCall {
  path?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
  body?: object | string
  headers?: Readonly<Record<string, string>>
  /** A token instead of the administrator's key. */
  token?: string
  /** By default in the tenant, as the provider sends it. */
  inProject?: boolean
}

export interface PaletteAnswer {
  operationId: string
  status: number
  body: string
  contentType: string
  json: () => Record<string, unknown>
  uid: () => string
}

/** Calls Palette's operations by their ids, as a tenant administrator, and records every response. */
export function createPaletteCaller({ app, fixtures: { stage } }: TestApp) {
  const answers: PaletteAnswer[] = []
  const call = async (operationId: string, { path = {}, query = {}, ...rest }: PaletteCall = {}) => {
    const operation = PALETTE_OPERATIONS.find((one) => one.operationId === operationId)
    if (!operation) throw new Error(`Palette has no operation ${operationId}`)
    const url = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(path[name] ?? name))
    const search = new URLSearchParams(query)
    const options: InjectOptions = {
      method: operation.method,
      url: search.size > 0 ? `${url}?${search.toString()}` : url,
      // Go sets it on every request but GET, with or without a body.
      headers: {
        ...(rest.token === undefined
          ? as(stage.users.tenantAdmin, rest.inProject ? stage.projects.default : undefined)
          : { authorization: rest.token }),
        ...(operation.method !== 'GET' && { 'content-type': 'application/json' }),
        ...rest.headers,
      },
      ...(rest.body !== undefined && { payload: rest.body }),
    }
    const answer = toAnswer(operationId, await app.inject(options))
    answers.push(answer)
    return answer
  }
  /** Palette sends its links by mail. */
  const makePasswordToken = async (uid: string) => {
    const url = `/v1/console/users/${uid}/password-link`
    const made = await app.inject({ method: 'POST', url, headers: as(stage.users.tenantAdmin) })
    return made.json<{ link: string }>().link.split('=').at(-1) ?? ''
  }
  return { call, answers, stage, makePasswordToken }
}

export type PaletteCaller = ReturnType<typeof createPaletteCaller>

function toAnswer(operationId: string, response: LightMyRequestResponse): PaletteAnswer {
  const json = (): Record<string, unknown> => response.json()
  return {
    operationId,
    status: response.statusCode,
    body: response.body,
    contentType: String(response.headers['content-type'] ?? ''),
    json,
    uid: () => {
      const found = json()['uid']
      return typeof found === 'string' ? found : 'none'
    },
  }
}
