import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getPHPLoaderModule } from '@php-wasm/node-8-3';
import { loadPHPRuntime, PHP } from '@php-wasm/universal';

const PLUGIN = join('wordpress', 'foyer');

/** What a page of the site holds, and who looks at it. */
export interface Wanted {
  /** What an administrator wrote into the settings. */
  readonly centres: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Between `[foyer]` and `[/foyer]`. */
  readonly content?: string;
  /** Of the page. */
  readonly permalink?: string;
  /** The part of the address that says what a visitor opened. */
  readonly opened?: string;
  /** Who looks may write pages. Default: a visitor. */
  readonly mayEdit?: boolean;
  /** What the ticket server answers when it is asked for a first paint; without it it is away. */
  readonly painted?: string | undefined;
  /** By the block; otherwise by the shortcode. */
  readonly block?: boolean;
}

export interface Shown {
  readonly html: string;
  /** Addresses of the modules that WordPress puts into the page, by their ids. */
  readonly modules: Readonly<Record<string, string>>;
  /** Addresses that the site asked the ticket server for. */
  readonly asked: readonly string[];
}

export interface Wordpress {
  show(wanted: Wanted): Promise<Shown>;
  /** What the settings keep of what was written into them. */
  keep(centres: string): Promise<string>;
  stop(): void;
}

/** Runs the plugin in PHP 8.3, with stand-ins for what it calls of WordPress. */
export async function startWordpress(): Promise<Wordpress> {
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  php.mkdir('/foyer/templates');
  for (const file of globSync('**/*.*', { cwd: PLUGIN }))
    php.writeFile(`/foyer/${file}`, readFileSync(join(PLUGIN, file)));
  php.writeFile('/wordpress.php', readFileSync('tests/harness/wordpress.php'));

  /** Runs some lines after the plugin was loaded; they give a value. Warnings of PHP are errors. */
  async function run<Value>(lines: string, given: unknown): Promise<Value> {
    const packed = Buffer.from(JSON.stringify(given)).toString('base64');
    const code = `<?php
      set_error_handler( fn( $level, $text ) => throw new Error( $text ) );
      $given = json_decode( base64_decode( '${packed}' ), true );
      $options = array( 'foyer_centres' => $given['centres'] ?? '' );
      $painted = $given['painted'] ?? null;
      $may = $given['mayEdit'] ?? false;
      $permalink = $given['permalink'] ?? false;
      $_GET = isset( $given['opened'] ) ? array( 'foyer' => addslashes( $given['opened'] ) ) : array();
      require '/wordpress.php';
      require '/foyer/foyer.php';
      do_action( 'init' );
      do_action( 'admin_init' );
      ${lines}`;
    const { text } = await php.run({ code });
    return JSON.parse(text) as Value;
  }

  return {
    show: (wanted) =>
      run<Shown>(
        `$by = empty( $given['block'] ) ? $registered['shortcodes']['foyer'] : $registered['blocks']['/foyer']['render_callback'];
        $html = $by( $given['attributes'] ?? '', $given['content'] ?? '' );
        echo json_encode( array( 'html' => $html, 'modules' => (object) $registered['modules'], 'asked' => $registered['asked'] ) );`,
        wanted,
      ),
    keep: (centres) =>
      run<string>(
        "echo json_encode( $registered['settings']['foyer_centres']['sanitize_callback']( $given['centres'] ) );",
        {
          centres,
        },
      ),
    stop: () => php.exit(),
  };
}
