/** What a body is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

export const isJsonObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Stands in a value for a number that JavaScript has no literal of, and is written as JSON allows it. */
export const HUGE_NUMBER = '(a huge number)'

export const toJsonText = (value: Json): string => JSON.stringify(value).replaceAll(`"${HUGE_NUMBER}"`, '1e309')
