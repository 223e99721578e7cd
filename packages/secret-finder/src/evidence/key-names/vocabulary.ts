const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Words for what a person types to authenticate: a value with such a name is secret, even if it is a plain word. */
export const PASSWORDS = list(`
  password passwd passwort pwd pw pass passphrase keyphrase passcode passw psw userpass authpass htpasswd requirepass masterauth pgpass
  bindpw pswd passwords passwds
  kennwort kennwoerter passworter losungswort zugangscode
  motdepasse mdp
  contrasena contrasenia contrasenya
  senha palavrapasse
  parolachiave
  wachtwoord
  haslo heslo
  sifre parola sifresi parolasi
  losenord passord adgangskode kodeord salasana jelszo sandi katasandi matkhau
  пароль пароли parol
  mima kouling
  סיסמה סיסמא
  συνθηματικο
`)

/** Words for a password in languages where the thing it opens comes after it: `senha_root`, `mot_de_passe_admin`. */
export const LEADING_PASSWORDS = list(`
  motdepasse mdp contrasena contrasenia contrasenya clave senha palavrapasse parolachiave wachtwoord haslo heslo sifre parola
  passe пароль katasandi matkhau
`)

/** The things that a password opens, as the last word of a name: `PASSWORD_MAIL`, `PASS_DB`. */
export const OPENED =
  /^(?:mail|smtp|imap|db|database|mysql|mariadb|postgres|postgresql|mongo|mongodb|redis|rabbitmq|ldap|ftp|sftp|ssh|root|admin)$/

/** Beginnings of words that turn a name into a message about a password. */
export const LEFT_BEHIND =
  /^(?:foran|olvid|oubli|perd|verge|esque|dimentic|zapom|забы|unut|minim|longu|prim|publi|forei|extran|nom|nueva?s?$|recup|cambi|chang)/

/** Words for a key in languages where its kind comes after it: `cle_secrete`, `chave_privada`, `klucz_prywatny`. */
export const LEADING_KEYS = list(`cle clave chave chiave klucz klic kulcs cheie anahtar schluessel sleutel ключ κλειδι`)

/** The kinds of such a key. */
export const KEY_QUALITIES =
  /^(?:secre|segre|priv|pryw|sekret|tajn|gizli|api$|acc?es|acces|ac[ei]ss|firma|assin|cifra|crypt|chiffr|zugang|dostep|секрет|приват|доступ)/

/** First words that mean only an attribute of a password, such as its policy, length or file. */
export const LEADING_ABOUT =
  /^(?:politic|longitud|longueur|largo|lunghezza|tamanho|tamano|duree|duracion|duracao|durata|archivo|arquivo|fichero|ficheiro|fichier|chemin|caminho|ruta|percorso|nombre$|nome$|nom$|tipo$|type$|dlugosc|plik|delka|soubor|длина|файл|путь)/

/** Whole names whose meaning differs from that of their words. */
export const MISLEADING =
  /^(?:bos|eos|pad|unk|sep|cls|mask|stop|special|image|audio|thinking) tokens?$|^(?:\w+ )?site key$|^no ?passw(?:d|ord)$/

/** Words for what programs authenticate with: secret unless the value reads as the name of something. */
export const SECRETS = list(`
  secret token credential psk dsn connectionstring connstring apikey secretkey accesskey privatekey authkey masterkey
  licensekey signingkey encryptionkey sharedkey accountkey clientsecret authtoken accesstoken passkey secretid
  fernet keytab jwk jwks mnemonic keystorepass dockerconfigjson dockercfg netrc authtok
  geheimnis geheim zugangsdaten anmeldedaten schluessel schlussel
  jeton identifiants cle
  secreto clave credenciales segredo chave credenciais segreto chiave credenziali
  geheim sleutel inloggegevens
  sekret klucz tajemstvi klic
  anahtar gizli
  hemlighet nyckel
  секрет ключ токен секреты токены
  κλειδι κωδικος
  miyao lingpai
`)

/** Of these: secret unless the value only refers to a secret. */
export const TOKENS = list(
  `apikey secretkey authtoken accesstoken clientsecret passkey mnemonic dsn connectionstring connstring jeton токен`,
)

/** Kinds of `… secret` that are not the name of a Secret object. */
export const SECRET_KINDS = list(
  `client app oauth shared cookie jwt hmac consumer session api signing access hashing webhook github gitlab`,
)

/** Kinds of `… key` whose value is secret even if it is a word. */
export const TOKEN_KEYS = list(`
  api secret private encryption enc signing fernet crypto cipher hmac jwt master unseal license licence shared account storage
  session auth ingestion activation subscription security
`)

/** Kinds of `… code` that grant access. */
export const CODE_KINDS = list(
  `activation access auth recovery backup invite registration secret security unlock otp verification mfa
  wifi door gate alarm pairing`,
)

/** For scripts without spaces between words: a name that contains one of these is a password or key. */
export const WITHOUT_SPACES = [
  'パスワード',
  'パスフレーズ',
  '暗証番号',
  '秘密鍵',
  '秘密',
  'シークレット',
  'トークン',
  '密码',
  '密碼',
  '口令',
  '密钥',
  '密鑰',
  '秘钥',
  '私钥',
  '令牌',
  '凭证',
  '凭据',
  '비밀번호',
  '암호',
  '비밀',
  '토큰',
  'كلمةالمرور',
  'كلمةالسر',
  'كلمة',
  'رمز',
  'رمزعبور',
  'पासवर्ड',
  'รหัสผ่าน',
]

/** In such scripts: a name that contains one of these is only about a password. */
export const ABOUT_WITHOUT_SPACES =
  /提示|长度|長度|有效期|期限|规则|規則|策略|强度|強度|重置|找回|修改|错误|錯誤|过期|過期|标签|文件|路径|类型|ヒント|最小|最大|リセット|再設定|ポリシー|表示|変更|ファイル|힌트|길이|만료|재설정|정책|표시|변경|파일/

/** Pairs of words that count as one. */
export const PHRASES = list(
  `mot_passe palavra_passe parola_chiave zugangs_code lozinka_x mat_khau kata_sandi contra_sena
  secret_phrase pass_phrase seed_phrase recovery_phrase security_phrase mnemonic_phrase`,
)

/** Kinds of `… key` that are secret; any other key is secret only if its value looks random. */
export const KEY_KINDS = list(`
  api access secret private encryption encrypt signing sign signature auth authentication account shared storage master license
  licence ssh session client hmac jwt deploy subscription ingestion ingest app application service admin root crypto
  cipher fernet unseal recovery root join activation integration instrumentation consumer routing security encoded enc
  gossip cookie token webhook bot write read server server host peer user account otp replicaset set registration
  primary secondary wireguard tls ssl ca etcd ipsec tunnel backup product serial bearer site sas
`)

/** Words that may name a secret: only a value that looks random counts. */
export const MAYBES = list(`
  key keys auth salt entropy hash seed cookie license licence webhook pin signature sig cert otp totp nonce iv pepper
  authentication kubeconfig encryption credentials userdata
  authorization bearer sas passwordhash pwhash hashed hmac basic htaccess shadow pem jks pkcs12 p12 pfx keystore truststore
  apikeys secretkeys privkey encrypt sk pat signing
`)

/** A password joined with other words, as in `PGPASSWORD`. */
export const JOINED_PASSWORD =
  /(?:password|passwd|passphrase|passwort|kennwort|userpass|dbpass|rootpass|adminpass|keypass|storepass|(?:root|bind|db|admin|ldap|smtp|user|mail|sql|ftp|my)pw|pwd|wachtwoord|contrasena)$/

/** A token or key joined with other words, as in `accesstoken`. */
export const JOINED_SECRET =
  /(?:(?:api|secret|access|private|auth|master|license|signing|encryption|shared|account|encoded|deploy|service|unseal|fernet|crypto|session|hmac|routing|cookie|activation|storage|accesskey|client)(?:key|keys)|[a-z]psk|[a-z]schl(?:ue|u)ssel|[a-z]sleutel|(?:password|passwd|auth|secret|cookie|session)salt|token|secret|tokens|credentials|connectionstring)$/

/** Words that only contain a credential word. */
export const NOT_JOINED = /^(?:bypass|compass|encompass|trespass|overpass|underpass|surpass|detokens?|tokens?izer)$/

/** Last words that do not change what the value is. */
export const TRAILERS = list(`
  value plain plaintext base64 b64 encoded text data old new default string str json raw content contents literal inline hash
  hashed encrypted bcrypt md5 sha256 sha512 crypt current previous next rotated block body bytes hex pem primary secondary
  prod production staging dev test env base seed
`)

/** Last words that mean only an attribute of a secret. */
export const ABOUT = list(`
  name names ref refs reference references file files filename path paths dir directory folder mount mountpath volume volumes
  url urls uri uris endpoint endpoints host hosts hostname port ports address addresses server servers domain
  ttl timeout expiry expiration expires expire lifetime duration interval period age validity seconds minutes hours days
  length size count limit limits min max minimum maximum attempts retries bits rounds iterations
  policy policies type types kind class algorithm alg algo method mode format version strategy scheme flow grant usage style
  enabled enable disabled disable create created required rotation rotate refresh renew renewal require
  issuer audience scope scopes header headers prefix suffix selector selectors label labels annotation annotations namespace
  namespaces provider providers store stores backend field fields var vars variable variables template templates pattern regex
  description title message comment comments note hint display encoding
  user users username usernames account accounts role roles group groups email review reviewer reset change update validation
  validate complexity history generator generation generate manager management plugin driver sync hook hooks handler
  image tag repository registry resources replicas service services deployment job jobs permissions rules rule actions
  id ids uuid index public pub fingerprint thumbprint digest checksum certificate certificates crt cert certs chain bundle
  source target mapping map claim claims attribute attributes property properties param params option options settings
  controller webhooks api crd operator agent sidecar container init extra annotationsurl ca
  exists existing allowed supported ready only
`)

/** A name with one of these tells how, whether or where, and its value is not a secret. */
export const NEVER = list(`
  existing allow allowed require required enabled enable disable disabled by no automount max min skip use uses using create
  creates generate external externals expose mount mounted from is has should if when optional ignore
  public pub topology annotation label partition sort foreign group translation column map object checksum stop prune purge forgot forgotten lost
`)

/** Words before `secret` that often make it the name of a Secret object: then only a value that looks random counts. */
export const NAMES_A_SECRET = list(`
  existing pull image tls ssl cert certificate certs ca name ref k8s kube kubernetes volume key config env generated
  ingress registry backup credential credentials password passwd token
`)

/** Keys of maps and lists that contain secrets under arbitrary names. */
export const CONTAINERS =
  /^(?:passwords?|passwds|secrets?|tokens|credentials?|creds|keys|apikeys|secret(?:s|env|envs|envvars|data|values|config|settings)|(?:extra|env|app|additional|custom|my|shared|global)+(?:render)?secrets?(?:env|data)?|envrendersecret|extrasecretenv|extrasecretenvironmentvars|stringdata|basicauth|basicauthusers|userpasswords|htpasswd|passwordhashes|adminsecrets|bootstraptokens|secretgenerator|literals|(?:github|gitlab|bitbucket)(?:oauth|token)|bearer|(?:auth|access)tokens)$/
