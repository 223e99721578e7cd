/** The lowest and highest status of a range of HTTP statuses. */
type Statuses = readonly [lowest: number, highest: number]

/** A file to upload, and the expected outcome. */
export interface HostileFile {
  name: string
  bytes: () => Uint8Array
  fileName: string
  contentType: string
  /** The allowed statuses of an import. */
  statuses: readonly Statuses[]
  /** The allowed codes of a refusal by the API; empty if any will do. */
  codes: readonly string[]
  /**
   * The allowed codes of the first problem found by reading; empty if it is read without one. Undefined if reading does
   * not decide.
   */
  readCodes: readonly string[] | undefined
  /** The codes expected from planning; empty if there are none. Undefined if planning does not decide. */
  planCodes: readonly string[] | undefined
  /** The result of checking its texts as YAML. Undefined if that does not decide. */
  yamlCode: 'YamlLimit' | 'YamlInvalid' | 'fine' | undefined
  /** Texts that neither responses nor logs may contain. */
  mustNotContain: readonly string[]
  /** Whether a profile may exist afterwards. */
  isKept: boolean
  /** How often to send it, for faults that only a second upload triggers. */
  repeat: number
  /** How often to send it in parallel; exactly one must be accepted. */
  parallel?: number
  /** A placeholder in the file, to be replaced by the uid of a registry of another tenant. */
  foreignRegistry?: string
}

/** A secret next to the fault in some of the files. */
export const SECRET = 'oWn-S3cret-0451'

/** Internals that a crashing program would reveal. */
const INNARDS = ['node_modules', 'PrismaClient', 'Maximum call stack', 'SyntaxError', 'RangeError']

type Content = string | Uint8Array | (() => string | Uint8Array)

interface Refusal extends Partial<HostileFile> {
  status: number
  code: string
  /** The code found by reading, if it differs from that of the refusal. */
  read?: string
}

const bytesOf = (content: Content) => (): Uint8Array => {
  const made = typeof content === 'function' ? content() : content
  return typeof made === 'string' ? new TextEncoder().encode(made) : made
}

/** A file that is refused with a code, by reading unless `read` says otherwise. */
export function refused(name: string, content: Content, { status, code, read, ...more }: Refusal): HostileFile {
  return {
    name,
    bytes: bytesOf(content),
    fileName: 'profile.json',
    contentType: 'application/json',
    statuses: [[status, status]],
    codes: [code],
    readCodes: [read ?? code],
    planCodes: undefined,
    yamlCode: undefined,
    mustNotContain: [...INNARDS, SECRET],
    isKept: false,
    repeat: 1,
    ...more,
  }
}

/** A file that can be read, and is refused because of its profile. */
export const refusedLater = (name: string, content: Content, { read: _never, ...refusal }: Refusal): HostileFile =>
  refused(name, content, { readCodes: undefined, ...refusal })

/** A file that is unusual but valid. */
export const taken = (name: string, content: Content, more: Partial<HostileFile> = {}): HostileFile => ({
  ...refused(name, content, { status: 201, code: '' }),
  codes: [],
  readCodes: [],
  isKept: true,
  ...more,
})
