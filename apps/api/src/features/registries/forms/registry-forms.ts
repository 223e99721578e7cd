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

/** The same operations four times. `mayRead` is wider where clients ask for what is of another kind. */
export const REGISTRY_FORMS = [
  { form: 'pack', of: packRegistries, isOfForm: isPack, mayRead: isPack, present: toPackRegistry },
  { form: 'helm', of: helmRegistries, isOfForm: isHelm, mayRead: () => true, present: toHelmRegistry },
  { form: 'basic', of: basicOciRegistries, isOfForm: isBasic, mayRead: isBasic, present: toBasicOciRegistry },
  { form: 'ecr', of: ecrRegistries, isOfForm: isEcr, mayRead: isEcr, present: toEcrRegistry },
] as const
