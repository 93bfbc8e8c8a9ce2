const KEPT = new Set(['status', 'since', 'example']);

/** Keeps what the analyser passes over in the comment above an element. */
const comments = {
  name: 'comments',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const element = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    if (!element) return;
    for (const { tagName, comment } of ts.getJSDocTags(node)) {
      if (KEPT.has(tagName.text)) element[tagName.text] = ts.getTextOfJSDocComment(comment);
    }
  },
};

/** How the elements are described: from their own comments, and without a word written into our package.json. */
export default {
  globs: ['components/**/*.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [comments],
};
