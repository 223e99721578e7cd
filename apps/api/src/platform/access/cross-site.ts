import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that another site's page made a browser send. Every browser names the origin of a request that can
 * change something, including forms with files. A request without either header is not from a browser, so no cookie was
 * borrowed for it.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const isForeignOrigin = origin !== undefined && origin !== (publicUrl ?? ownOrigin(request))
  if (isForeignSite || isForeignOrigin) throw new AppError('CrossSiteRequest')
}

/** The origin as this server sees it; a trusted proxy's word for the protocol is taken. */
const ownOrigin = ({ protocol, headers }: FastifyRequest) => `${protocol}://${headers.host}`
