import { newUid } from '../../../platform/database/uid.ts'
import { addProfile } from '../../profiles.ts'
import type { TestApp } from '../../test-app.ts'
import { canaryOf } from './places.ts'

interface Actor {
  uid: string
  email: string
}

interface Furnished {
  test: TestApp
  tenantUid: string
  place: string
  projectUid: string | undefined
  person: Actor
  pack: { uid: string; registryUid: string; name: string }
}

/** The things in a project or tenant: a profile with everything it can have, macros, a filter, an audit event. */
export async function furnishProject(furnished: Furnished) {
  const { test, tenantUid, place, projectUid, person } = furnished
  const { prisma } = test.deps
  const profile = await addFullProfile(furnished)
  const manifest = await prisma.manifest.findFirstOrThrow({ where: { tenantUid, name: canaryOf(place, 'manifest') } })
  const scope = projectUid === undefined ? 'tenant' : 'project'
  const where = { tenantUid, scope, scopeUid: projectUid ?? tenantUid }
  const addMacro = (kind: string, name: string, text: string) => {
    const uid = newUid()
    const place = { tenantUid, table: 'macros', row: uid, column: 'value' } as const
    const value = new Uint8Array(test.deps.cipher.encrypt(text, place))
    return prisma.macro.create({ data: { ...where, scope: kind, uid, name, value } })
  }
  for (const name of ['region', canaryOf(place, 'macro')]) await addMacro(scope, name, canaryOf(place, 'value'))
  if (scope === 'tenant') await addMacro('system', 'region', canaryOf(place, 'system'))
  const filter = await prisma.tagFilter.create({
    data: {
      ...where,
      uid: newUid(),
      name: canaryOf(place, 'filter'),
      filterGroup: '{"conjunction":"and","filters":[]}',
      createdBy: person.uid,
    },
  })
  await prisma.importRecord.create({
    data: {
      uid: newUid(),
      tenantUid,
      profileUid: profile,
      userUid: person.uid,
      userEmail: person.email,
      fileName: canaryOf(place, 'file'),
      fileBytes: 1,
      decisions: JSON.stringify({ registries: [], packVersions: [], masks: [], publish: false }),
      created: JSON.stringify({ profile: canaryOf(place, 'created'), layers: 1, variables: 1, macros: [] }),
      warnings: '[]',
    },
  })
  return {
    profile,
    manifest: manifest.uid,
    filter: filter.uid,
    audit: await writeAudit(test, { place, tenantUid, projectUid, actor: person }),
  }
}

/** A profile with a draft beside its published content. */
async function addFullProfile({ test, tenantUid, place, projectUid, person, pack }: Furnished): Promise<string> {
  return addProfile(test, {
    tenantUid,
    ...(projectUid !== undefined && { scope: 'project', scopeUid: projectUid }),
    name: canaryOf(place, 'profile'),
    description: canaryOf(place, 'description'),
    labels: { place: canaryOf(place, 'label') },
    createdBy: person.uid,
    isPublished: false,
    layers: [
      {
        name: pack.name,
        packUid: pack.uid,
        registryUid: pack.registryUid,
        values: `place: ${canaryOf(place, 'values')}\nregion: "{{.spectro.macro.region}}"\nlacking: ""\n`,
        manifests: [{ name: canaryOf(place, 'manifest'), content: `place: ${canaryOf(place, 'content')}\n` }],
      },
    ],
    emptyValues: [{ layerName: pack.name, manifest: '', path: 'lacking', template: '********', part: 0, line: 3 }],
    variables: [
      { name: 'matrix', defaultValue: canaryOf(place, 'variable') },
      { name: 'sealed', defaultValue: canaryOf(place, 'sealed'), isSensitive: true },
    ],
  })
}

interface NewAudit {
  place: string
  tenantUid: string
  projectUid: string | undefined
  actor: Actor
}

export async function writeAudit({ deps }: TestApp, { place, tenantUid, projectUid = '', actor }: NewAudit) {
  const resource = { resourceKind: 'clusterprofile', resourceUid: newUid(), resourceName: canaryOf(place, 'resource') }
  const { uid } = await deps.prisma.auditEvent.create({
    data: {
      uid: newUid(),
      tenantUid,
      projectUid,
      actorUid: actor.uid,
      actorEmail: actor.email,
      action: 'update',
      ...resource,
    },
  })
  return uid
}
