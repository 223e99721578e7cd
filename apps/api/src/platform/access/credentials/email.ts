import { z } from 'zod'

/** What the contract takes of administrators too. */
const addressSchema = z.email().max(320)

export const isEmail = (text: string): boolean => addressSchema.safeParse(text).success

/** As e-mails are stored and found. ASCII alone: Unicode folds other letters, such as the Kelvin sign, to those of somebody else. */
export const foldEmail = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
