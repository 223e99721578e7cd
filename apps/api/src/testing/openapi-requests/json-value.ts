/** The values that a body consists of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

export const isJsonObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Represents a number that JavaScript has no literal for; it is written as JSON allows. */
export const HUGE_NUMBER = '(a huge number)'

export const toJsonText = (value: Json): string => JSON.stringify(value).replaceAll(`"${HUGE_NUMBER}"`, '1e309')
