/**
 * The one table of refusals: code → status and title. Messages consist of the title and, for documents, the problems in
 * `details`; they never contain a value from a file. Codes that Palette's clients know keep Palette's spelling.
 */
export const ERRORS = {
  // transport
  BadRequest: { status: 400, title: 'The request is not understood.' },
  InvalidRequest: { status: 422, title: 'The request has fields that are missing or wrong.' },
  UnsupportedMedia: { status: 415, title: 'This kind of file or body is not accepted.' },
  PayloadTooLarge: { status: 413, title: 'The file is larger than the limit.' },
  UploadNotKept: { status: 409, title: 'The server no longer holds this file. Send the file itself again.' },
  ResourceNotFound: { status: 404, title: 'There is nothing here by that uid, or you may not see it.' },
  OperationNotFound: {
    status: 404,
    title: 'There is no operation at this address and method. The documentation at /docs lists those there are.',
  },
  TooManyRequests: { status: 429, title: 'Too many requests. Wait a little and try again.' },
  TextUnstorable: {
    status: 422,
    title: 'A text of the request has a NUL character or half of a surrogate pair, which no text here can hold.',
  },
  IdempotencyKeyReused: {
    status: 422,
    title:
      'This Idempotency-Key belongs to another request. Take a new key for each request, and the same to repeat it.',
  },
  IdempotencyKeyInUse: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running. Repeat it a little later.',
  },
  InternalError: { status: 500, title: 'This failed on the server. Look whether it took effect before you repeat it.' },
  StoredTextUnreadable: {
    status: 500,
    title:
      'A stored text does not decrypt: it was moved or changed in the database, or its secret key is not known here.',
  },
  StorageFull: {
    status: 503,
    title:
      'The disk of the server is full: nothing can be stored until there is room. Reading, exporting and deleting go on.',
  },
  Unavailable: { status: 503, title: 'The server is busy, or its database does not answer. Try again soon.' },
  // authentication and permissions
  Unauthenticated: { status: 401, title: 'Sign in, or send a valid API key or token.' },
  SessionChanged: { status: 401, title: 'Somebody else is signed in in this browser now.' },
  InvalidCredentials: { status: 401, title: 'E-mail or password is wrong.' },
  TenantNeeded: { status: 409, title: 'This e-mail and password open several tenants: say which.' },
  SsoNotFound: {
    status: 404,
    title: 'No single sign-on was found for this. Check the e-mail, or enter the exact name of your tenant.',
  },
  SsoTenantNeeded: {
    status: 409,
    title: 'Several tenants sign in with e-mails of this domain. Enter the exact name of yours instead.',
  },
  SsoProviderDown: {
    status: 409,
    title:
      'Your identity provider does not answer as it should. Try again, or sign in with your password if you have one; administrators keep theirs.',
  },
  SsoExpired: {
    status: 409,
    title: 'This sign-in was not begun in this browser, or took more than 10 minutes. Start again.',
  },
  SsoDenied: {
    status: 403,
    title: 'Your identity provider did not confirm who you are. Start again, or ask its administrator.',
  },
  SsoEmailMissing: {
    status: 403,
    title:
      'Your identity provider does not confirm an e-mail of yours. Its administrator has to send your e-mail and that it is verified.',
  },
  SsoAnswerInvalid: {
    status: 403,
    title:
      'Your identity provider says something of you that has no room here: an identifier over 255 or a name over 253 characters, one with control characters, or more than 1,000 groups. Its administrator has to change it.',
  },
  SsoEmailInvalid: {
    status: 403,
    title:
      'Your identity provider sends an e-mail that cannot be used here: one address without spaces, quotes or letters outside of ASCII. Its administrator has to change it.',
  },
  SsoEmailForeign: {
    status: 403,
    title: 'Your e-mail is of none of the domains that may sign in here. Ask an administrator of the tenant.',
  },
  SsoIdentityDiffers: {
    status: 403,
    title:
      'The account of this e-mail belongs to another identity at your provider. An administrator of the tenant can unlink that one first.',
  },
  SsoAccountDisabled: { status: 403, title: 'Your account is disabled. Ask an administrator of the tenant.' },
  SsoSecretNeeded: {
    status: 422,
    title: 'Enter the client secret again: the stored one was for another issuer.',
  },
  Forbidden: { status: 403, title: 'Your roles here do not allow this.' },
  CrossSiteRequest: { status: 403, title: 'This request came from another site and was refused.' },
  // setup
  SetupCodeWrong: {
    status: 403,
    title: 'The setup code is wrong. The server keeps it in the file setup-code in DATA_DIR.',
  },
  TenantExists: { status: 409, title: 'A tenant of this name already exists.' },
  UserExists: { status: 409, title: 'This e-mail already belongs to a user of this tenant.' },
  // profiles
  ClusterProfileAlreadyExists: {
    status: 409,
    title: 'A profile of this name and version already exists in this scope.',
  },
  ProfileImmutable: {
    status: 409,
    title:
      'This version is published, and this tenant keeps published versions as they are. Make a new version of it and change that.',
  },
  ProfileChanged: {
    status: 412,
    title: 'Somebody changed this profile since it was read. Read it again, and change that.',
  },
  ProfileBusy: {
    status: 409,
    title: 'Others keep changing this profile, or what it uses. Try again in a moment.',
  },
  DuplicateClusterPacksForbidden: { status: 409, title: 'The profile has a layer of this name already.' },
  DuplicateManifest: { status: 422, title: 'A layer has two manifests of one name.' },
  ImportPlanStale: { status: 409, title: 'Something changed here since the file was validated. Validate again.' },
  ProfileRefused: { status: 422, title: 'The profile cannot be imported, created, changed or published.' },
  ExportUnmaskable: { status: 409, title: 'A secret could not be masked in every place, so nothing was exported.' },
  SecretPlaceUnknown: { status: 422, title: 'The profile has no value at this place.' },
  SecretPlaceFixed: {
    status: 409,
    title: 'This is declared to be a secret, or certainly one, and stays masked.',
  },
  SecretRuleExists: { status: 409, title: 'There is a rule for this pack and path already. Remove it first.' },
  SecretRuleLimit: { status: 409, title: 'The tenant has as many rules for secrets as it may have. Remove one first.' },
  // reading a document
  Encoding: { status: 400, title: 'The file is not UTF-8 text.' },
  Empty: { status: 400, title: 'The file is empty.' },
  MalformedJson: { status: 400, title: 'The file is not valid JSON.' },
  MalformedYaml: { status: 400, title: 'The file is not valid YAML.' },
  DuplicateKey: { status: 400, title: 'A key appears twice in one object.' },
  ForbiddenKey: { status: 400, title: 'The file has a key that is not allowed.' },
  LimitExceeded: { status: 422, title: 'The file is over a limit.' },
  NotAProfile: { status: 422, title: 'The file is not a cluster profile.' },
  YamlInvalid: { status: 422, title: 'A text of the profile is not valid YAML.' },
  YamlLimit: { status: 422, title: 'A YAML text of the profile is over a limit.' },
  RegexInvalid: { status: 422, title: 'A regular expression is not valid RE2.' },
  PackVariablesUndefined: { status: 422, title: 'A pack uses a variable that the profile does not define.' },
  MaskedValues: { status: 422, title: 'Masked values must be filled, kept or left empty.' },
  RegistryAmbiguous: { status: 422, title: 'More than one registry holds a pack. Choose one.' },
  RegistryNotFound: { status: 422, title: 'A registry of the file does not exist here.' },
  PackNotFound: { status: 422, title: 'A pack of the profile is in no registry here.' },
  PackNotInRegistry: { status: 422, title: 'The registry of a layer does not hold its pack. Choose one that does.' },
  PackDependencyMissing: { status: 422, title: 'A pack needs another one that the profile does not have.' },
  PackDependencyVersion: { status: 422, title: 'A pack needs another version of a pack of the profile.' },
  PackConflict: { status: 422, title: 'Two packs of the profile do not work together.' },
  PackValueMissing: { status: 422, title: 'A value that a pack requires is empty.' },
  PackValueInvalid: { status: 422, title: 'A value does not fit the schema of its pack.' },
  PackValueReadonly: { status: 422, title: 'A value differs from its pack, which makes it read-only.' },
  MacroUndefined: { status: 422, title: 'A macro that the profile uses is not defined here.' },
  PermissionMissing: { status: 403, title: 'Your roles here do not allow all that this import needs.' },
  // registries
  ForbiddenUrl: {
    status: 422,
    title:
      'This address is not allowed. Allowed are public addresses by https on port 443, and what the operator of the server lists: hosts and ports in ALLOWED_HOSTS, folders in PACK_FOLDERS.',
  },
  RegistryUnreachable: {
    status: 422,
    title:
      'Nothing answers at this address, or its certificate is not trusted. Check how host and port are spelled, and that the server finds and reaches that host.',
  },
  RegistryUnauthorised: { status: 422, title: 'The registry does not accept these credentials.' },
  NotARegistry: { status: 422, title: 'What answers at this address is not a registry of this kind.' },
  RegistryBadResponse: { status: 422, title: 'The registry answered something that cannot be used.' },
  RegistryExists: { status: 409, title: 'A registry of this name already exists.' },
  RegistryInUse: { status: 409, title: 'Profiles use packs of this registry.' },
  RegistryCredentialsNeeded: {
    status: 422,
    title: 'The address leads to another host now. Enter the credentials again, or remove them.',
  },
  RegistryReadOnly: { status: 409, title: 'This registry belongs to the system: its name and kind stay as they are.' },
  SyncRunning: { status: 409, title: 'This registry is being synced already.' },
  SyncNotRunning: { status: 409, title: 'No sync of this registry is running.' },
  NotSupported: { status: 400, title: 'This operation is not supported here.' },
  // projects, users, API keys, saved filters
  ProjectExists: { status: 409, title: 'A project of this name already exists.' },
  ProjectNotEmpty: {
    status: 409,
    title: 'The project still has profiles or macros. Delete them first, or send cleanupProjectResources=true.',
  },
  ProjectNeeded: {
    status: 409,
    title: 'Clients look for a project named Default: it can be neither deleted nor renamed.',
  },
  RoleExists: { status: 409, title: 'A role of this name already exists.' },
  RoleBuiltIn: { status: 409, title: 'This role is built in and stays as it is. Clone it, and change the copy.' },
  RoleHeldInProjects: {
    status: 409,
    title: 'This role is held in projects, where roles of the tenant allow nothing. Take it away there first.',
  },
  TeamExists: { status: 409, title: 'A team of this name already exists.' },
  GrantExceedsOwn: {
    status: 403,
    title: 'This would give or take, or change somebody who has, more than you may do yourself in the tenant.',
  },
  UserDisabled: { status: 409, title: 'The account is disabled. Enable it first.' },
  LastAdmin: {
    status: 409,
    title: 'The tenant would have no active Tenant Admin left. Give somebody else that role first.',
  },
  PasswordWrong: { status: 422, title: 'The current password is wrong.' },
  PasswordGuessable: {
    status: 422,
    title: 'This password is too easy to guess. Use several unrelated words, without names or keyboard patterns.',
  },
  PasswordLinkInvalid: { status: 404, title: 'This link was already used, or no longer works. Ask for a new one.' },
  ApiKeyExists: { status: 409, title: 'The user already has an API key of this name.' },
  FilterExists: { status: 409, title: 'A saved filter of this name already exists in this scope.' },
  // macros
  MacroExists: { status: 422, title: 'A macro of this name already exists in this scope.' },
  MacroInvalid: { status: 422, title: 'A macro is not valid.' },
} as const satisfies Record<string, { status: number; title: string }>

/** The code of a refusal: a row of the table. */
export type ErrorCode = keyof typeof ERRORS
