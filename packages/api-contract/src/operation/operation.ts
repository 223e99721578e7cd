import type { z } from 'zod'
import type { Access, FixedScope } from './access.ts'
import type { PaletteName } from './palette.ts'

/**
 * An operation of the API, declared once: the routes, the client's types, the OpenAPI document and the list of
 * Palette's operations are derived from it.
 */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with its parameters in braces. */
  path: string
  /** Its name in Palette's specification; absent for Waybill's own operations. */
  palette?: PaletteName
  /** Its group in the OpenAPI document. */
  tag: string
  summary: string
  description?: string
  access: Access
  /** Absent when it acts in the scope that the request names. */
  scope?: FixedScope
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** Whether the body may be as large as a document. */
  isDocument?: true
  /** The request body for the OpenAPI document, when the server reads the body as bytes and so has no schema for it. */
  upload?: Readonly<Record<string, unknown>>
  /** The content type, if it is not JSON. */
  produces?: string
  /** The one success status and its body. Refusals are the same for all operations (`commonErrorResponses`). */
  success: Readonly<Partial<Record<200 | 201 | 202 | 204, z.ZodType>>>
}

/** The operations of one kind of resource, by name. */
export type Operations = Readonly<Record<string, Readonly<Operation>>>

type Output<Declared, Part extends string> =
  Declared extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : undefined

/** The path parameters, as parsed by the server. */
export type ParamsOf<Declared extends Operation> = Output<Declared, 'params'>

/** The query, as parsed by the server. */
export type QueryOf<Declared extends Operation> = Output<Declared, 'query'>

/** The body, as parsed by the server. */
export type BodyOf<Declared extends Operation> = Output<Declared, 'body'>

/** The body, as sent by clients. */
export type BodyInputOf<Declared extends Operation> =
  Declared extends Record<'body', infer Schema extends z.ZodType> ? z.input<Schema> : undefined

type SuccessOf<Declared extends Operation> = Extract<Declared['success'][keyof Declared['success']], z.ZodType>

/** The server's response before the schema removes fields that it does not declare. */
export type AnswerInputOf<Declared extends Operation> = z.input<SuccessOf<Declared>>

/** The response that clients receive. */
export type AnswerOf<Declared extends Operation> = z.output<SuccessOf<Declared>>
