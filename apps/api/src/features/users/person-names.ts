import { readPersonName } from '../../platform/lists/read-name.ts'

interface Names {
  firstName?: string | null | undefined
  lastName?: string | null | undefined
}

/** Either may be absent. @throws AppError InvalidRequest for invisible characters */
export const readPersonNames = ({ firstName, lastName }: Names) => ({
  firstName: readPersonName(firstName, 'spec.firstName'),
  lastName: readPersonName(lastName, 'spec.lastName'),
})
