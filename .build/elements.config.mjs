/** How the elements are described: from their own comments, and without a word written into our package.json. */
export default { globs: ['components/**/*.ts'], litelement: true, packagejson: false, quiet: true };
