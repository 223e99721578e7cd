import { type LookupAddress, promises } from 'node:dns'

/** All addresses of a name, in the order of preference. Rejects when there is none. */
export type ResolveHost = (hostname: string) => Promise<LookupAddress[]>

/** As the operating system resolves names, hosts file included. */
export const resolveHost: ResolveHost = (hostname) => promises.lookup(hostname, { all: true })
