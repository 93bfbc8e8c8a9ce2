import { type ESTree, type Plugin, parseSync, Visitor } from 'vite';

/** Not the spaces that a line is not broken at: those are there to be seen. */
const SPACE = /[ \t\r\n]+/g;

/**
 * Takes out of Lit's templates what only readers of the sources need: comments in styles, and all of a run of white
 * space but one space. No browser shows the difference, for no element of ours keeps white space as it is written.
 */
export function leanTemplates(): Plugin {
  return {
    name: 'foyer:lean-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/components\/.+\.ts$/, code: /\b(?:css|html|svg)`/ },
      handler: (source, id) => lean(source, id),
    },
  };
}

function lean(source: string, file: string): string {
  const texts: { node: ESTree.TemplateElement; tag: string }[] = [];
  const visitor = new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || !['css', 'html', 'svg'].includes(tag.name)) return;
      texts.push(...quasi.quasis.map((node) => ({ node, tag: tag.name })));
    },
  });
  visitor.visit(parseSync(file, source).program);
  let code = source;
  for (const { node, tag } of texts.sort((a, b) => b.node.start - a.node.start)) {
    const raw = node.value.raw;
    const start = source.indexOf(raw, node.start);
    code = code.slice(0, start) + (tag === 'css' ? leanStyles(raw) : leanMarkup(raw)) + code.slice(start + raw.length);
  }
  return code;
}

const leanMarkup = (text: string) => text.replace(SPACE, ' ');

const leanStyles = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(SPACE, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}');
