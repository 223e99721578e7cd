import { operations } from '@waybill/api-contract/operations'
import { toBasicOciRegistry, toEcrRegistry, toHelmRegistry, toPackRegistry } from '../registry-presenter.ts'

interface Kind {
  kind: string
  ociType: string
}

const isPack = ({ kind }: Kind) => kind === 'pack'
const isHelm = ({ kind }: Kind) => kind === 'helm'
const isEcr = ({ kind, ociType }: Kind) => kind === 'oci' && ociType === 'ecr'
const isBasic = ({ kind, ociType }: Kind) => kind === 'oci' && ociType !== 'ecr'

const { packRegistries, helmRegistries, basicOciRegistries, ecrRegistries } = operations

/** The four forms have the same operations. `mayRead` is wider if clients read registries of other kinds through it. */
export const REGISTRY_FORMS = [
  { form: 'pack', of: packRegistries, isOfForm: isPack, mayRead: isPack, present: toPackRegistry },
  { form: 'helm', of: helmRegistries, isOfForm: isHelm, mayRead: () => true, present: toHelmRegistry },
  { form: 'basic', of: basicOciRegistries, isOfForm: isBasic, mayRead: isBasic, present: toBasicOciRegistry },
  { form: 'ecr', of: ecrRegistries, isOfForm: isEcr, mayRead: isEcr, present: toEcrRegistry },
] as const
