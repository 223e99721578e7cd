import { ERRORS, type ErrorBody, type ErrorCode } from '@waybill/api-contract'

export interface AppErrorOptions {
  /** At most the first 20 are sent. */
  details?: ErrorBody['details']
  /** Names, numbers and limits for the message; never a value from a file. */
  params?: Readonly<Record<string, string | number>>
  retryAfterSeconds?: number
  /** What the refusal is about, by name: for the audit log, never in a response. */
  about?: Readonly<Record<string, string>>
  /** Replaces the code's own title, for a refusal about several things. */
  title?: string
  cause?: unknown
}

/**
 * A refusal with a code of the one error table. Problems inside a document are data in `details`, not errors of their
 * own.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly details: ErrorBody['details']
  readonly about: AppErrorOptions['about']
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(messageOf(options.title ?? ERRORS[code].title, options.params), { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = ERRORS[code].status
    this.details = (options.details ?? []).slice(0, 20)
    this.about = options.about
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

function messageOf(title: string, params: AppErrorOptions['params'] = {}): string {
  const named = Object.entries(params).map(([name, value]) => `${name}: ${value}`)
  return named.length === 0 ? title : `${title} (${named.join(', ')})`
}
