<?php
/**
 * Plugin Name: Foyer
 * Description: Sells a cultural centre's tickets on this site, with a shortcode or a block.
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 8.0
 * License: MIT
 * Text Domain: foyer
 */

namespace Foyer;

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/settings.php';

add_shortcode( 'foyer', __NAMESPACE__ . '\show' );
add_action( 'init', __NAMESPACE__ . '\register_block' );

/** Makes the block of `block.json`, which shows what the shortcode shows. */
function register_block(): void {
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\show' ) );
}

/**
 * HTML that sells one performance, or lists the programme and sells what a visitor opens from it.
 *
 * @param array|string $attributes `centre`, one of those in the settings (default: the first); `performance`, its id.
 * @param string       $content    Shown for as long as the elements have not come: a link for who blocks scripts.
 */
function show( $attributes, $content = '' ): string {
	$wanted  = shortcode_atts( array( 'centre' => '', 'performance' => '' ), $attributes, 'foyer' );
	$centres = centres();
	$centre  = '' === $wanted['centre'] ? ( $centres[0] ?? '' ) : tidy_address( $wanted['centre'] );
	// Whoever may write a page may not thereby bring in any script: that is for who keeps the settings.
	if ( ! in_array( $centre, $centres, true ) ) {
		return current_user_can( 'edit_posts' ) ? '<p>' . esc_html__( 'Foyer: this centre is not in the settings of the plugin.', 'foyer' ) . '</p>' : '';
	}
	$opened      = sanitize_text_field( wp_unslash( $_GET['foyer'] ?? '' ) ); // phpcs:ignore WordPress.Security.NonceVerification -- It only reads.
	$performance = '' === $wanted['performance'] ? $opened : $wanted['performance'];
	wp_enqueue_script_module( 'foyer', script_of( $centre ), array(), null );
	return fill(
		'' === $performance ? 'programme' : 'sale',
		array(
			'{centre}'      => esc_url( $centre ),
			'{performance}' => esc_attr( $performance ),
			'{content}'     => wp_kses_post( $content ),
			'{link}'        => with_place( esc_url( link_to_here() ) ),
			'{painted}'     => '' === $performance ? first_paint( $centre ) : '',
		)
	);
}

/** Address of this page for what a visitor opens, also where WordPress names pages by a number. */
function link_to_here(): string {
	return add_query_arg( 'foyer', 'foyer-id', get_permalink() ?: '' );
}

/** An address with a place for the id of what is opened: braces would not come through before. */
function with_place( string $link ): string {
	return str_replace( 'foyer-id', '{id}', $link );
}

/**
 * What the programme shows before any script runs, from the centre's own ticket server, which the settings name. Nothing
 * when it does not answer in time; either is kept for a minute, so that a server that is away keeps no page waiting.
 */
function first_paint( string $centre ): string {
	$tag     = array( 'lang' => get_bloginfo( 'language' ), 'link' => with_place( link_to_here() ) );
	$address = "$centre/first-paint/programme?" . http_build_query( $tag );
	$key     = 'foyer_' . md5( $address );
	$kept    = get_transient( $key );
	if ( false !== $kept ) {
		return $kept;
	}
	$answer  = wp_remote_get( $address, array( 'timeout' => 2 ) );
	$painted = 200 === wp_remote_retrieve_response_code( $answer ) ? wp_remote_retrieve_body( $answer ) : '';
	set_transient( $key, $painted, MINUTE_IN_SECONDS );
	return $painted;
}

/** The elements come from the centre's own ticket server: `foyer.js` lies beside `centres`. */
function script_of( string $centre ): string {
	return preg_replace( '~/centres/[^/]+$~', '/foyer.js', $centre );
}

/** Puts escaped values into a template. */
function fill( string $template, array $values ): string {
	return strtr( trim( file_get_contents( __DIR__ . "/templates/$template.html" ) ), $values );
}
