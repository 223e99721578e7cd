import { readPersonName } from '../../platform/lists/read-name.ts'

type Names = Partial<Readonly<Record<'firstName' | 'lastName', string | null>>>

/** Either may be missing. @throws AppError InvalidRequest for characters that nobody sees */
export const readPersonNames = ({ firstName, lastName }: { [Name in keyof Names]?: Names[Name] | undefined }) => ({
  firstName: readPersonName(firstName, 'spec.firstName'),
  lastName: readPersonName(lastName, 'spec.lastName'),
})
