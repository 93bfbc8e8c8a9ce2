import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { getPHPLoaderModule } from '@php-wasm/node-8-3';
import { loadPHPRuntime, PHP, PHPRequestHandler } from '@php-wasm/universal';
import { freePort } from './free-port.ts';

/** WordPress as the Playground packs it: installed, in a database of SQLite. Asked of npm when it is needed, for it is large. */
const BUILDS = '@wp-playground/wordpress-builds@0.9.19';
const VERSION = 'wp-6.5';
const SQLITE = 'sqlite-database-integration';
const PLUGIN = join('wordpress', 'foyer');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface RealWordpress {
  readonly origin: string;
  /** Who may do everything on the site. */
  readonly administrator: { readonly name: string; readonly password: string };
  stop(): Promise<void>;
}

/** Starts WordPress itself in PHP 8.3, with our plugin among those that can be activated. @throws Error without npm's network. */
export async function startRealWordpress(): Promise<RealWordpress> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-wordpress-'));
  const builds = unpack(folder);
  const statics = join(builds, 'public', VERSION);
  const origin = `http://127.0.0.1:${await freePort()}`;
  const php = await install(builds, origin);
  const handler = new PHPRequestHandler({
    documentRoot: '/wordpress',
    absoluteUrl: origin,
    php,
    cookieStore: false,
    getFileNotFoundAction: () => ({ type: 'internal-redirect', uri: '/index.php' }),
  });

  /** There is one PHP, which does one thing at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = turn.then(act);
    turn = done.catch(() => {});
    return done;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', origin);
    const file = join(statics, pathname);
    if (existsSync(file) && statSync(file).isFile()) {
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(readFileSync(file));
      return;
    }
    const body = new Uint8Array(await buffer(request));
    const { bytes, headers, httpStatusCode } = await inTurn(() =>
      handler.request({
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
        body,
      }),
    );
    response.writeHead(httpStatusCode, headers);
    response.end(bytes);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(origin).port), '127.0.0.1', resolve));
  return {
    origin,
    administrator: { name: 'admin', password: 'password' },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      php.exit();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What of the package is needed; gives its folder. */
function unpack(folder: string): string {
  execFileSync('npm', ['pack', BUILDS, '--pack-destination', folder, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [archive = ''] = globSync('*.tgz', { cwd: folder });
  const wanted = [`src/wordpress/${VERSION}.zip`, `src/${SQLITE}/${SQLITE}.zip`, `public/${VERSION}`];
  execFileSync('tar', ['xzf', join(folder, archive), '-C', folder, ...wanted.map((path) => `package/${path}`)]);
  return join(folder, 'package');
}

/** PHP with WordPress in its memory, at the address where it will be asked; its pages say that they are in Dutch. */
async function install(builds: string, origin: string): Promise<PHP> {
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  php.writeFile('/wordpress.zip', readFileSync(join(builds, 'src', 'wordpress', `${VERSION}.zip`)));
  php.writeFile('/sqlite.zip', readFileSync(join(builds, 'src', SQLITE, `${SQLITE}.zip`)));
  await php.run({
    code: `<?php
      foreach ( array( '/wordpress.zip' => '/wordpress', '/sqlite.zip' => '/wordpress/wp-content/plugins' ) as $file => $folder ) {
        $zip = new ZipArchive();
        $zip->open( $file );
        $zip->extractTo( $folder );
      }
      chdir( '/wordpress/wp-content' );
      rename( 'plugins/${SQLITE}-main', 'plugins/${SQLITE}' );
      $folder = '/wordpress/wp-content/plugins/${SQLITE}';
      $named = array( '{SQLITE_IMPLEMENTATION_FOLDER_PATH}' => $folder, '{SQLITE_PLUGIN}' => '${SQLITE}/load.php' );
      file_put_contents( 'db.php', strtr( file_get_contents( "$folder/db.copy" ), $named ) );
      $config = '/wordpress/wp-config.php';
      $here = "<?php define( 'WP_HOME', '${origin}' ); define( 'WP_SITEURL', WP_HOME ); define( 'WPLANG', 'nl_BE' );";
      file_put_contents( $config, $here . substr( file_get_contents( $config ), 5 ) );`,
  });
  for (const file of globSync('**/*.*', { cwd: PLUGIN })) {
    const path = `/wordpress/wp-content/plugins/foyer/${file}`;
    php.mkdirTree(dirname(path));
    php.writeFile(path, readFileSync(join(PLUGIN, file)));
  }
  return php;
}
