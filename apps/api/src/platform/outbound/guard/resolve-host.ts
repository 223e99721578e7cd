import { type LookupAddress, promises } from 'node:dns'

/** All addresses of a name, in order of preference. Rejects if there is none. */
export type ResolveHost = (hostname: string) => Promise<LookupAddress[]>

/** As the operating system resolves names, including the hosts file. */
export const resolveHost: ResolveHost = (hostname) => promises.lookup(hostname, { all: true })
