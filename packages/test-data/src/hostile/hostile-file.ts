/** Lowest and highest of a range of HTTP statuses. */
type Statuses = readonly [lowest: number, highest: number]

/** A file that somebody uploads, and what is to come of it. */
export interface HostileFile {
  name: string
  bytes: () => Uint8Array
  fileName: string
  contentType: string
  /** What an import may answer. */
  statuses: readonly Statuses[]
  /** Of a refusal by the API; empty where any will do. */
  codes: readonly string[]
  /** What the first problem of reading may be: none of it where it is read. Undefined where reading does not decide. */
  readCodes: readonly string[] | undefined
  /** What planning says of it, nothing where it is fine. Undefined where planning does not decide. */
  planCodes: readonly string[] | undefined
  /** What its texts are as YAML. Undefined where that does not decide. */
  yamlCode: 'YamlLimit' | 'YamlInvalid' | 'fine' | undefined
  /** Neither answers nor logs hold any of it. */
  mustNotContain: readonly string[]
  /** Whether a profile may be there afterwards. */
  isKept: boolean
  /** Sent so often, for what only the second time breaks. */
  repeat: number
  /** Sent so often at once: one is taken. */
  parallel?: number
  /** Names a registry of another tenant by this text, which is to be replaced by its uid. */
  foreignRegistry?: string
}

/** A secret that stands beside the fault of some of the files. */
export const SECRET = 'oWn-S3cret-0451'

/** What a program tells of itself when it breaks. */
const INNARDS = ['node_modules', 'PrismaClient', 'Maximum call stack', 'SyntaxError', 'RangeError']

type Content = string | Uint8Array | (() => string | Uint8Array)

interface Refusal extends Partial<HostileFile> {
  status: number
  code: string
  /** When it is not the code of the refusal. */
  read?: string
}

const bytesOf = (content: Content) => (): Uint8Array => {
  const made = typeof content === 'function' ? content() : content
  return typeof made === 'string' ? new TextEncoder().encode(made) : made
}

/** A file that is refused with a code, at reading unless `read` says otherwise. */
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

/** A file that is read, and refused for what its profile says. */
export const refusedLater = (name: string, content: Content, { read: _never, ...refusal }: Refusal): HostileFile =>
  refused(name, content, { readCodes: undefined, ...refusal })

/** A file that is odd but right. */
export const taken = (name: string, content: Content, more: Partial<HostileFile> = {}): HostileFile => ({
  ...refused(name, content, { status: 201, code: '' }),
  codes: [],
  readCodes: [],
  isKept: true,
  ...more,
})
