import {
  basicOciRegistryInputSchema,
  basicOciRegistryProbeSchema,
  basicOciRegistrySchema,
  ecrRegistryInputSchema,
  ecrRegistryProbeSchema,
  ecrRegistrySchema,
  helmRegistryInputSchema,
  helmRegistryProbeSchema,
  helmRegistrySchema,
  packRegistryInputSchema,
  packRegistryProbeSchema,
  packRegistrySchema,
} from '@waybill/api-contract'
import { toBasicOciRegistry, toEcrRegistry, toHelmRegistry, toPackRegistry } from '../registry-presenter.ts'

interface Kind {
  kind: string
  ociType: string
}

const isPack = ({ kind }: Kind) => kind === 'pack'
const isHelm = ({ kind }: Kind) => kind === 'helm'
const isEcr = ({ kind, ociType }: Kind) => kind === 'oci' && ociType === 'ecr'
const isBasic = ({ kind, ociType }: Kind) => kind === 'oci' && ociType !== 'ecr'

/** The same operations four times (contract §g). `mayRead` is wider where clients ask for what is of another kind. */
export const REGISTRY_FORMS = [
  {
    form: 'pack',
    noun: 'a pack registry',
    collection: '/v1/registries/pack',
    item: '/v1/registries/pack/:uid',
    input: packRegistryInputSchema,
    probe: packRegistryProbeSchema,
    body: packRegistrySchema,
    isOfForm: isPack,
    mayRead: isPack,
    present: toPackRegistry,
  },
  {
    form: 'helm',
    noun: 'a Helm registry',
    collection: '/v1/registries/helm',
    item: '/v1/registries/helm/:uid',
    input: helmRegistryInputSchema,
    probe: helmRegistryProbeSchema,
    body: helmRegistrySchema,
    isOfForm: isHelm,
    mayRead: () => true,
    present: toHelmRegistry,
  },
  {
    form: 'basic',
    noun: 'an OCI registry',
    collection: '/v1/registries/oci/basic',
    item: '/v1/registries/oci/:uid/basic',
    input: basicOciRegistryInputSchema,
    probe: basicOciRegistryProbeSchema,
    body: basicOciRegistrySchema,
    isOfForm: isBasic,
    mayRead: isBasic,
    present: toBasicOciRegistry,
  },
  {
    form: 'ecr',
    noun: 'an Amazon ECR registry',
    collection: '/v1/registries/oci/ecr',
    item: '/v1/registries/oci/:uid/ecr',
    input: ecrRegistryInputSchema,
    probe: ecrRegistryProbeSchema,
    body: ecrRegistrySchema,
    isOfForm: isEcr,
    mayRead: isEcr,
    present: toEcrRegistry,
  },
] as const
