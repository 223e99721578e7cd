import { z } from 'zod'

/** The same limit as the contract's for administrators. */
const addressSchema = z.email().max(320)

export const isEmail = (text: string): boolean => addressSchema.safeParse(text).success

/**
 * The form in which e-mails are stored and looked up. Folds ASCII only: Unicode would fold other letters, such as the
 * Kelvin sign, to those of another address.
 */
export const foldEmail = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
