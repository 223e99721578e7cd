import type { FastifyRequest } from 'fastify'
import { AppError } from '../errors/app-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what a page of another site made a browser send. Every browser says where a request with effect comes from, forms
 * with files included; a request that carries neither header is of no browser, so nobody's cookies were borrowed for it.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const isForeignOrigin = origin !== undefined && origin !== (publicUrl ?? ownOrigin(request))
  if (isForeignSite || isForeignOrigin) throw new AppError('CrossSiteRequest')
}

/** As this server sees it; a proxy that ends TLS is believed where it is trusted. */
const ownOrigin = ({ protocol, headers }: FastifyRequest) => `${protocol}://${headers.host}`
