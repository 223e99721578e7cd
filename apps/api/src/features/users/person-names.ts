import { readPersonName } from '../../platform/lists/read-name.ts'

type Names = Partial<Readonly<Record<'firstName' | 'lastName', string | null>>>

/** Either may be absent. @throws AppError InvalidRequest for invisible characters */
export const readPersonNames = ({ firstName, lastName }: { [Name in keyof Names]?: Names[Name] | undefined }) => ({
  firstName: readPersonName(firstName, 'spec.firstName'),
  lastName: readPersonName(lastName, 'spec.lastName'),
})
