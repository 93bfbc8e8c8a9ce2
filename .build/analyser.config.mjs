/** The analyser would write where it put its manifest into our own package.json; the built package says that itself. */
export default { packagejson: false };
