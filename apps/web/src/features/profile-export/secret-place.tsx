import type { SecretBody } from '@waybill/api-contract'

/** `layer › path`; variables belong to no layer. */
export function SecretPlace({ secret }: { secret: SecretBody }) {
  return (
    <code className="wb-secret-place">
      {secret.layerName === '' ? secret.path : `${secret.layerName} › ${secret.path}`}
    </code>
  )
}
