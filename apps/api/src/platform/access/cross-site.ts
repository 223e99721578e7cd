import type { FastifyRequest } from 'fastify'
import { AppError } from '../http/errors/app-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what a page of another site made a browser send. Every browser says where a request with effect comes from, forms
 * with files included; a request that carries neither header is of no browser, so nobody's cookies were borrowed for it.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const isForeignOrigin = origin !== undefined && hostOf(origin) !== request.headers.host
  if (isForeignSite || isForeignOrigin) throw new AppError('CrossSiteRequest')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
