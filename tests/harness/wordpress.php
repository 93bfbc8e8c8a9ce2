<?php
/**
 * Stands in for the few functions of WordPress that the plugin calls, so that its own code runs in PHP without one.
 * They escape at least what WordPress escapes. What WordPress does around them (themes, editors, caches) is not here.
 */

define( 'ABSPATH', '/' );

$registered = array( 'asked' => array(), 'shortcodes' => array(), 'actions' => array(), 'blocks' => array(), 'modules' => array(), 'settings' => array() );

function add_shortcode( $tag, $callback ) { global $registered; $registered['shortcodes'][ $tag ] = $callback; }
function add_action( $hook, $callback ) { global $registered; $registered['actions'][ $hook ][] = $callback; }
function do_action( $hook ) { global $registered; foreach ( $registered['actions'][ $hook ] ?? array() as $callback ) { $callback(); } }
function register_block_type( $folder, $options ) { global $registered; $registered['blocks'][ $folder ] = $options; }
function register_setting( $group, $name, $options ) { global $registered; $registered['settings'][ $name ] = $options; }
function add_options_page( ...$all ) {}
function settings_fields( $group ) {}
function submit_button() {}
function get_option( $name, $default ) { return $GLOBALS['options'][ $name ] ?? $default; }
function current_user_can( $what ) { return $GLOBALS['may'] ?? false; }
function shortcode_atts( $known, $given ) { return array_merge( $known, array_intersect_key( (array) $given, $known ) ); }
function wp_unslash( $value ) { return stripslashes( $value ); }
function sanitize_text_field( $value ) { return trim( strip_tags( $value ) ); }
function esc_attr( $value ) { return htmlspecialchars( $value, ENT_QUOTES ); }
function esc_textarea( $value ) { return htmlspecialchars( $value, ENT_QUOTES ); }
function esc_html__( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_html_e( $text ) { echo htmlspecialchars( $text, ENT_QUOTES ); }
function esc_url_raw( $url, $schemes ) { return in_array( parse_url( $url, PHP_URL_SCHEME ), $schemes, true ) ? preg_replace( '~[^\w\-./:?#&=%]~', '', $url ) : ''; }
function esc_url( $url ) { return htmlspecialchars( $url, ENT_QUOTES ); }
function wp_kses_post( $html ) { return strip_tags( $html, '<a><p><strong><em>' ); }
function wp_enqueue_script_module( $id, $src, $needs, $version ) { global $registered; $registered['modules'][ $id ] = null === $version ? $src : "$src?ver=$version"; }
const MINUTE_IN_SECONDS = 60;
function get_bloginfo( $what ) { return 'language' === $what ? 'nl-BE' : ''; }
function get_transient( $key ) { return $GLOBALS['transients'][ $key ] ?? false; }
function set_transient( $key, $value, $seconds ) { $GLOBALS['transients'][ $key ] = $value; }
function wp_remote_get( $address, $options ) { global $registered; $registered['asked'][] = $address; return $GLOBALS['painted'] ?? null; }
function wp_remote_retrieve_response_code( $answer ) { return null === $answer ? '' : 200; }
function wp_remote_retrieve_body( $answer ) { return $answer; }
function get_permalink() { return $GLOBALS['permalink'] ?? false; }
function add_query_arg( $name, $value, $url ) { return $url . ( str_contains( $url, '?' ) ? '&' : '?' ) . "$name=$value"; }
