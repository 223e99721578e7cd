import type { z } from 'zod'
import type { Access, FixedScope } from './access.ts'
import type { PaletteName } from './palette.ts'

/**
 * An operation of the API, said once: routes, the client's types, the OpenAPI document and the list of Palette's operations
 * follow from it.
 */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its parameters in braces. */
  path: string
  /** What Palette calls it; absent for Waybill's own. */
  palette?: PaletteName
  /** Group of the OpenAPI document. */
  tag: string
  summary: string
  description?: string
  access: Access
  /** Absent: it acts in the scope that the request names. */
  scope?: FixedScope
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** Whether the body may be as large as a document. */
  isDocument?: true
  /** OpenAPI's request body of what reads the bytes of its body itself, and so has no schema for it. */
  upload?: Readonly<Record<string, unknown>>
  /** Kind of content where it is not JSON. */
  produces?: string
  /** The one status of success, with its body. Refusals are the same everywhere (`commonErrorResponses`). */
  success: Readonly<Partial<Record<200 | 201 | 202 | 204, z.ZodType>>>
}

/** Operations of one kind of thing, by what they do. */
export type Operations = Readonly<Record<string, Readonly<Operation>>>

type Output<Declared, Part extends string> =
  Declared extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined

/** The parameters in the path, as the server reads them. */
export type ParamsOf<Declared extends Operation> = Output<Declared, 'params'>

/** The query, as the server reads it. */
export type QueryOf<Declared extends Operation> = Output<Declared, 'query'>

/** The body, as the server reads it. */
export type BodyOf<Declared extends Operation> = Output<Declared, 'body'>

/** The body, as clients send it. */
export type BodyInputOf<Declared extends Operation> =
  Declared extends Record<'body', infer Schema extends z.ZodType> ? z.input<Schema> : undefined

type SuccessOf<Declared extends Operation> = Extract<Declared['success'][keyof Declared['success']], z.ZodType>

/** What the server may answer: before the schema leaves out what it does not name. */
export type AnswerInputOf<Declared extends Operation> = z.input<SuccessOf<Declared>>

/** What clients get. */
export type AnswerOf<Declared extends Operation> = z.output<SuccessOf<Declared>>
