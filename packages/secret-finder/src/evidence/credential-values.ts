import { MASK } from '@waybill/layer-text'
import { isReferenceOnly } from '@waybill/layer-text'

const SWITCH =
  /^(?:true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|auto|required|optional|string|undefined)$/i
/** Filled in elsewhere: Go templates, shell and CI variables, `<placeholders>`, Terraform and Vault references. */
const ELSEWHERE =
  /^(?:\{\{[^]*\}\}|\$[({A-Za-z_][^]*|%[({A-Za-z_][^]*|<[^<>]*>|(?:vault|ref\+[a-z]+|op|awssm|gcpsm|secretref|file):[^]*)$/
const FILE = /^(?:\.{0,2}\/)?(?:var|etc|run|opt|home|mnt|secrets?|tmp|usr|root|data|vault|certs?|config)\/[\w./@-]*$/

/** Whether a value that stands under a credential's name is likely one: not a switch, a path, a reference or a placeholder. */
export function isLikelySecret(value: string): boolean {
  const text = value.trim()
  return text.length > 1 && !SWITCH.test(text) && !ELSEWHERE.test(text) && !FILE.test(text)
}

/** Whether a value is a secret when somebody declared it one: not empty, not the mask, not only a reference. */
export function isLiteral(value: string): boolean {
  const text = value.trim()
  return text !== '' && text !== MASK && !isReferenceOnly(text)
}
