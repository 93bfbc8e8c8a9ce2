<?php
/** The page Settings → Foyer: the centres that may sell on this site. */

namespace Foyer;

defined( 'ABSPATH' ) || exit;

const OPTION = 'foyer_centres';

add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\register_page' );

/** Addresses of the centres' APIs, as an administrator wrote them; the first is the one that sells by default. */
function centres(): array {
	return addresses( (string) get_option( OPTION, '' ) );
}

/** Reads one address a line; what is no address of a centre is left out. */
function addresses( string $lines ): array {
	return array_values( array_filter( array_map( __NAMESPACE__ . '\tidy_address', preg_split( '/\s+/', $lines ) ) ) );
}

/** An address such as `https://tickets.example.be/centres/de-lantaarn`, or nothing. */
function tidy_address( string $address ): string {
	$plain = rtrim( esc_url_raw( trim( $address ), array( 'http', 'https' ) ), '/' );
	return preg_match( '~^https?://[^/?#]+(/[^?#]*)?/centres/[\w-]+$~', $plain ) ? $plain : '';
}

function register_settings(): void {
	$tidy = fn( $lines ) => implode( "\n", addresses( (string) $lines ) );
	register_setting( 'foyer', OPTION, array( 'type' => 'string', 'sanitize_callback' => $tidy, 'default' => '' ) );
}

function register_page(): void {
	add_options_page( 'Foyer', 'Foyer', 'manage_options', 'foyer', __NAMESPACE__ . '\settings_page' );
}

function settings_page(): void {
	?>
	<div class="wrap">
		<h1>Foyer</h1>
		<form method="post" action="options.php">
			<?php settings_fields( 'foyer' ); ?>
			<p><label for="foyer-centres"><?php esc_html_e( 'Centres that sell on this site: the address of each, one a line. The first sells where a page names none.', 'foyer' ); ?></label></p>
			<textarea id="foyer-centres" class="large-text code" rows="4" name="<?php echo esc_attr( OPTION ); ?>"><?php echo esc_textarea( implode( "\n", centres() ) ); ?></textarea>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
